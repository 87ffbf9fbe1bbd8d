import fc from 'fast-check';

import type { Member } from '../../../../nodes/shared/linkedin';
import { contradicts, memberIn, membersIn, memberKeys } from '../../../../nodes/shared/linkedin';
import { anyText, memberId, slug, slugSpelling } from './spellings';

const KINDS = ['publicIdentifier', 'memberId', 'salesId', 'memberNumber'] as const;

/** Few values each, so that members meet. */
const member: fc.Arbitrary<Member> = fc.record(
	{
		publicIdentifier: fc.constantFrom('jane', 'john', 'rené', '123'),
		memberId: fc.constantFrom('ACoAAB1', 'ACoAAb1', '123'),
		salesId: fc.constantFrom('ACwAAB1', 'ACwAAB2', '123'),
		memberNumber: fc.constantFrom('123', '456'),
	},
	{ requiredKeys: [] },
);

describe('two members contradict each other', () => {
	test('exactly where one kind of name is known of both and differs', () => {
		fc.assert(
			fc.property(member, member, (a, b) => {
				const differs = KINDS.some(
					(kind) => a[kind] !== undefined && b[kind] !== undefined && a[kind] !== b[kind],
				);
				expect(contradicts(a, b)).toBe(differs);
				expect(contradicts(b, a)).toBe(differs);
			}),
			{ numRuns: 2000 },
		);
	});

	test('never with themselves, with nothing, or with a part of themselves', () => {
		fc.assert(
			fc.property(member, fc.subarray([...KINDS]), (whole, kinds) => {
				const part = Object.fromEntries(kinds.map((kind) => [kind, whole[kind]]));
				expect(contradicts(whole, whole)).toBe(false);
				expect(contradicts(whole, {})).toBe(false);
				expect(contradicts(whole, part)).toBe(false);
			}),
		);
	});

	test('not by the case of a slug, nor by how its accents are written', () => {
		fc.assert(
			fc.property(slug, fc.constantFrom('NFC', 'NFD'), (name, form) => {
				const other = { publicIdentifier: name.normalize(form) };
				expect(contradicts({ publicIdentifier: name }, other)).toBe(false);
			}),
		);
		const [one, other] = ['José-García', 'josé-garcía'.normalize('NFD')];
		expect(contradicts({ publicIdentifier: one }, { publicIdentifier: other })).toBe(false);
	});

	test('by the case of an ID, which LinkedIn minds', () => {
		expect(contradicts({ memberId: 'ACoAAB1c2' }, { memberId: 'ACoAAB1C2' })).toBe(true);
	});

	test('not by a name that is empty', () => {
		expect(contradicts({ publicIdentifier: 'jane' }, { publicIdentifier: '' })).toBe(false);
		expect(contradicts({ memberId: '' }, { memberId: 'ACoAAB1c2' })).toBe(false);
	});
});

describe('who an answer is about', () => {
	test('any spelling of the slug asked for is the person asked for', () => {
		const spelt = slug.chain((name) => fc.tuple(fc.constant(name), slugSpelling(name)));
		fc.assert(
			fc.property(spelt, ([name, text]) => {
				const found = memberIn({ slugs: [text] });
				expect(contradicts({ publicIdentifier: name }, found)).toBe(false);
			}),
			{ numRuns: 1000 },
		);
	});

	test('another slug, in whatever spelling, never passes where it can be read', () => {
		const spelt = slug.chain((name) => fc.tuple(fc.constant(name), slugSpelling(name)));
		fc.assert(
			fc.property(slug, spelt, (asked, [name, text]) => {
				fc.pre(asked !== name);
				const found = memberIn({ slugs: [text] });
				expect(found).not.toEqual({ publicIdentifier: asked });
				expect(contradicts({ publicIdentifier: asked }, found)).toBe(memberKeys(found).length > 0);
			}),
			{ numRuns: 1000 },
		);
	});

	test('one field that names somebody else outweighs all that agree, wherever it stands', () => {
		fc.assert(
			fc.property(memberId, memberId, fc.nat(4), (mine, other, at) => {
				fc.pre(mine !== other);
				const urns = Array<string>(4).fill(`urn:li:fsd_profile:${mine}`);
				urns.splice(at, 0, `urn:li:fsd_profile:${other}`);
				const asked = { memberId: mine };
				expect(contradicts(asked, memberIn({ urns, slugs: ['jane-doe'] }, asked))).toBe(true);
			}),
		);
	});

	test('nothing that may stand in a field makes it throw', () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(fc.anything(), anyText)), (fields) => {
				for (const found of membersIn({ slugs: fields, urns: fields })) {
					expect(memberKeys(found).length).toBeGreaterThan(0);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	test('digits are a public identifier where one is due, and nothing elsewhere', () => {
		expect(memberIn({ slugs: ['12345678'] })).toEqual({ publicIdentifier: '12345678' });
		expect(memberIn({ urns: ['12345678'] })).toEqual({});
	});
});
