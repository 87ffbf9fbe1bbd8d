import type { IDataObject } from 'n8n-workflow';

import { ACCOUNTS, PEOPLE } from '../sandbox';
import type { Person } from '../sandbox';
import { DeduplicationStore } from '../support/engine';
import type { RunSpec } from './support/fixture';
import { locator, shownError, useFixture } from './support/fixture';
import { profileAddress } from './support/outx';

const fixture = useFixture();

const { connected: JANE, connectedToo: JOHN, stranger: NEW, strangerToo: OTHER } = PEOPLE;

type Node = RunSpec['node'];

const FREE = { pauseMin: 0, pauseMax: 0 };
const recipient = locator('={{ $json.profile }}');
const V2 = { authentication: 'account', account: locator(ACCOUNTS.linkupMain, 'id') };

const person = (slug: string): Person => fixture.sandbox.world.person(slug);
const urn = (slug: string): string => `urn:li:fsd_profile:${person(slug).memberId}`;
const to = (...profiles: string[]): IDataObject[] => profiles.map((profile) => ({ profile }));
const run = async (
	node: Node,
	parameters: IDataObject,
	items: IDataObject[],
	more: Partial<RunSpec> = {},
) => await fixture.run({ node, parameters: { recipient, ...parameters }, items, ...more });

const message = (sending: IDataObject = {}, more: IDataObject = {}): IDataObject => ({
	resource: 'message',
	operation: 'send',
	message: 'Hello',
	sending: { ...FREE, ...sending },
	...more,
});
const invitation = (sending: IDataObject = {}, more: IDataObject = {}): IDataObject => ({
	resource: 'connection',
	operation: 'sendRequest',
	note: '',
	sending: { ...FREE, ...sending },
	...more,
});
const inMail = { messageType: 'inmail', subject: 'About you' };

/** Every act that looks the person up before it leaves, with two people it can reach. */
const ACTS: ReadonlyArray<{
	name: string;
	node: Node;
	act: (sending?: IDataObject) => IDataObject;
	asked: string;
	told: string;
}> = [
	{ name: 'an OutX message', node: 'outX', act: message, asked: JANE, told: JOHN },
	{ name: 'an OutX invitation', node: 'outX', act: invitation, asked: NEW, told: OTHER },
	{
		name: 'a ConnectSafely.ai message',
		node: 'connectSafely',
		act: message,
		asked: JANE,
		told: JOHN,
	},
	{
		name: 'a ConnectSafely.ai InMail',
		node: 'connectSafely',
		act: (sending) => message(sending, inMail),
		asked: NEW,
		told: OTHER,
	},
	{
		name: 'a ConnectSafely.ai invitation',
		node: 'connectSafely',
		act: invitation,
		asked: NEW,
		told: OTHER,
	},
];

/** ConnectSafely.ai's look-up tells no public identifier: it takes a name that holds a URN to notice. */
const namedTwice = (slug: string): string =>
	`https://www.linkedin.com/in/${slug}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${person(slug).memberId}`;

/** The look-up of `asked` answers with `told`. */
function mixUp(node: Node, asked: string, told: string): void {
	const { faults, world } = fixture.sandbox;
	if (node !== 'connectSafely') {
		world.lead(asked, told);
		return;
	}
	const { publicIdentifier, firstName, lastName } = person(told);
	// The URN alone is documented.
	const who = { profileUrn: urn(told), publicIdentifier, firstName, lastName };
	const body = JSON.stringify({ connected: false, ...who });
	const match = new RegExp(`^GET /relationship/${encodeURIComponent(asked)}$`);
	faults.add({ kind: 'status', status: 200, body, match, times: 9 });
}

const foundOf = (slug: string): IDataObject => {
	const { publicIdentifier, memberId, firstName, lastName } = person(slug);
	return {
		name: `${firstName} ${lastName}`,
		publicIdentifier,
		profileUrl: `https://www.linkedin.com/in/${encodeURIComponent(publicIdentifier)}`,
		urn: `urn:li:person:${memberId}`,
	};
};

const left = (): number =>
	fixture.sandbox.requests.filter(
		({ method, path }) =>
			method === 'POST' && /^\/(?:message|connect)$|\/send-(?:message|connection)/.test(path),
	).length;

