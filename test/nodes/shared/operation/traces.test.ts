import fc from 'fast-check';

import { isShown } from '../../../../nodes/shared/operation/traces';
import type { SeenMessage } from '../../../../nodes/shared/operation/traces';

const SINCE = Date.parse('2026-11-23T12:00:00.000Z');
const NOW = SINCE + 5_000;
const TEXT = 'Hello Jane';
const MINUTE = 60_000;

const one = (more: Partial<SeenMessage> = {}): SeenMessage => ({
	text: TEXT,
	sentAt: SINCE + 1_000,
	isOurs: true,
	...more,
});

/** The vendor's clock shows so many ms more than ours. */
const shown = (messages: SeenMessage[], ahead = 0, text = TEXT): boolean =>
	isShown(messages, text, SINCE, { ours: NOW, theirs: NOW + ahead });

describe('whether a conversation shows the message of an act', () => {
	it.each<[string, SeenMessage[], boolean]>([
		['an empty conversation', [], false],
		['the message', [one()], true],
		['the message, at the moment it began', [one({ sentAt: SINCE })], true],
		['the message in seconds', [one({ sentAt: Math.floor((SINCE + 1_500) / 1_000) })], true],
		['the message in ISO 8601', [one({ sentAt: '2026-11-23T12:00:01Z' })], true],
		['the message behind newer ones', [one({ text: 'Sure', isOurs: false }), one()], true],
		['the message among older ones', [one({ sentAt: SINCE - MINUTE }), one()], true],
		['the same words of the recipient', [one({ isOurs: false })], false],
		['the same words from long before', [one({ sentAt: SINCE - MINUTE })], false],
		['the same words from ten seconds before', [one({ sentAt: SINCE - 10_000 })], false],
		['the same words from the future', [one({ sentAt: NOW + MINUTE })], false],
		['the same words without a time', [one({ sentAt: undefined })], false],
		['the same words at a time that is none', [one({ sentAt: 'today' })], false],
		['other words', [one({ text: 'Hi' })], false],
		['words that begin like ours', [one({ text: `${TEXT}, hi` })], false],
		['our words in another case', [one({ text: TEXT.toUpperCase() })], false],
		['no words', [one({ text: '' })], false],
	])('%s', (_, messages, expected) => expect(shown(messages)).toBe(expected));

	it.each([
		['Hello\n\nJane', 'Hello\r\n\r\nJane'],
		['  Hello Jane \n', 'Hello Jane'],
		['Hello\u00a0Jane', 'Hello Jane'],
	])('does not mind blanks: %j, %j', (text, words) => {
		expect(shown([one({ text: words })], 0, text)).toBe(true);
	});

	it.each([-5, 5, -60, 600])('goes by the clock of the vendor, %i minutes ahead', (minutes) => {
		const ahead = minutes * MINUTE;
		expect(shown([one({ sentAt: SINCE + 1_000 + ahead })], ahead)).toBe(true);
		expect(shown([one({ sentAt: SINCE - 10_000 + ahead })], ahead)).toBe(false);
		// By our own clock, the one that is old would be new, or the new one old.
		expect(shown([one()], ahead)).toBe(false);
	});

	it('proves nothing where the vendor does not tell its time', () => {
		expect(isShown([one()], TEXT, SINCE, undefined)).toBe(false);
	});

	it('claims nothing that is not there, whatever the clocks show', () => {
		const messages = fc.array(
			fc.record({
				text: fc.constantFrom(TEXT, 'Hi', ''),
				sentAt: fc.oneof(
					fc.integer({ min: SINCE - 100_000, max: SINCE + 100_000 }),
					fc.constant(undefined),
				),
				isOurs: fc.boolean(),
			}),
		);
		const skew = fc.integer({ min: -10 * MINUTE, max: 10 * MINUTE });
		fc.assert(
			fc.property(messages, skew, (all, ahead) => {
				const mayBeIt = all.some(
					({ text, sentAt, isOurs }) =>
						isOurs && text === TEXT && (sentAt ?? 0) >= SINCE + ahead - 2_000,
				);
				if (shown(all, ahead)) expect(mayBeIt).toBe(true);
				expect(shown([...all].reverse(), ahead)).toBe(shown(all, ahead));
			}),
		);
	});
});
