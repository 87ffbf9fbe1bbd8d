import fc from 'fast-check';

import type { Member } from '../../../../nodes/shared/linkedin';
import {
	memberKeys,
	NotAMember,
	personUrn,
	profileUrl,
	profileUrn,
	readMember,
} from '../../../../nodes/shared/linkedin';
import { read } from './refusal';
import {
	anyText,
	memberId,
	memberIdSpelling,
	salesId,
	salesIdSpelling,
	scrappy,
	slug,
	slugSpelling,
} from './spellings';

function spelt(
	name: fc.Arbitrary<string>,
	spell: (name: string) => fc.Arbitrary<string>,
): fc.Arbitrary<[string, string]> {
	return name.chain((text) => fc.tuple(fc.constant(text), spell(text)));
}

describe('one member, many spellings', () => {
	test('every spelling of a slug reads back as that slug', () => {
		fc.assert(
			fc.property(spelt(slug, slugSpelling), ([publicIdentifier, text]) => {
				expect(readMember(text)).toStrictEqual({ publicIdentifier });
			}),
			{ numRuns: 2000 },
		);
	});

	test('every spelling of a member id reads back as that id, its case untouched', () => {
		fc.assert(
			fc.property(spelt(memberId, memberIdSpelling), ([id, text]) => {
				expect(readMember(text)).toStrictEqual({ memberId: id });
			}),
			{ numRuns: 2000 },
		);
	});

	test('every spelling of a Sales Navigator or Recruiter id reads back without its token', () => {
		fc.assert(
			fc.property(spelt(salesId, salesIdSpelling), ([id, text]) => {
				expect(readMember(text)).toStrictEqual({ salesId: id });
			}),
			{ numRuns: 1000 },
		);
	});

	test('two slugs in one text are two people, whatever their spelling', () => {
		const pair = fc.tuple(spelt(slug, slugSpelling), spelt(slug, slugSpelling));
		fc.assert(
			fc.property(pair, ([[one, a], [other, b]]) => {
				fc.pre(one !== other);
				expect(read(`${a} ${b}`)).toMatchObject({ why: expect.stringContaining('two people') });
			}),
		);
	});
});

describe('what is read is canonical', () => {
	test('a profile address reads back as the member it was made of', () => {
		const member = fc.oneof(
			slug.map((publicIdentifier): Member => ({ publicIdentifier })),
			memberId.map((id): Member => ({ memberId: id })),
		);
		fc.assert(
			fc.property(member, (known) => {
				const url = profileUrl(known) ?? '';
				expect(url).toMatch(/^https:\/\/www\.linkedin\.com\/in\/[\w.~%-]+$/);
				expect(readMember(url)).toStrictEqual(known);
			}),
		);
	});

	test('so do URNs', () => {
		fc.assert(
			fc.property(memberId, (id) => {
				expect(readMember(personUrn({ memberId: id }))).toStrictEqual({ memberId: id });
				expect(readMember(profileUrn({ memberId: id }))).toStrictEqual({ memberId: id });
			}),
		);
	});

	test('any name that is accepted after /in/ stays the same when read again', () => {
		const name = fc.oneof(anyText, scrappy, fc.string({ unit: 'grapheme', minLength: 1 }));
		let accepted = 0;
		fc.assert(
			fc.property(name, fc.boolean(), (text, raw) => {
				const written = raw ? text : encodeURIComponent(text.replace(/\p{Cs}/gu, ''));
				const member = read(`https://www.linkedin.com/in/${written}`);
				if (member instanceof NotAMember || !member.publicIdentifier) return;
				accepted++;
				const { publicIdentifier } = member;
				expect(readMember(profileUrl(member))).toStrictEqual({ publicIdentifier });
			}),
			{ numRuns: 3000 },
		);
		expect(accepted).toBeGreaterThan(300);
	});
});

describe('whatever comes in', () => {
	const anything = fc.oneof(
		anyText,
		scrappy,
		fc.string({ unit: 'binary' }),
		fc.jsonValue(),
		fc.anything({ withBigInt: true, withNullPrototype: true, withObjectString: true }),
	);

	test('it names a member or is refused, and nothing else happens', () => {
		fc.assert(
			fc.property(anything, (input) => {
				const answer = read(input);
				if (!(answer instanceof NotAMember)) expect(memberKeys(answer)).not.toHaveLength(0);
			}),
			{ numRuns: 6000 },
		);
	});

	test('a member has no empty or unknown facts', () => {
		fc.assert(
			fc.property(scrappy, (input) => {
				const answer = read(input);
				if (answer instanceof NotAMember) return;
				for (const [fact, value] of Object.entries(answer)) {
					expect(['publicIdentifier', 'memberId', 'salesId', 'memberNumber']).toContain(fact);
					expect(value).toMatch(/\S/);
				}
			}),
			{ numRuns: 3000 },
		);
	});

	test('a refusal is one sentence on one line', () => {
		fc.assert(
			fc.property(anything, (input) => {
				const answer = read(input);
				if (!(answer instanceof NotAMember)) return;
				expect(answer.why).toMatch(/^[a-z][^.!?\n"]+$/);
				expect(answer.message).toMatch(/^(?:"[^"\p{Cc}\p{Cs}]*"|[A-Z][a-z /]+) /u);
				expect(answer.message.endsWith(` ${answer.why}.`)).toBe(true);
			}),
			{ numRuns: 3000 },
		);
	});

	test('a refusal never repeats more than 100 characters of the input', () => {
		const long = fc
			.array(fc.oneof(anyText, scrappy), { minLength: 5, maxLength: 40 })
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(long, (input) => {
				const answer = read(input);
				if (!(answer instanceof NotAMember)) return;
				const echo = answer.message.length - ` ${answer.why}.`.length;
				expect(echo).toBeLessThanOrEqual(100);
			}),
			{ numRuns: 2000 },
		);
	});
});