describe.each(ACTS)('$name, whose look-up answers with somebody else,', (one) => {
	const { node, act, asked, told } = one;

	it('is not sent, and the error names them', async () => {
		mixUp(node, asked, told);
		const shown = shownError(await run(node, act(), to(profileAddress(asked))));
		const { firstName, lastName } = person(told);
		expect(shown.message).toMatch(/somebody else than 'Recipient' names/);
		expect(shown.message).toContain(`${firstName} ${lastName}`);
		expect(shown.message).toMatch(/nothing was sent/);
		expect(shown.description).toMatch(/^Open both profiles.*\.$/);
		expect(shown.details).toMatchObject({
			outcome: 'notSent',
			reason: 'otherPerson',
			retrySafe: true,
			recipient: { input: profileAddress(asked) },
		});
		const { found } = shown.details.recipient as IDataObject;
		expect(found).toEqual(foundOf(told));
		expect(left()).toBe(0);
		expect(fixture.sandbox.deliveries).toHaveLength(0);
	});

	it('is not rehearsed either', async () => {
		mixUp(node, asked, told);
		const result = await run(node, act({ dryRun: true }), to(profileAddress(asked)));
		expect(shownError(result).details).toMatchObject({ reason: 'otherPerson' });
		expect(left()).toBe(0);
	});

	it('ends nobody else’s turn, and takes nothing from the memory or the day', async () => {
		mixUp(node, asked, told);
		const deduplication = new DeduplicationStore();
		const sending = { skipContacted: true, maxPerDay: 1 };
		const items = to(profileAddress(asked), profileAddress(told));
		const result = await run(node, act(sending), items, {
			deduplication,
			onError: 'continueRegularOutput',
		});
		expect(result.json('Node')).toMatchObject([
			{ details: { reason: 'otherPerson' } },
			{ outcome: 'sent', recipient: { publicIdentifier: told } },
		]);
		expect(fixture.sandbox.deliveries.map(({ to: id }) => id)).toEqual([person(told).memberId]);
	});

	it('is not repeated into success by Retry On Fail', async () => {
		mixUp(node, asked, told);
		const retried = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1_000 };
		const result = await run(node, act(), to(profileAddress(asked)), retried);
		expect(shownError(result).details).toMatchObject({ reason: 'otherPerson' });
		expect(left()).toBe(0);
	});
});

