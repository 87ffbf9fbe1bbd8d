import {
	profileAnswer,
	quotaRecord,
	relationshipAnswer,
	simpleProfile,
} from '../../../nodes/ConnectSafely/answers';
import { accountName, canAct, fetchAccounts } from '../../../nodes/ConnectSafely/accounts';
import { memberNamed, named, personInput } from '../../../nodes/ConnectSafely/people';
import { apiThatAnswers } from './call';

const ID = 'ACoAAA24A-MBVEvT49xpVF2gnWrhvmUIPDJshSM';

describe('A quota', () => {
	it('has its moments in ISO 8601, and keeps what it cannot read', () => {
		const quota = { feature: 'CONNECT', used: 3, limitReachedAt: null, resetAt: 'Monday' };
		expect(quotaRecord(quota, {}, { account: 'acc_1' })).toEqual({ accountId: 'acc_1', ...quota });
		const moments = {
			feature: 'CONNECT',
			limitReachedAt: '2026-11-23 10:00:00+00:00',
			resetAt: '2026-11-30 00:00:00+00:00',
		};
		expect(quotaRecord(moments, { accountId: 'acc_1' }, { account: 'x' })).toEqual({
			accountId: 'acc_1',
			feature: 'CONNECT',
			limitReachedAt: '2026-11-23T10:00:00.000Z',
			resetAt: '2026-11-30T00:00:00.000Z',
		});
	});

	it('invents no moments', () => {
		expect(quotaRecord({ feature: 'X' }, null, { account: 'acc_1' })).toEqual({
			accountId: 'acc_1',
			feature: 'X',
		});
	});
});

describe('A simple profile', () => {
	it('bears a profile with nothing in it, or other things than expected', () => {
		expect(simpleProfile({})).toEqual({});
		expect(simpleProfile({ profile: [], skills: null })).toEqual({});
		expect(simpleProfile({ profile: { location: 'Paris', firstName: 'Cher' } })).toEqual({
			name: 'Cher',
		});
	});

	it.each([
		[{ contact: { email: 'a@b.example' }, profile: {} }],
		[{ profile: { contactInfo: { email: 'a@b.example' } } }],
	])('finds contact data in %j', (answer) => {
		expect(simpleProfile(answer)).toEqual({ contact: { email: 'a@b.example' } });
	});
});

describe('Answers', () => {
	it('may hold more than is known', () => {
		const more = { connected: false, somethingNew: [1], profileUrn: null };
		expect(relationshipAnswer.parse(more)).toEqual(more);
		expect(profileAnswer.safeParse({ success: true, profile: null }).success).toBe(true);
	});

	it('must say whether two people are connected', () => {
		for (const connected of [undefined, null, 'true', 1]) {
			expect(relationshipAnswer.safeParse({ connected }).success).toBe(false);
		}
	});
});

describe('An account', () => {
	const account = { id: 'acc_1', apiSeatAllocated: true, enabled: true, status: 'AVAILABLE' };

	it.each([
		['AVAILABLE', true],
		['available', true],
		['FREE', true],
		['PREMIUM', true],
		['IN_USE', true],
		['WARMUP', false],
		['ERROR', false],
		['UNKNOWN', false],
		['NOT_AVAILABLE', false],
		[undefined, true],
	])('in the state %s can act: %s', (status, can) => {
		expect(canAct(JSON.parse(JSON.stringify({ ...account, status })))).toBe(can);
	});

	it('cannot act without a seat or switched off', () => {
		expect(canAct({ ...account, apiSeatAllocated: false })).toBe(false);
		expect(canAct({ ...account, enabled: false })).toBe(false);
	});

	it('is called by its person, else by its address, else by its ID', () => {
		const person = { id: 'acc_1', firstName: 'Jane', lastName: 'Doe', publicId: 'jane' };
		expect(accountName(person)).toBe('Jane Doe');
		expect(accountName({ ...person, status: 'IN_USE' })).toBe('Jane Doe (in use)');
		expect(accountName({ ...person, lastName: null })).toBe('Jane');
		expect(accountName({ id: 'acc_1', firstName: '', publicId: 'jane' })).toBe('jane');
		expect(accountName({ id: 'acc_1' })).toBe('acc_1');
	});

	it('is refused without an ID', async () => {
		for (const body of [[{ firstName: 'Jane' }], { accounts: [] }, [{ id: '' }]]) {
			await expect(fetchAccounts(apiThatAnswers({ status: 200, body }))).rejects.toMatchObject({
				facts: { reason: 'unexpectedAnswer', outcome: 'notSent' },
			});
		}
		expect(await fetchAccounts(apiThatAnswers({ status: 200, body: [] }))).toEqual([]);
	});
});

describe('A person', () => {
	const field = { urn: 'profileUrn', slug: 'profileId' };

	it('is named by URN where that is known, else by public identifier', () => {
		expect(named({ memberId: ID, publicIdentifier: 'jane' }, field)).toEqual({
			profileUrn: `urn:li:fsd_profile:${ID}`,
		});
		expect(named({ publicIdentifier: 'jane', salesId: 'ACwAAB123' }, field)).toEqual({
			profileId: 'jane',
		});
	});

	it.each([
		['https://www.linkedin.com/sales/lead/ACwAAA24A-MBVEvT49xpVF2gnWrhvmUIPDJshSM', /Sales/],
		['urn:li:member:12345678', /a member number/],
	])('cannot be %s', (input, says) => {
		const parsed = personInput.safeParse(input);
		expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
			expect.stringMatching(says),
		]);
	});

	it('that nobody can read is refused once', () => {
		expect(personInput.safeParse({ value: 1 }).error?.issues).toHaveLength(1);
	});

	it.each([undefined, null, 7, {}, '', 'urn:li:company:1', 'x'.repeat(5_000)])(
		'is in no answer that says %j',
		(urn) => {
			expect(memberNamed(urn)).toBeUndefined();
		},
	);

	it('is in an answer that has a URN', () => {
		expect(memberNamed(`urn:li:fsd_profile:${ID}`)).toEqual({ memberId: ID });
	});
});
