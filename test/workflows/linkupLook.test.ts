import type { IDataObject } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { ACCOUNTS, PEOPLE } from '../sandbox';
import type { FaultSpec, LoggedRequest } from '../sandbox';
import { DeduplicationStore } from '../support/engine';
import type { RunSpec } from './support/fixture';
import { locator, shownError, useFixture } from './support/fixture';
import type { Generation } from './support/linkup';
import { blind, isAct, isLook, lostAnswers } from './support/linkup';
import { profileAddress } from './support/outx';
import { expectToFitSchema } from './support/schema';

const fixture = useFixture();

const NO_PAUSE = { pauseMin: 0, pauseMax: 0 };
const account = (id: string): IDataObject => ({
	authentication: 'account',
	account: locator(id, 'id'),
});
const SHARED = {
	sending: NO_PAUSE,
	recipient: locator('={{ $json.profile }}'),
};

interface Act {
	name: string;
	generation: Generation;
	parameters: IDataObject;
	/** Somebody it reaches, and somebody else. */
	person: string;
	other: string;
	/**
	 * The request that looks, where one can tell anything: V1 does not say who wrote a message, and an
	 * invitation under way may be an older one.
	 */
	look?: IDataObject;
}

const url = `https://www.linkedin.com/in/${encodeURIComponent(PEOPLE.connected)}`;

const message = {
	parameters: { ...SHARED, resource: 'message', operation: 'send', message: 'Hello' },
	person: PEOPLE.connected,
	other: PEOPLE.connectedToo,
};
const invitation = {
	parameters: { ...SHARED, resource: 'connection', operation: 'sendRequest', note: '' },
	person: PEOPLE.stranger,
	other: PEOPLE.strangerToo,
};
const v2 = <T extends { parameters: IDataObject }>(act: T) => ({
	...act,
	generation: 'V2' as const,
	parameters: { ...act.parameters, ...account(ACCOUNTS.linkupMain) },
});

const MESSAGES: Act[] = [
	{
		...message,
		name: 'a message (V1)',
		generation: 'V1',
	},
	{
		...v2(message),
		name: 'a message (V2)',
		look: {
			path: '/v2/messages',
			body: { action: 'get_conversation', params: { profile_url: url, count: 10 } },
		},
	},
];
const INVITATIONS: Act[] = [
	{
		...invitation,
		name: 'an invitation (V1)',
		generation: 'V1',
	},
	{
		...v2(invitation),
		name: 'an invitation (V2)',
	},
];
const ACTS = [...MESSAGES, ...INVITATIONS];
const SHOWN = ACTS.filter(({ look }) => look !== undefined);

const SEEN = { outcome: 'sent', response: { seenAfterwards: true } };
const UNKNOWN = { outcome: 'unknown', retrySafe: false };

const RETRIED = { retryOnFail: true, maxTries: 4, waitBetweenTries: 1_000 };

const items = (...slugs: string[]): IDataObject[] =>
	slugs.map((slug) => ({ profile: profileAddress(slug) }));

const run = async (parameters: IDataObject, people: IDataObject[], more: Partial<RunSpec> = {}) =>
	await fixture.run({ node: 'linkupApi', parameters, items: people, ...more });

const acting = (): LoggedRequest[] => fixture.sandbox.requests.filter(isAct);
const looks = (): LoggedRequest[] => fixture.sandbox.requests.filter(isLook);
const memberId = (slug: string): string => fixture.sandbox.world.person(slug).memberId;
const passTime = async (ms: number): Promise<void> => await fixture.time.drive(sleep(ms));

const lose = (fault: FaultSpec): void => {
	fixture.sandbox.faults.add({ match: isAct, ...fault });
};