describe('ConnectSafely.ai, whose look-ups tell a URN alone', () => {
	const acts: Array<[string, IDataObject, string, string]> = [
		['a message', message(), JANE, JOHN],
		['a message in a dry run', message({ dryRun: true }), JANE, JOHN],
		['an InMail', message({}, inMail), NEW, OTHER],
		['an invitation', invitation(), NEW, OTHER],
		['an invitation in a dry run', invitation({ dryRun: true }), NEW, OTHER],
	];
	const looks: Array<[string, RegExp]> = [
		['the relationship', /^GET \/relationship\//],
		['the conversation', /^GET \/conversations\/exists\//],
	];
	const cases = acts.flatMap(([name, ...act]) =>
		looks.map(([look, match]) => [name, look, match, ...act] as const),
	);

	it.each(cases)('sends nothing: %s, when somebody else’s is %s', async (...one) => {
		const [, , match, parameters, asked, told] = one;
		const who = { profileUrn: urn(told), connected: false, hasConversation: false };
		const body = JSON.stringify(who);
		fixture.sandbox.faults.add({ kind: 'status', status: 200, body, match });
		const shown = shownError(await run('connectSafely', parameters, to(profileAddress(asked))));
		expect(shown.details).toMatchObject({
			outcome: 'notSent',
			reason: 'otherPerson',
			recipient: { found: { urn: expect.stringMatching(/^urn:li:person:ACoAA/) } },
		});
		expect(left()).toBe(0);
	});

	it.each([...acts])('has nothing against a look-up that tells no URN: %s', async (...one) => {
		const [, parameters, asked] = one;
		const body = JSON.stringify({ connected: false, hasConversation: false });
		fixture.sandbox.faults.add({ kind: 'status', status: 200, body, match: /^GET /, times: 2 });
		const result = await run('connectSafely', parameters, to(profileAddress(asked)));
		expect(result.json('Node')).toMatchObject([
			{ outcome: expect.stringMatching(/^(?:sent|dryRun)$/) },
		]);
	});
});

describe('an address with the URN of somebody else in it', () => {
	it.each(ACTS.slice(0, 3))(
		'$name goes to the person of the address, or to nobody',
		async (one) => {
			const profile = `https://www.linkedin.com/in/${encodeURIComponent(one.asked)}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${person(one.told).memberId}`;
			const result = await run(one.node, one.act(), to(profile));
			const reached = fixture.sandbox.deliveries.map(({ publicIdentifier }) => publicIdentifier);
			if (result.error) {
				expect(shownError(result).details).toMatchObject({ reason: 'otherPerson' });
				expect(reached).toEqual([]);
			} else {
				expect(reached).toEqual([one.asked]);
				const { memberId } = person(one.asked);
				expect(result.json('Node')).toMatchObject([
					{ recipient: { publicIdentifier: one.asked, urn: `urn:li:person:${memberId}` } },
				]);
			}
		},
	);
});

describe('a slug that was changed', () => {
	it.each(['flat', 'nested'] as const)(
		'is refused by OutX with the new address, which then works (%s profile)',
		async (profileShape) => {
			const { world } = fixture.sandbox;
			Object.assign(world.outX, { profileShape });
			world.lead('jane-as-she-was', JOHN);
			const shown = shownError(await run('outX', message(), to('jane-as-she-was')));
			expect(shown.details).toMatchObject({ reason: 'otherPerson' });
			expect(shown.description).toMatch(/same person under a new address/);
			const { found } = shown.details.recipient as { found: { profileUrl: string } };
			const again = await run('outX', message(), to(found.profileUrl));
			expect(again.json('Node')).toMatchObject([{ outcome: 'sent' }]);
			expect(fixture.sandbox.deliveries).toMatchObject([{ publicIdentifier: JOHN }]);
		},
	);

	it('is no longer used by ConnectSafely.ai where the address comes with its URN', async () => {
		fixture.sandbox.world.lead(JANE, JOHN);
		const result = await run(
			'connectSafely',
			message(),
			to(namedTwice(JOHN), profileAddress(JANE)),
		);
		// The look-up tells a URN alone: the old address is known as that of the same person.
		expect(result.json('Node')).toMatchObject([
			{ outcome: 'sent' },
			{ outcome: 'skipped', reason: 'duplicateInInput' },
		]);
	});
});

describe('one person by URN and by address in one list', () => {
	const WAYS: ReadonlyArray<{
		name: string;
		node: Node;
		act: (sending?: IDataObject) => IDataObject;
		who: string;
	}> = [
		{ name: 'OutX message', node: 'outX', act: message, who: JANE },
		{ name: 'OutX invitation', node: 'outX', act: invitation, who: NEW },
		{ name: 'ConnectSafely.ai message', node: 'connectSafely', act: message, who: JANE },
		{
			name: 'ConnectSafely.ai InMail',
			node: 'connectSafely',
			act: (sending) => message(sending, inMail),
			who: NEW,
		},
		{ name: 'ConnectSafely.ai invitation', node: 'connectSafely', act: invitation, who: NEW },
		{
			name: 'LinkupAPI V2 invitation',
			node: 'linkupApi',
			act: (sending) => invitation(sending, V2),
			who: NEW,
		},
	];
	const orders: Array<[string, (slug: string) => string[]]> = [
		['URN first', (slug) => [urn(slug), profileAddress(slug)]],
		['address first', (slug) => [profileAddress(slug), urn(slug)]],
		['URN, address, ID', (slug) => [urn(slug), slug, person(slug).memberId]],
	];
	const cases = WAYS.flatMap((way) => orders.map(([order, list]) => ({ ...way, order, list })));
	/** An invitation may be seen at the service by then. */
	const KNOWN = ['duplicateInInput', 'alreadyInvited'];

	it.each(cases)('is reached once: $name, $order', async ({ node, act, who, list }) => {
		const profiles = list(who);
		const result = await run(node, act(), to(...profiles));
		expect(result.error).toBeUndefined();
		const [first, ...others] = result.json('Node');
		expect(first).toMatchObject({ outcome: 'sent' });
		for (const other of others) {
			expect(other).toMatchObject({ outcome: 'skipped' });
			expect(KNOWN.slice(0, node === 'connectSafely' ? 2 : 1)).toContain(other.reason);
		}
		expect(others).toHaveLength(profiles.length - 1);
		expect(fixture.sandbox.deliveries).toHaveLength(1);
	});

	it.each(cases)(
		'and once over two executions with Skip: $name, $order',
		async ({ node, act, who, list }) => {
			const deduplication = new DeduplicationStore();
			for (const profile of list(who)) {
				await run(node, act({ skipContacted: true }), to(profile), { deduplication });
			}
			expect(fixture.sandbox.deliveries).toHaveLength(1);
		},
	);
});

describe('reads that answer with somebody else', () => {
	const READS: ReadonlyArray<{ name: string; node: Node; parameters: IDataObject }> = [
		{ name: 'OutX profile', node: 'outX', parameters: { resource: 'profile', operation: 'get' } },
		{
			name: 'OutX posts',
			node: 'outX',
			parameters: { resource: 'profile', operation: 'getPosts' },
		},
		{
			name: 'ConnectSafely.ai profile',
			node: 'connectSafely',
			parameters: { resource: 'profile', operation: 'get' },
		},
		{
			name: 'LinkupAPI V1 profile',
			node: 'linkupApi',
			parameters: { resource: 'profile', operation: 'get' },
		},
		{
			name: 'LinkupAPI V2 profile',
			node: 'linkupApi',
			parameters: { resource: 'profile', operation: 'get', ...V2 },
		},
	];

	it.each(READS.flatMap((read) => [true, false].map((simplify) => ({ ...read, simplify }))))(
		'$name, simplify $simplify: hands out nobody',
		async ({ node, parameters, simplify }) => {
			fixture.sandbox.world.lead(JANE, JOHN);
			const items = to(profileAddress(JANE), profileAddress(NEW));
			const result = await run(node, { ...parameters, simplify }, items, {
				onError: 'continueRegularOutput',
			});
			const [bad, ...good] = result.json('Node');
			expect(bad).toMatchObject({
				error: expect.stringMatching(/somebody else than 'Recipient' names/),
				details: {
					outcome: 'notSent',
					reason: 'otherPerson',
					retrySafe: true,
					recipient: { found: { publicIdentifier: JOHN } },
				},
			});
			expect(String(bad.error)).not.toMatch(/nothing was sent/);
			expect(good.every(({ error }) => error === undefined)).toBe(true);
		},
	);

	it('ConnectSafely.ai relationship, known by its URN', async () => {
		fixture.sandbox.faults.add({
			kind: 'status',
			status: 200,
			body: JSON.stringify({ connected: true, profileUrn: urn(JOHN) }),
		});
		const parameters = { resource: 'connection', operation: 'getRelationship' };
		const result = await run('connectSafely', parameters, to(urn(JANE)));
		const shown = shownError(result);
		expect(shown.details).toMatchObject({
			reason: 'otherPerson',
			recipient: { found: { urn: `urn:li:person:${person(JOHN).memberId}` } },
		});
	});

	it.each([
		['V1', {}, { status: 'success' }],
		['V2', V2, { success: true }],
	])('LinkupAPI %s connection status', async (_, more, envelope) => {
		const data = { invitation_state: 'ACCEPTED', public_identifier: JOHN };
		const body = JSON.stringify({ ...envelope, data });
		fixture.sandbox.faults.add({ kind: 'status', status: 200, body });
		const parameters = { resource: 'connection', operation: 'getStatus', ...more };
		const shown = shownError(await run('linkupApi', parameters, to(profileAddress(JANE))));
		expect(shown.details).toMatchObject({
			reason: 'otherPerson',
			recipient: { found: { publicIdentifier: JOHN } },
		});
	});
});

describe('an answer that says that the act went to somebody else', () => {
	const { connectSafelyDefault } = ACCOUNTS;
	const CASES: ReadonlyArray<{
		name: string;
		node: Node;
		parameters: IDataObject;
		asked: string;
		told: string;
		match: string;
		body: (told: string) => IDataObject;
	}> = [
		{
			name: 'ConnectSafely.ai message',
			node: 'connectSafely',
			parameters: message(),
			asked: JANE,
			told: JOHN,
			match: 'POST /message',
			body: (told) => ({ success: true, message: 'ok', recipientProfileUrn: urn(told) }),
		},
		{
			name: 'ConnectSafely.ai invitation',
			node: 'connectSafely',
			parameters: invitation(),
			asked: NEW,
			told: OTHER,
			match: 'POST /connect',
			body: (told) => ({ success: true, profileUrn: urn(told) }),
		},
		{
			name: 'LinkupAPI V2 invitation',
			node: 'linkupApi',
			parameters: invitation({}, V2),
			asked: NEW,
			told: OTHER,
			match: 'POST /v2/network',
			body: (told) => ({
				success: true,
				data: { public_identifier: told, profile_urn: urn(told) },
			}),
		},
	];

	it.each(CASES)('is unclear, and never repeated: $name', async (one) => {
		const { node, parameters, asked, told, match } = one;
		const body = JSON.stringify(one.body(told));
		fixture.sandbox.faults.add({ kind: 'status', status: 200, body, match });
		// In the conversation that the service shows there is the same text: it proves nothing.
		fixture.sandbox.world.network.write(connectSafelyDefault, person(asked).memberId, {
			at: fixture.time.now() + 1_000,
			text: 'Hello',
			fromOwner: true,
			hasMedia: false,
		});
		const retried = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1_000 };
		const result = await run(node, parameters, to(profileAddress(asked)), retried);
		const shown = shownError(result);
		expect(shown.message).toMatch(/says that this went to somebody else/);
		expect(shown.details).toMatchObject({
			outcome: 'unknown',
			reason: 'otherPerson',
			retrySafe: false,
			recipient: { found: { urn: `urn:li:person:${person(told).memberId}` } },
		});
		const acts = fixture.sandbox.requests.filter(({ method, path, body: sent }) => {
			const { action } = (sent ?? {}) as { action?: string };
			return `${method} ${path}` === match && (action === undefined || action === 'invite');
		});
		expect(acts).toHaveLength(1);
	});
});

describe('an InMail to a connection', () => {
	const credits = (): number | undefined =>
		fixture.sandbox.world.account(ACCOUNTS.connectSafelyDefault)?.inMailCredits;

	it.each([
		['by address', profileAddress],
		['by URN', urn],
	])('is refused before it costs a credit, that item only: %s', async (_, name) => {
		const before = credits();
		const items = to(name(JANE), name(NEW));
		const result = await run('connectSafely', message({}, inMail), items, {
			onError: 'continueRegularOutput',
		});
		const [refused, sent] = result.json('Node');
		expect(refused).toMatchObject({
			error: expect.stringMatching(/one of your connections.*would cost a credit/),
			details: {
				outcome: 'notSent',
				reason: 'invalidInput',
				retrySafe: true,
				description: "Set 'Message Type' to Normal Message for this person.",
			},
		});
		expect(sent).toMatchObject({ outcome: 'sent', recipient: { urn: expect.any(String) } });
		expect(fixture.sandbox.deliveries).toMatchObject([{ publicIdentifier: NEW }]);
		expect(credits()).toBe((before ?? 0) - 1);
	});

	it('is refused in a dry run too', async () => {
		const result = await run('connectSafely', message({ dryRun: true }, inMail), to(JANE));
		expect(shownError(result).message).toMatch(/one of your connections/);
	});

	it('counts the connections of the account that sends', async () => {
		const { world } = fixture.sandbox;
		const id = '60d21b4667d0d8992e610c98';
		world.addAccount({ id, vendor: 'connectSafely', premium: true, inMailCredits: 1 });
		const parameters = message({}, { ...inMail, account: locator(id, 'list') });
		const result = await run('connectSafely', parameters, to(JANE));
		expect(result.json('Node')).toMatchObject([{ outcome: 'sent' }]);
	});

	it('goes out where nobody can tell, by a URN the look-up does not know', async () => {
		fixture.sandbox.world.connectSafely.memberIdsAsSlugs = 'never';
		const result = await run('connectSafely', message({}, inMail), to(urn(NEW)));
		expect(result.json('Node')).toMatchObject([{ outcome: 'sent' }]);
	});
});
