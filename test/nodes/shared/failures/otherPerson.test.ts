import { Failure } from '../../../../nodes/shared/failures/failure';
import { samePerson, samePersonReached } from '../../../../nodes/shared/failures/otherPerson';
import { readMember } from '../../../../nodes/shared/linkedin';
import type { Member, NameFields } from '../../../../nodes/shared/linkedin';

const ID = 'ACoAAA24A-MBVEvT49xpVF2gnWrhvmUIPDJshSM';
const JOHNS = 'ACoAAB35B-NCWFwU50yqWG3hoXsiwnVJQEKtiTN';
const SALES = 'ACwAAA24A-MBVEvT49xpVF2gnWrhvmUIPDJshSM';

const check = (asked: Member, fields: NameFields): Member | Failure => {
	try {
		return samePerson({ service: 'OutX', asked, ...fields }, 'nothing was sent');
	} catch (error) {
		expect(error).toBeInstanceOf(Failure);
		return error as Failure;
	}
};

const verdict = (asked: Member, fields: NameFields): 'same' | 'silent' | 'other' => {
	const found = check(asked, fields);
	if (found instanceof Failure) {
		expect(found.facts).toMatchObject({ reason: 'otherPerson', outcome: 'notSent' });
		expect(Object.keys(found.facts.found ?? {}).length).toBeGreaterThan(0);
		return 'other';
	}
	return Object.keys(found).length === 0 ? 'silent' : 'same';
};

/** Nothing that names a member. */
const NOTHING: readonly unknown[] = [
	undefined,
	null,
	'',
	' ',
	'\n',
	0,
	7,
	12345678,
	Number.NaN,
	true,
	false,
	[],
	['jane-doe'],
	{},
	{ publicIdentifier: 'john-doe' },
	'null',
	'undefined',
	'NaN',
	'none',
	'UNKNOWN',
	'unknown',
	'LinkedIn Member',
	'Jane Doe',
	'n/a',
	'-',
	'---',
	'…',
	'{{ slug }}',
	'https://example.com/in/john-doe',
	'https://www.linkedin.com/company/acme',
	'https://www.linkedin.com/search/results/people/headless?x=1',
	'urn:li:fsd_company:123',
	'urn:li:fsd_profile:',
	'urn:li:fsd_profile:UNKNOWN',
	'urn:li:fsd_profile:null',
	'urn:li:member:0',
	'urn:li:activity:7123456789012345678',
	'jane@doe.example',
	'x'.repeat(5_000),
	`urn:li:msg_conversation:(urn:li:fsd_profile:${JOHNS},2-abc)`,
	'acoaab35b-ncwfwu50yqwg3hoxsiwnvjqektitn',
];

const JANE_SLUGS: readonly string[] = [
	'jane-doe',
	'Jane-Doe',
	'JANE-DOE',
	' jane-doe ',
	'jane-doe/',
	'jane%2Ddoe',
	'jane%252Ddoe',
	'in/jane-doe',
	'/in/jane-doe/',
	'linkedin.com/in/jane-doe',
	'www.linkedin.com/in/Jane-Doe/',
	'https://www.linkedin.com/in/jane-doe',
	'http://fr.linkedin.com/in/jane-doe/?trk=x',
	'https://www.linkedin.com/in/jane-doe/en',
	'jane-doe\u200B',
	'\uFEFFjane-doe',
];

const JOHN_SLUGS: readonly string[] = [
	'john-doe',
	'John-Doe',
	'JOHN-DOE',
	'john-doe/',
	'jane-doe-1',
	'jane-do',
	'janedoe',
	'jane-doe-2b3c4d',
	'https://www.linkedin.com/in/john-doe',
	'linkedin.com/in/JOHN-doe/',
	'/in/john-doe',
	'john%2Ddoe',
	'jané-doe',
	'jan%C3%A9-doe',
	'12345678',
	'ジェーン',
	'jane.doe',
];

const idSpellings = (id: string): string[] => [
	`urn:li:fsd_profile:${id}`,
	`urn:li:fs_miniProfile:${id}`,
	`urn:li:person:${id}`,
	`URN:LI:FSD_PROFILE:${id}`,
	`urn:li:fs_profile:${id}`,
	`urn:li:fsd_profile:(${id},NAME_SEARCH)`,
	id,
	` ${id} `,
	`https://www.linkedin.com/in/${id}`,
	`urn%3Ali%3Afsd_profile%3A${id}`,
	`urn:li:msg_messagingParticipant:urn:li:fsd_profile:${id}`,
];

describe('an answer about a person asked for by slug', () => {
	const asked = readMember('https://www.linkedin.com/in/jane-doe');

	it.each(NOTHING)('that names nobody as %p is accepted: it cannot be told', (field) => {
		expect(verdict(asked, { slugs: [field] })).toBe('silent');
		expect(verdict(asked, { urns: [field] })).toBe('silent');
	});

	it.each(JANE_SLUGS)('is that person’s as %p', (field) => {
		expect(verdict(asked, { slugs: [field] })).toBe('same');
	});

	it.each(JOHN_SLUGS)('is somebody else’s as %p, whatever stands beside', (field) => {
		expect(verdict(asked, { slugs: [field] })).toBe('other');
		expect(verdict(asked, { slugs: ['jane-doe', field], urns: [`urn:li:person:${ID}`] })).toBe(
			'other',
		);
		expect(verdict(asked, { slugs: [field, 'jane-doe', ...NOTHING] })).toBe('other');
	});

	it.each([
		...idSpellings(ID),
		`urn:li:fs_salesProfile:(${SALES},NAME_SEARCH,x1Yz)`,
		'urn:li:member:123',
	])('may be that person’s under an ID: %p', (field) =>
		expect(verdict(asked, { urns: [field] })).toBe('same'),
	);
});