describe.each(ACTS)('LinkupAPI looks what became of $name', (act) => {
	const { generation, parameters, person, other, look } = act;
	const shows = look !== undefined;
	const cases = lostAnswers(generation).map((lost) => ({
		...lost,
		ends: lost.done && shows ? ('sent' as const) : ('unknown' as const),
	}));
	/** Done or not, answered or not. */
	const oneOfEach = cases.filter(({ fault }) => /^(html|reset\w+)$/.test(fault.kind));

	/** The item is seen to be sent, or nobody knows. */
	const expectEnd = (result: Awaited<ReturnType<typeof run>>, ends: 'sent' | 'unknown'): void => {
		if (ends === 'sent') expect(result.json('Node')).toMatchObject([SEEN]);
		else expect(shownError(result).details).toMatchObject(UNKNOWN);
	};

	describe.each(cases)('behind $name', ({ fault, done, ends }) => {
		it(`and says ${ends}, also with Retry On Fail`, async () => {
			lose(fault);
			expectEnd(await run(parameters, items(person), RETRIED), ends);
			expect(acting()).toHaveLength(1);
			expect(fixture.sandbox.deliveries).toHaveLength(done ? 1 : 0);
		});
	});

	describe.each(oneOfEach)('and behind $name', ({ fault, done, ends }) => {
		it('goes on with the others', async () => {
			lose(fault);
			const people = items(person, other);
			const result = await run(parameters, people, { onError: 'continueRegularOutput' });
			expect(result.json('Node')).toMatchObject([
				ends === 'sent' ? SEEN : { details: UNKNOWN },
				{ outcome: 'sent' },
			]);
			expect(result.json('Node')[1]).not.toHaveProperty('response.seenAfterwards');
			expect(acting()).toHaveLength(2);
			expect(fixture.sandbox.deliveries).toHaveLength(done ? 2 : 1);
		});

		it('looks again with Retry On Fail when the first look failed', async () => {
			blind(fixture, 1);
			lose(fault);
			expectEnd(await run(parameters, items(person), RETRIED), ends);
			expect(acting()).toHaveLength(1);
		});

		it('does not act again with Retry On Fail while nothing can be seen', async () => {
			blind(fixture);
			lose(fault);
			expectEnd(await run(parameters, items(person), RETRIED), 'unknown');
			expect(acting()).toHaveLength(1);
			expect(fixture.sandbox.deliveries).toHaveLength(done ? 1 : 0);
		});

		it('finds it later with "Retry execution"', async () => {
			blind(fixture, 1);
			lose(fault);
			const failed = await run(parameters, items(person));
			expectEnd(failed, 'unknown');
			await passTime(3_600_000);
			expectEnd(await run(parameters, items(person), { retryOf: failed }), ends);
			expect(acting()).toHaveLength(1);
			expect(fixture.sandbox.deliveries).toHaveLength(done ? 1 : 0);
		});
	});

	it('in the words of its generation, once, for one credit, or not at all', async () => {
		const { world } = fixture.sandbox;
		const before = world.linkup.credits;
		lose({ kind: 'html', processed: true });
		await run(parameters, items(person));
		expect(looks()).toMatchObject(look ? [look] : []);
		expect(before - world.linkup.credits).toBe(look ? 2 : 1);
	});

	it('not where the first answer settles it', async () => {
		const { linkup } = fixture.sandbox.world;
		const before = linkup.credits;
		await run(parameters, items(person));
		expect(before - linkup.credits).toBe(1);
		linkup.linkedinThrottled = true;
		await run(parameters, items(other));
		linkup.linkedinThrottled = false;
		await run(parameters, items(PEOPLE.unknown));
		await run({ ...parameters, sending: { dryRun: true } }, items(person));
		lose({
			kind: 'errorIn200',
			code: 'CHANNEL_ERROR',
			text: 'Invalid or expired LinkedIn cookie',
		});
		await run(parameters, items(person));
		expect(looks()).toHaveLength(0);
	});

	it('and stays unclear where the credits are used up', async () => {
		const { world } = fixture.sandbox;
		world.linkup.credits = 1;
		lose({ kind: 'html', processed: true });
		const result = await run(parameters, items(person));
		expect(shownError(result).details).toMatchObject(UNKNOWN);
		expect(acting()).toHaveLength(1);
	});

	it('but not once Stop is pressed', async () => {
		if (!shows) return;
		lose({
			kind: 'status',
			processed: true,
			match: () => {
				void sleep(2_000).then(() => started.cancel());
				return true;
			},
		});
		const started = fixture.start({ node: 'linkupApi', parameters, items: items(person) });
		const result = await fixture.time.drive(started.result);
		expect(result.status).toBe('canceled');
		const [last, ...more] = fixture.sandbox.requests;
		expect(more).toHaveLength(0);
		expect(fixture.time.now() - last.at).toBeLessThan(3_000);
	});

	it('and does not look when Stop cut the act off', async () => {
		lose({
			kind: 'resetAfter',
			match: () => {
				started.cancel();
				return true;
			},
		});
		const started = fixture.start({ node: 'linkupApi', parameters, items: items(person, other) });
		const result = await fixture.time.drive(started.result);
		expect(result.status).toBe('canceled');
		expect(fixture.sandbox.requests).toHaveLength(1);
	});

	it('and keeps a contact whether it saw it or not', async () => {
		const deduplication = new DeduplicationStore();
		const once = { ...parameters, sending: { ...NO_PAUSE, skipContacted: true } };
		for (const processed of [false, true]) {
			const who = items(processed ? person : other);
			lose({ kind: 'status', processed });
			expectEnd(await run(once, who, { deduplication }), processed && shows ? 'sent' : 'unknown');
			const again = await run(once, who, { deduplication });
			expect(again.json('Node')).toMatchObject([{ reason: 'alreadyContacted' }]);
		}
		expect(fixture.sandbox.deliveries).toHaveLength(1);
	});

	it.each<[string, (slug: string) => string, boolean]>([
		// The author of a message is told by address, which an ID alone cannot be held against.
		['an ID alone', (slug) => `urn:li:fsd_profile:${memberId(slug)}`, false],
		['a foreign address', (slug) => `de.linkedin.com/in/${slug}/?trk=x`, true],
	])('by %s', async (_, named, isComparable) => {
		lose({ kind: 'html', processed: true });
		lose({ kind: 'html' });
		const seen = await run(parameters, [{ profile: named(person) }]);
		expectEnd(seen, shows && isComparable ? 'sent' : 'unknown');
		expectEnd(await run(parameters, [{ profile: named(other) }]), 'unknown');
		expect(acting()).toHaveLength(2);
		expect(fixture.sandbox.deliveries).toHaveLength(1);
	});
});

