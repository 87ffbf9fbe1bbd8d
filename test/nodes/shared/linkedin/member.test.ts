import fc from 'fast-check';

import type { Member } from '../../../../nodes/shared/linkedin';
import {
	memberKeys,
	mergeMembers,
	personUrn,
	profileUrl,
	profileUrn,
	sameMember,
} from '../../../../nodes/shared/linkedin';

const full: Member = {
	publicIdentifier: "josé-o'hara-(phd)",
	memberId: 'ACoAAB1c2',
	salesId: 'ACwAAB1c2',
	memberNumber: '123',
};

describe('spelling a member', () => {
	test('keys, best known first', () => {
		expect(memberKeys(full)).toStrictEqual([
			"in:josé-o'hara-(phd)",
			'id:ACoAAB1c2',
			'sales:ACwAAB1c2',
			'number:123',
		]);
		expect(memberKeys({})).toStrictEqual([]);
	});

	test('the address prefers the slug, encoded so that nothing cuts it short', () => {
		expect(profileUrl(full)).toBe('https://www.linkedin.com/in/jos%C3%A9-o%27hara-%28phd%29');
	});

	test('the address falls back on a member id that LinkedIn takes, and on nothing else', () => {
		expect(profileUrl({ memberId: 'ACoAAB1c2' })).toBe('https://www.linkedin.com/in/ACoAAB1c2');
		expect(profileUrl({ memberId: 'ABC123' })).toBeUndefined();
		expect(profileUrl({ salesId: 'ACwAAB1c2', memberNumber: '123' })).toBeUndefined();
		expect(profileUrl({})).toBeUndefined();
	});

	test('an address can be made of a slug with half a surrogate pair', () => {
		expect(profileUrl({ publicIdentifier: 'jane\uD800' })).toBe('https://www.linkedin.com/in/jane');
	});

	test('URNs need the member id', () => {
		expect(personUrn(full)).toBe('urn:li:person:ACoAAB1c2');
		expect(profileUrn(full)).toBe('urn:li:fsd_profile:ACoAAB1c2');
		expect(personUrn({ publicIdentifier: 'jane' })).toBeUndefined();
		expect(profileUrn({ salesId: 'ACwAAB1c2' })).toBeUndefined();
	});
});

/** Few values each, so that members meet. */
const member: fc.Arbitrary<Member> = fc.record(
	{
		publicIdentifier: fc.constantFrom('jane', 'john', '123'),
		memberId: fc.constantFrom('ACoAAB1', 'ACoAAB2', '123'),
		salesId: fc.constantFrom('ACwAAB1', 'ACwAAB2', '123'),
		memberNumber: fc.constantFrom('123', '456'),
	},
	{ requiredKeys: [], noNullPrototype: true },
);

describe('laws of same and merge', () => {
	test('a member with any key is the same as itself; one without is nobody', () => {
		fc.assert(fc.property(member, (a) => sameMember(a, a) === memberKeys(a).length > 0));
	});

	test('same is symmetric, and means an equal fact of one kind', () => {
		fc.assert(
			fc.property(member, member, (a, b) => {
				const kinds = ['publicIdentifier', 'memberId', 'salesId', 'memberNumber'] as const;
				const equal = kinds.some((kind) => a[kind] !== undefined && a[kind] === b[kind]);
				expect(sameMember(a, b)).toBe(equal);
				expect(sameMember(b, a)).toBe(equal);
			}),
		);
	});

	test('merging keeps what the first says and fills its gaps from the second', () => {
		fc.assert(
			fc.property(member, member, (a, b) => {
				expect(mergeMembers(a, b)).toStrictEqual({ ...b, ...a });
			}),
		);
	});

	test('merging is associative, and merging with oneself or nobody changes nothing', () => {
		fc.assert(
			fc.property(member, member, member, (a, b, c) => {
				expect(mergeMembers(mergeMembers(a, b), c)).toStrictEqual(
					mergeMembers(a, mergeMembers(b, c)),
				);
				expect(mergeMembers(a, a)).toStrictEqual(a);
				expect(mergeMembers(a, {})).toStrictEqual(a);
				expect(mergeMembers({}, a)).toStrictEqual(a);
			}),
		);
	});

	test('merging leaves no gap as undefined and prefers a fact to an empty one', () => {
		const gaps: Member = { publicIdentifier: undefined, memberId: '' };
		expect(mergeMembers(gaps, { memberId: 'ACoAAB1' })).toStrictEqual({ memberId: 'ACoAAB1' });
	});
});
