import { personParams, memberIn, simpleProfile } from '../../../nodes/LinkupApi/people';
import { relationAnswer, simpleRelation } from '../../../nodes/LinkupApi/relation';

const read = (answer: object) => simpleRelation(relationAnswer.parse(answer));

const CONNECTED = { connected: true, invitationPending: false, canInvite: false, canAccept: false };
const SENT = { connected: false, invitationPending: true, canInvite: false, canAccept: false };
const RECEIVED = { connected: false, invitationPending: true, canInvite: false, canAccept: true };
const NONE = { connected: false, invitationPending: false, canInvite: true, canAccept: false };
const UNKNOWN = { ...NONE, canInvite: false };

describe('how the account stands to a person', () => {
	it.each([
		['ACCEPTED', 'CONNECTED', 1, CONNECTED],
		['ACCEPTED', null, null, CONNECTED],
		['CONNECTED', null, 2, CONNECTED],
		['connected', undefined, undefined, CONNECTED],
		['NO_INVITATION', null, 1, CONNECTED],
		['PENDING', 'CONNECTED', 2, CONNECTED],
		['PENDING', 'SENT', 2, SENT],
		['PENDING', null, 3, SENT],
		['INVITATION_SENT', null, 2, SENT],
		['PENDING', 'RECEIVED', 2, RECEIVED],
		['NO_INVITATION', null, 2, NONE],
		['NO_INVITATION', null, null, NONE],
		['CAN_INVITE', null, 3, NONE],
		['NO_INVITATION', 'SENT', 2, SENT],
		['WITHDRAWN', null, 2, UNKNOWN],
	])('%s, %s, %s', (state, type, distance, expected) => {
		const answer = {
			invitation_state: state,
			invitation_type: type,
			member_distance: distance,
			invitation_id: null,
		};
		expect(read(answer)).toEqual({
			...expected,
			state,
			type: type ?? null,
			distance: distance ?? null,
			invitationId: null,
		});
	});

	it.each([
		['7331558767219683329', '7331558767219683329'],
		[4711, '4711'],
	])('keeps the id %s as text', (id, text) => {
		expect(read({ invitation_state: 'PENDING', invitation_id: id }).invitationId).toBe(text);
	});

	it.each([{}, { invitation_state: '' }, { invitation_state: 1 }, null])(
		'does not guess from %j',
		(answer) => expect(relationAnswer.safeParse(answer).success).toBe(false),
	);
});

describe('people in LinkupAPI words', () => {
	it.each([
		[{ publicIdentifier: 'jane-doe' }, { profile_url: 'https://www.linkedin.com/in/jane-doe' }],
		[{ publicIdentifier: '张伟' }, { identifier: '张伟' }],
		[
			{ memberId: 'ACoAABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghi' },
			{ profile_url: 'https://www.linkedin.com/in/ACoAABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghi' },
		],
	])('%j', (member, expected) => expect(personParams(member)).toEqual(expected));

	it('cannot name a member by a tracking number', () => {
		expect(() => personParams({ memberNumber: '123' })).toThrow(/finds nobody/);
	});

	it.each([undefined, null, 'text', [], {}, { public_id: 7, profile_urn: 'urn:li:company:1' }])(
		'finds no member in %j',
		(record) => expect(memberIn(record as never)).toEqual({}),
	);

	it('simplifies a profile to ten fields, and leaves out what is unknown', () => {
		const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`field_${i}`, i]));
		const profile = {
			...many,
			public_id: 'jane-doe',
			first_name: 'Jane',
			last_name: 'Doe',
			headline: null,
			location: '',
			summary: 'Sells',
			industry: 'Software',
			experience: [{ title: 'VP', company_name: 'Acme' }],
		};
		expect(simpleProfile(profile)).toEqual({
			name: 'Jane Doe',
			industry: 'Software',
			about: 'Sells',
			title: 'VP',
			company: 'Acme',
			publicIdentifier: 'jane-doe',
			profileUrl: 'https://www.linkedin.com/in/jane-doe',
		});
	});
});