describe.each(SHOWN)('LinkupAPI and $name', ({ parameters, person }) => {
	/** Loses the answer; something else is written so many seconds after it left. */
	const loseBeside = (text: string, fromOwner: boolean, after: number, done: boolean): void => {
		const { world } = fixture.sandbox;
		lose({
			kind: 'status',
			processed: done,
			match: (call) => {
				if (!isAct(call)) return false;
				const written = { at: call.at + after * 1_000, text, fromOwner, hasMedia: false };
				world.network.write(ACCOUNTS.linkupMain, memberId(person), written);
				return true;
			},
		});
	};

	describe('does not take for ours', () => {
		const others: Array<[string, text: string, ours: boolean, after: number]> = [
			['the same words of an hour before', 'Hello', true, -3_600],
			['the same words of the person an hour before', 'Hello', false, -3_600],
			['the same words just before', 'Hello', true, -10],
			['other words of an hour before', 'Hi', true, -3_600],
			['other words just before', 'Hi', true, -10],
			['other words meanwhile', 'Hi', true, 0],
			['other words of the person meanwhile', 'Yes?', false, 0],
			['words that begin like ours', 'Hello there', true, 0],
		];

		it.each(others)('%s', async (_, text, ours, after) => {
			loseBeside(text, ours, after, false);
			const result = await run(parameters, items(person));
			expect(shownError(result).details).toMatchObject(UNKNOWN);
			expect(acting()).toHaveLength(1);
		});

		it.each(others)('%s, when ours is there too', async (_, text, ours, after) => {
			loseBeside(text, ours, after, true);
			const result = await run(parameters, items(person));
			expect(result.json('Node')).toMatchObject([SEEN]);
		});
	});

	it('does not take a message of an earlier day for one that got lost', async () => {
		await run(parameters, items(person));
		await passTime(86_400_000);
		lose({ kind: 'status' });
		const result = await run(parameters, items(person), RETRIED);
		expect(shownError(result).details).toMatchObject(UNKNOWN);
		expect(fixture.sandbox.deliveries).toHaveLength(1);
	});

	it.each<[string, FaultSpec, 'sent' | 'unknown']>([
		['five minutes ahead', { kind: 'clockOff', delayMs: 300_000 }, 'unknown'],
		['five minutes behind', { kind: 'clockOff', delayMs: -300_000 }, 'unknown'],
		['in seconds', { kind: 'clockOff', inSeconds: true }, 'sent'],
	])('by times of its own, %s', async (_, fault, ends) => {
		fixture.sandbox.faults.add({ ...fault, match: isLook });
		lose({ kind: 'html', processed: true });
		const result = await run(parameters, items(person));
		if (ends === 'sent') expect(result.json('Node')).toMatchObject([SEEN]);
		else expect(shownError(result).details).toMatchObject(UNKNOWN);
	});

	it('is not misled by a conversation that shows it late', async () => {
		lose({ kind: 'showsLate', delayMs: 600_000 });
		const failed = await run(parameters, items(person), RETRIED);
		expect(shownError(failed).details).toMatchObject(UNKNOWN);
		await passTime(3_600_000);
		const again = await run(parameters, items(person), { retryOf: failed });
		expect(again.json('Node')).toMatchObject([SEEN]);
		expect(fixture.sandbox.deliveries).toHaveLength(1);
	});

	it('finds it in a long conversation, for one credit', async () => {
		const { world } = fixture.sandbox;
		for (let day = 30; day > 0; day--) {
			const at = world.now() - day * 86_400_000;
			const written = { at, text: 'Hello', fromOwner: true, hasMedia: false };
			world.network.write(ACCOUNTS.linkupMain, memberId(person), written);
		}
		lose({ kind: 'html', processed: true });
		const result = await run(parameters, items(person));
		expect(result.json('Node')).toMatchObject([SEEN]);
		expect(looks()).toHaveLength(1);
	});

	it('finds line breaks and signs', async () => {
		lose({ kind: 'html', processed: true });
		const text = ' Hello Zoë & Co. — schön!\n\n👋  <3 ';
		const result = await run({ ...parameters, message: text }, items(person));
		expect(result.json('Node')).toMatchObject([SEEN]);
		expectToFitSchema('LinkupApi', 'message', 'send', result.json('Node'));
	});

	it('looks until it shows, where the line broke', async () => {
		const { sandbox } = fixture;
		const late = (): void =>
			sandbox.world.deliver({
				at: sandbox.world.now(),
				vendor: 'linkupApi',
				kind: 'message',
				from: ACCOUNTS.linkupMain,
				to: memberId(person),
				publicIdentifier: person,
				text: 'Hello',
			});
		lose({
			kind: 'resetBefore',
			match: () => {
				void sleep(5_000).then(late);
				return true;
			},
		});
		const result = await run(parameters, items(person), RETRIED);
		expect(result.json('Node')).toMatchObject([SEEN]);
		expect(acting()).toHaveLength(1);
		expect(sandbox.deliveries).toHaveLength(1);
	});

	const conversation = (messages: unknown): string =>
		JSON.stringify({ status: 'success', success: true, data: { messages } });
	const now = Date.parse('2026-11-23T12:00:01.000Z');
	const by = (slug: string, at: number | null = now): IDataObject => ({
		text: 'Hello',
		timestamp: at,
		sender_info: { profile_url: `https://de.linkedin.com/in/${encodeURIComponent(slug)}/` },
	});

	it.each<[string, string, unknown]>([
		['sent', 'a message by the account', [by('lena-linkup')]],
		['unknown', 'one that the person wrote, in the same words', [by(person)]],
		['unknown', 'an older one that the person wrote', [by(person, now - 86_400_000)]],
		['sent', 'both', [by(person), by('lena-linkup')]],
		['unknown', 'an unreadable author', [{ ...by(''), sender_info: { profile_url: 'Lena' } }]],
		['unknown', 'one without a time', [by('lena-linkup', null)]],
		['unknown', 'one without a text', [{ timestamp: now, message_type: 'SYSTEM' }]],
		['unknown', 'an empty conversation', []],
		['unknown', 'no list of messages', null],
		['unknown', 'a list of nothing known', ['Hello']],
	])('concludes %s from %s', async (ends, _, messages) => {
		const body = conversation(messages);
		fixture.sandbox.faults.add({ kind: 'status', status: 200, body, match: isLook });
		lose({ kind: 'html' });
		const result = await run(parameters, items(person));
		if (ends === 'sent') expect(result.json('Node')).toMatchObject([SEEN]);
		else expect(shownError(result).details.outcome).toBe(ends);
	});

	it('keeps to the account that acts', async () => {
		const { world } = fixture.sandbox;
		const second = { ...parameters, ...account(ACCOUNTS.linkupSecond) };
		const written = { at: world.now() + 1_000, text: 'Hello', fromOwner: true, hasMedia: false };
		world.network.write(ACCOUNTS.linkupMain, memberId(person), written);
		lose({ kind: 'html' });
		const result = await run(second, items(person));
		expect(shownError(result).details).toMatchObject(UNKNOWN);
		lose({ kind: 'html', processed: true });
		const seen = await run(second, items(person));
		expect(seen.json('Node')).toMatchObject([SEEN]);
	});
});