describe('an answer about a person asked for by ID', () => {
	const asked: Member = { memberId: ID };

	it.each(idSpellings(ID))('is that person’s as %p', (field) => {
		expect(verdict(asked, { urns: [field] })).toBe('same');
		expect(verdict(asked, { slugs: [field] })).toBe('same');
	});

	it.each([...idSpellings(JOHNS), 'urn:li:fsd_profile:ABC123', `urn:li:person:${ID.slice(0, -1)}`])(
		'is somebody else’s as %p',
		(field) => {
			expect(verdict(asked, { urns: [field] })).toBe('other');
			expect(verdict(asked, { urns: [ID, field], slugs: ['jane-doe'] })).toBe('other');
		},
	);

	it('tells nothing against a slug', () => {
		expect(check(asked, { slugs: ['john-doe'] })).toEqual({ publicIdentifier: 'john-doe' });
	});
});

describe('an answer about a person asked for by another kind of ID', () => {
	it.each<[Member, unknown, 'same' | 'other']>([
		[{ salesId: SALES }, `urn:li:fs_salesProfile:(${SALES},NAME_SEARCH,x1Yz)`, 'same'],
		[{ salesId: SALES }, `https://www.linkedin.com/sales/lead/${SALES},NAME_SEARCH,x1Yz`, 'same'],
		[{ salesId: SALES }, 'urn:li:fs_salesProfile:(ACwAAB99,NAME_SEARCH,x1Yz)', 'other'],
		[{ salesId: SALES }, `urn:li:fsd_profile:${ID}`, 'same'],
		[{ memberNumber: '123' }, 'urn:li:member:0123', 'same'],
		[{ memberNumber: '123' }, 'urn:li:member:124', 'other'],
		[{ memberNumber: '123' }, `urn:li:fsd_profile:${ID}`, 'same'],
		[{ publicIdentifier: 'jane-doe', memberId: ID }, `urn:li:fsd_profile:${JOHNS}`, 'other'],
	])('%j, answered with %s: %s', (asked, field, expected) => {
		expect(verdict(asked, { urns: [field] })).toBe(expected);
	});

	it('names an ID where there is no address', () => {
		const found = check({ salesId: SALES }, { urns: ['urn:li:fs_salesProfile:(ACwAAB99,X,y)'] });
		expect((found as Failure).facts.found).toEqual({ urn: 'urn:li:fs_salesProfile:ACwAAB99' });
	});
});

describe('the words about somebody else', () => {
	const asked = { publicIdentifier: 'jane-doe' };
	const john = { service: 'OutX', asked, slugs: ['john-doe'], urns: [`urn:li:person:${JOHNS}`] };
	const thrown = (act: () => unknown): Failure => {
		try {
			act();
		} catch (error) {
			if (error instanceof Failure) return error;
		}
		throw new Error('Nothing was thrown');
	};

	it('say who, and what follows', () => {
		const named = { ...john, name: ['John', 'Doe'] };
		const failure = thrown(() => samePerson(named, 'nothing was sent'));
		expect(failure.facts).toMatchObject({
			what: "OutX answers with somebody else than 'Recipient' names, John Doe (https://www.linkedin.com/in/john-doe), so nothing was sent",
			stopsBatch: false,
			found: {
				name: 'John Doe',
				publicIdentifier: 'john-doe',
				profileUrl: 'https://www.linkedin.com/in/john-doe',
				urn: `urn:li:person:${JOHNS}`,
			},
		});
		expect(failure.retrySafe).toBe(true);
	});

	it.each([
		[[undefined, null, 7, {}], undefined],
		[['', '  '], undefined],
		[['John\n\u0000\u202E', 'Doe'], 'John Doe'],
		[['x'.repeat(500)], 'x'.repeat(80)],
		[['👋'.repeat(100)], '👋'.repeat(80)],
	])('hold a name as it fits into a line: %j', (name, expected) => {
		const { found } = thrown(() => samePerson({ ...john, name }, 'so')).facts;
		expect(found?.name).toBe(expected);
	});

	it('leave open what became of an act that has left', () => {
		const failure = thrown(() => samePersonReached(john));
		expect(failure.facts).toMatchObject({ outcome: 'unknown' });
		expect(failure.retrySafe).toBe(false);
		expect(failure.facts.what).toMatch(/^OutX says that this went to somebody else/);
	});

	it('are not said of an act whose answer names the person, or nobody', () => {
		expect(samePersonReached({ ...john, slugs: ['Jane-Doe'] })).toEqual({
			publicIdentifier: 'jane-doe',
			memberId: JOHNS,
		});
		for (const field of NOTHING) {
			expect(samePersonReached({ service: 'OutX', asked, urns: [field] })).toBeUndefined();
		}
	});
});
