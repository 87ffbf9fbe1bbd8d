import { findMessage } from '../../../nodes/ConnectSafely/conversation';
import { NOW, apiThat } from './call';

const OWN_ID = 'ACoAAA24A-MBVEvT49xpVF2gnWrhvmUIPDJshSM';
const THEIR_ID = 'ACoAABcDeFgHiJkLmNoPqRsTuVwXyZ0123456789';
const CONVERSATION = `urn:li:msg_conversation:(urn:li:fsd_profile:${OWN_ID},2-RVhBTVBMRQ==)`;
/** The vendor's clock is five minutes ahead of ours. */
const THEIRS = NOW + 300_000;

const found = {
	success: true,
	hasConversation: true,
	conversationUrn: CONVERSATION,
	profileUrn: `urn:li:fsd_profile:${THEIR_ID}`,
};

const ours = { text: 'Hello', sentAt: THEIRS, senderProfileId: OWN_ID, isSentByOwner: true };

/** What a look finds with these answers to its two questions, and what it asked. */
async function look(
	exists: unknown,
	messages: unknown = [],
	account?: string,
	member = { publicIdentifier: 'josé' } as { publicIdentifier?: string; memberId?: string },
	headers: Record<string, string> = { date: new Date(THEIRS).toUTCString() },
): Promise<{ seen: unknown; asked: string[] }> {
	const asked: string[] = [];
	const api = apiThat(({ path, query }) => {
		const told = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
		asked.push([path, ...told.map((one) => one.join('='))].join(' '));
		const body = path.includes('/exists/') ? exists : { success: true, messages };
		return { status: 200, body, headers };
	});
	const sent = { on: { input: 'x', target: member }, message: 'Hello', account };
	const seen = await findMessage(api, sent, NOW).catch(() => 'failed');
	return { seen, asked };
}

const seen = async (exists: unknown, messages?: unknown): Promise<unknown> =>
	(await look(exists, messages)).seen;

describe('A look into a conversation', () => {
	it('asks about the account that acts', async () => {
		const messages = `/conversations/${encodeURIComponent(CONVERSATION)}/messages`;
		expect((await look(found)).asked).toEqual(['/conversations/exists/jos%C3%A9', messages]);
		expect((await look(found, [], 'acc_1')).asked).toEqual([
			'/conversations/exists/jos%C3%A9 accountId=acc_1',
			`${messages} accountId=acc_1`,
		]);
	});

	it('asks with the ID about whom it knows by nothing else', async () => {
		const { asked } = await look(found, [], undefined, { memberId: THEIR_ID });
		expect(asked[0]).toBe(`/conversations/exists/${THEIR_ID}`);
	});

	it.each([
		[{ hasConversation: false }, undefined],
		[{ hasConversation: false, conversationUrn: null }, undefined],
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

	it.each([undefined, null, {}, 'none', [7], [{ ...ours, sentAt: {} }]])(
		'fails when the messages are %j',
		async (messages) => {
			const answer = messages === undefined ? null : messages;
			expect(await seen(found, answer)).toBe('failed');
		},
	);

	it.each([
		['nothing was written', [], undefined],
		['it stands there', [ours], 'sent'],
		['it stands there, its time in seconds', [{ ...ours, sentAt: THEIRS / 1_000 }], 'sent'],
		[
			'it was sent by our clock, which is five minutes behind',
			[{ ...ours, sentAt: NOW }],
			undefined,
		],
		['it stands there with other blanks', [{ ...ours, text: '\u00a0Hello \n' }], 'sent'],
		['other words follow it', [{ ...ours, text: 'P.S.' }, ours], 'sent'],
		['we wrote other words', [{ ...ours, text: 'Hi' }], undefined],
		['a picture came', [{ ...ours, text: null }], undefined],
		['it stands there, who knows since when', [{ ...ours, sentAt: null }], undefined],
		['it was there before', [{ ...ours, sentAt: THEIRS - 10_000 }], undefined],
		['it is of tomorrow', [{ ...ours, sentAt: THEIRS + 86_400_000 }], undefined],
		['they wrote', [{ ...ours, senderProfileId: THEIR_ID, isSentByOwner: false }], undefined],
		['they wrote, called ours', [{ ...ours, senderProfileId: THEIR_ID }], undefined],
		['we wrote it, called theirs', [{ ...ours, isSentByOwner: false }], 'sent'],
		['we wrote it, told without an ID', [{ ...ours, senderProfileId: undefined }], undefined],
		[
			'a third one wrote it',
			[{ ...ours, senderProfileId: `${OWN_ID.slice(0, -1)}X`, isSentByOwner: false }],
			undefined,
		],
		['nobody says who wrote', [{ text: 'Hello', sentAt: THEIRS }], undefined],
	])('when %s', async (_, messages, expected) => {
		expect(await seen(found, messages)).toBe(expected);
	});

	it('proves nothing where the vendor does not tell its time', async () => {
		const person = { publicIdentifier: 'josé' };
		expect((await look(found, [ours], undefined, person, {})).seen).toBeUndefined();
	});

	it('proves nothing where the conversation is with somebody else', async () => {
		const person = { publicIdentifier: 'josé', memberId: `${THEIR_ID.slice(0, -1)}X` };
		const { seen: end, asked } = await look(found, [ours], undefined, person);
		expect(end).toBeUndefined();
		expect(asked).toHaveLength(1);
	});

	it('knows the account by the mailbox the conversation is in', async () => {
		const unnamed = { ...found, profileUrn: null };
		expect(await seen(unnamed, [{ ...ours, isSentByOwner: undefined }])).toBe('sent');
		const elsewhere = { ...unnamed, conversationUrn: 'urn:li:messagingThread:2-x' };
		expect(await seen(elsewhere, [ours])).toBeUndefined();
		expect(await seen({ ...elsewhere, profileUrn: found.profileUrn }, [ours])).toBe('sent');
	});
});
