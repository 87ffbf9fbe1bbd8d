import { readMember } from '../../../../nodes/shared/linkedin';
import type { ActInput } from '../../../../nodes/shared/operation/types';
import type { CheckedItem } from '../../../../nodes/shared/run/checked';
import {
	fixedRecipientWarning,
	oneRecipientFailure,
} from '../../../../nodes/shared/run/oneRecipient';
import { sendingInput } from '../../../../nodes/shared/fields/sendingOptions';

const itemsOf = (...acts: ReadonlyArray<readonly [who: string, text: string]>): CheckedItem[] =>
	acts.map(([who, text], index) => ({
		index,
		input: { on: { input: who, target: readMember(who) }, text } as ActInput,
		sending: sendingInput.parse({}),
		raw: {},
	}));

const text = (input: ActInput): string => (input as unknown as { text: string }).text;
const first = { __rl: true, mode: 'url', value: "={{ $('Leads').first().json.url }}" };
const fixed = { __rl: true, mode: 'url', value: 'jane-doe' };
const refusal = (items: readonly CheckedItem[], own: unknown = first, on = 'recipient' as const) =>
	oneRecipientFailure({ items, on, own, text });

const SLIPS: Array<ReadonlyArray<readonly [string, string]>> = [
	[
		['jane-doe', 'Hi Jane'],
		['jane-doe', 'Hi John'],
	],
	[
		['jane-doe', 'Hi Jane'],
		['jane-doe', 'Hi Jane'],
		['jane-doe', 'Hi Bob'],
	],
	[
		['jane-doe', 'a'],
		['https://www.linkedin.com/in/Jane-Doe/?trk=x', 'b'],
	],
	[
		['urn:li:fsd_profile:ACoAABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij', 'a'],
		['ACoAABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij', 'b'],
	],
];

describe('one recipient for all items', () => {
	it.each(SLIPS)('is refused where texts differ: %j, %j', (...acts) => {
		for (const own of [first, first.value, { ...first, mode: '={{ "url" }}', value: 'jane-doe' }]) {
			const failure = refusal(itemsOf(...acts), own);
			expect(failure?.facts).toMatchObject({
				reason: 'invalidInput',
				outcome: 'notSent',
				stopsBatch: true,
			});
			expect(failure?.facts.what).toMatch(
				/^All \d items name the same person in 'Recipient' \(.+\) although their texts differ/,
			);
			expect(failure?.facts.next).toMatch(/\$json.*\.first\(\)/);
		}
	});

	it.each([
		[[['jane-doe', 'a']]],
		[[]],
		[
			[
				['jane-doe', 'a'],
				['jane-doe', 'a'],
			],
		],
		[
			[
				['jane-doe', ''],
				['jane-doe', ''],
			],
		],
		[
			[
				['jane-doe', 'a'],
				['jane-doe', 'b'],
				['john-doe', 'c'],
			],
		],
		[
			[
				['jane-doe', 'a'],
				['john-doe', 'a'],
			],
		],
	] as unknown as Array<[Array<[string, string]>]>)('is no matter in %j', (acts) => {
		expect(refusal(itemsOf(...acts))).toBeUndefined();
	});

	it('is no slip as a fixed value, nor of a post that several like', () => {
		const items = itemsOf(['jane-doe', 'a'], ['jane-doe', 'b']);
		for (const own of [fixed, 'jane-doe', null]) expect(refusal(items, own)).toBeUndefined();
		expect(oneRecipientFailure({ items, on: 'post', own: first, text })).toBeUndefined();
	});

	it('is named where it is a fixed value', () => {
		const items = itemsOf(['jane-doe', 'a'], ['jane-doe', 'b'], ['jane-doe', 'b']);
		expect(fixedRecipientWarning({ items, on: 'recipient', own: fixed })).toMatch(
			/^'Recipient' is a fixed value, so all 3 items name jane-doe\. Drag/,
		);
		expect(fixedRecipientWarning({ items, on: 'recipient', own: first })).toBeUndefined();
		const [one] = items;
		expect(fixedRecipientWarning({ items: [one], on: 'recipient', own: fixed })).toBeUndefined();
		expect(fixedRecipientWarning({ items, on: 'post', own: fixed })).toBeUndefined();
	});
});