describe.each(INVITATIONS)('LinkupAPI and $name', ({ parameters, person }) => {
	it.each([
		['an invitation of ours under way before', PEOPLE.invited],
		['an invitation of theirs', PEOPLE.inviting],
		['being connected', PEOPLE.connected],
	])('does not take %s for ours', async (_, slug) => {
		lose({ kind: 'html' });
		const result = await run(parameters, items(slug), RETRIED);
		expect(shownError(result).details).toMatchObject(UNKNOWN);
		expect(acting()).toHaveLength(1);
		expect(fixture.sandbox.deliveries).toHaveLength(0);
	});

	it.each(['WITHDRAWN', 'UNKNOWN'])('concludes nothing from the state %s', async (state) => {
		const data = { invitation_state: state };
		const body = JSON.stringify({ status: 'success', success: true, data });
		fixture.sandbox.faults.add({ kind: 'status', status: 200, body, match: isLook });
		lose({ kind: 'html' });
		const result = await run(parameters, items(person));
		expect(shownError(result).details).toMatchObject(UNKNOWN);
	});

	it('looks at people with a name in other letters', async () => {
		lose({ kind: 'html' });
		const result = await run(parameters, items(PEOPLE.groupMember));
		expect(shownError(result).details).toMatchObject(UNKNOWN);
	});
});
