import fc from 'fast-check';

import { CLOCK_SKEW_MS, traceOf } from '../../../../nodes/shared/operation/traces';
import type { SeenMessage } from '../../../../nodes/shared/operation/traces';

const SINCE = Date.parse('2026-11-23T12:00:00.000Z');
const TEXT = 'Hello Jane';

const one = (more: Partial<SeenMessage> = {}): SeenMessage => ({ text: TEXT, at: SINCE, ...more });
const old = one({ at: SINCE - CLOCK_SKEW_MS - 1 });

describe('the trace of a message in a conversation', () => {
	it.each<[string, SeenMessage[], ReturnType<typeof traceOf>]>([
		['an empty conversation', [], 'nothing'],
		['the message, at the moment it began', [one()], 'sent'],
		['the message, days later', [one({ at: SINCE + 86_400_000 })], 'sent'],
		['the message, surely ours', [one({ ours: true })], 'sent'],
		['the message behind newer ones', [one({ text: 'Sure', ours: false }), one()], 'sent'],
		['the message among older ones', [old, one(), old], 'sent'],
		['the same words of the recipient', [one({ ours: false })], 'nothing'],
		['the same words from long before', [old], 'nothing'],
		['the same words from a moment before', [one({ at: SINCE - 1 })], undefined],
		['the same words at the edge of the skew', [one({ at: SINCE - CLOCK_SKEW_MS })], undefined],
		['the same words without a time', [{ text: TEXT }], undefined],
		['the same words of the recipient without a time', [{ text: TEXT, ours: false }], 'nothing'],
		['other words', [one({ text: 'Hi' })], undefined],
		['other words, surely ours', [one({ text: 'Hi', ours: true })], undefined],
		['other words of the recipient', [one({ text: 'Hi', ours: false })], 'nothing'],
		['other words from long before', [{ ...old, text: 'Hi' }], 'nothing'],
		['words that begin like ours', [one({ text: `${TEXT}, hi` })], undefined],
		['our words in another case', [one({ text: TEXT.toUpperCase() })], undefined],
		['no words', [one({ text: '' })], undefined],
	])('%s', (_, messages, expected) => expect(traceOf(messages, TEXT, SINCE)).toBe(expected));

	it.each([
		['Hello\n\nJane', 'Hello\r\n\r\nJane'],
		['Hello\nJane', 'Hello Jane'],
		['  Hello Jane \n', 'Hello Jane'],
		['Hello\u00a0Jane', 'Hello Jane'],
		['Hello\t Jane', 'Hello Jane'],
	])('does not mind blanks: %j, %j', (text, shown) => {
		expect(traceOf([one({ text: shown })], text, SINCE)).toBe('sent');
	});

	const messages = fc.array(
		fc.record(
			{
				text: fc.constantFrom(TEXT, 'Hi', ''),
				at: fc.integer({ min: SINCE - 100_000, max: SINCE + 100_000 }),
				ours: fc.boolean(),
			},
			{ requiredKeys: ['text'] },
		),
	);

	it('minds no order', () => {
		fc.assert(
			fc.property(messages, (all) => {
				expect(traceOf([...all].reverse(), TEXT, SINCE)).toBe(traceOf(all, TEXT, SINCE));
			}),
		);
	});

	it('claims nothing that is not there', () => {
		fc.assert(
			fc.property(messages, (all) => {
				const isThere = all.some(
					({ text, at, ours }) =>
						text === TEXT && at !== undefined && at >= SINCE && ours !== false,
				);
				const mayBe = all.some(
					({ at, ours }) => ours !== false && (at === undefined || at >= SINCE - CLOCK_SKEW_MS),
				);
				const found = traceOf(all, TEXT, SINCE);
				expect(found === 'sent').toBe(isThere);
				expect(found === 'nothing').toBe(!mayBe);
			}),
		);
	});
});
