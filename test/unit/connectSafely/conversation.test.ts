import { findMessage } from '../../../nodes/ConnectSafely/conversation';
import { NOW, apiThat } from './call';

const OWN_ID = 'ACoAAA24A-MBVEvT49xpVF2gnWrhvmUIPDJshSM';
const THEIR_ID = 'ACoAABcDeFgHiJkLmNoPqRsTuVwXyZ0123456789';
const CONVERSATION = 'urn:li:msg_conversation:(urn:li:fsd_profile:ACoAAEXAMPLE,2-RVhBTVBMRQ==)';

const found = {
	success: true,
	hasConversation: true,
	conversationUrn: CONVERSATION,
	profileUrn: `urn:li:fsd_profile:${THEIR_ID}`,
};

const ours = { text: 'Hello', sentAt: NOW, senderProfileId: OWN_ID, isSentByOwner: true };

/** What a look finds with these answers to its two questions, and what it asked. */
async function look(
	exists: unknown,
	messages: unknown = [],
	account?: string,
	member = { publicIdentifier: 'josé' } as { publicIdentifier?: string; memberId?: string },
): Promise<{ seen: unknown; asked: string[] }> {
	const asked: string[] = [];
	const api = apiThat(({ path, query }) => {
		const told = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
		asked.push([path, ...told.map((one) => one.join('='))].join(' '));
		return { status: 200, body: path.includes('/exists/') ? exists : { success: true, messages } };
	});
	const sent = { recipient: { input: 'x', target: member }, message: 'Hello', account };
	const seen = await findMessage(api, sent, NOW).catch(() => 'failed');
	return { seen, asked };
}

const seen = async (exists: unknown, messages?: unknown): Promise<unknown> =>
	(await look(exists, messages)).seen;

describe('A look into a conversation', () => {
	it('asks about the account that acts, from a little before', async () => {
		const since = `since=${NOW - 30_000}`;
		const messages = `/conversations/${encodeURIComponent(CONVERSATION)}/messages`;
		expect((await look(found)).asked).toEqual([
			'/conversations/exists/jos%C3%A9',
			`${messages} ${since}`,
		]);
		expect((await look(found, [], 'acc_1')).asked).toEqual([
			'/conversations/exists/jos%C3%A9 accountId=acc_1',
			`${messages} accountId=acc_1 ${since}`,
		]);
	});

	it('asks with the ID about whom it knows by nothing else', async () => {
		const { asked } = await look(found, [], undefined, { memberId: THEIR_ID });
		expect(asked[0]).toBe(`/conversations/exists/${THEIR_ID}`);
	});

	it.each([
		[{ hasConversation: false }, 'nothing'],
		[{ hasConversation: false, conversationUrn: null }, 'nothing'],
		[{ hasConversation: true }, undefined],
		[{ hasConversation: true, conversationUrn: null }, undefined],
		[{ hasConversation: true, conversationUrn: '' }, undefined],
		[{ success: true }, 'failed'],
		[{ hasConversation: 'no' }, 'failed'],
		[[], 'failed'],
	])('that is told %j finds %s, and reads no messages', async (exists, expected) => {
		const { seen: end, asked } = await look(exists, [ours]);
		expect(end).toBe(expected);
		expect(asked).toHaveLength(1);
	});

	it.each([undefined, null, {}, 'none', [7], [{ ...ours, sentAt: 'today' }]])(
		'fails when the messages are %j',
		async (messages) => {
			const answer = messages === undefined ? null : messages;
			expect(await seen(found, answer)).toBe('failed');
		},
	);

	it.each([
		['nothing was written', [], 'nothing'],
		['it stands there', [ours], 'sent'],
		['it was sent a little later', [{ ...ours, sentAt: NOW + 9_000 }], 'sent'],
		['it stands there with other blanks', [{ ...ours, text: '\u00a0Hello \n' }], 'sent'],
		['other words follow it', [{ ...ours, text: 'P.S.' }, ours], 'sent'],
		['we wrote other words', [{ ...ours, text: 'Hi' }], undefined],
		['a picture came', [{ ...ours, text: null }], undefined],
		['it stands there, who knows since when', [{ ...ours, sentAt: null }], undefined],
		['it was there just before', [{ ...ours, sentAt: NOW - 1 }], undefined],
		['it was there long before', [{ ...ours, sentAt: NOW - 30_001 }], 'nothing'],
		['they wrote', [{ ...ours, senderProfileId: THEIR_ID, isSentByOwner: false }], 'nothing'],
		['they wrote, called ours', [{ ...ours, senderProfileId: THEIR_ID }], 'nothing'],
		['we wrote it, called theirs', [{ ...ours, isSentByOwner: false }], 'sent'],
		['we wrote it, told without an ID', [{ ...ours, senderProfileId: undefined }], 'sent'],
		[
			'somebody wrote, told without an ID to be theirs',
			[{ ...ours, senderProfileId: null, isSentByOwner: false }],
			undefined,
		],
		['nobody says who wrote', [{ text: 'Hello', sentAt: NOW }], undefined],
	])('when %s', async (_, messages, expected) => {
		expect(await seen(found, messages)).toBe(expected);
	});

	it('goes by what is said of the sender when it does not know the ID of the person', async () => {
		const unnamed = { ...found, profileUrn: null };
		expect(await seen(unnamed, [ours])).toBe('sent');
		expect(await seen(unnamed, [{ ...ours, isSentByOwner: false }])).toBeUndefined();
	});

	it('knows the person by the URN given, too', async () => {
		const theirs = { ...ours, senderProfileId: THEIR_ID };
		const person = { memberId: THEIR_ID };
		const unnamed = { ...found, profileUrn: undefined };
		expect((await look(unnamed, [theirs], undefined, person)).seen).toBe('nothing');
	});
});
