import fc from 'fast-check';

import { NotACompany, NotAPost, readCompany, readPost } from '../../../../nodes/shared/linkedin';
import type { Company, Post } from '../../../../nodes/shared/linkedin';
import { attempt } from './naming';

const BREAKS = [
	...[
		' ',
		'\n',
		'\t',
		'\r\n',
		'\u00A0',
		'\u2028',
		'\u200B',
		'\u0000',
		'%20',
		'%0A',
		'\\n',
		'<br>',
		'&nbsp;',
	],
	...['?', '%3F', '*', '\uFFFD', '%2F', '/', '|', ';', ',', '.', '…', '&', '+'],
];
const GLUES = ['', ' ', '\n', '\\n', '|', ',', ';', '/', '%0A'];

const at = fc.double({ min: 0, max: 0.999, noNaN: true });

function broken(name: string, where: number, put: string): string {
	const cut = 1 + Math.floor(where * (name.length - 1));
	return name.slice(0, cut) + put + name.slice(cut);
}

describe('a company page', () => {
	const name = fc.constantFrom(
		...[
			'acme',
			'acme-inc',
			'acme-gmbh-&-co-kg',
			'café-doré',
			'株式会社-acme',
			'acme.com',
			'1035',
			'7654321',
		],
	);
	const spell = fc.constantFrom<(slug: string) => string>(
		(slug) => `https://www.linkedin.com/company/${slug}`,
		(slug) => `https://www.linkedin.com/company/${slug}/about/`,
		(slug) => `linkedin.com/school/${slug}?trk=x`,
		(slug) => (/^\d/.test(slug) ? `urn:li:company:${slug}` : slug),
		(slug) => `[Acme](https://www.linkedin.com/showcase/${slug})`,
	);
	const facts = (slug: string): Company => (/^\d/.test(slug) ? { id: slug } : { slug });

	test('broken anywhere in its name, it is that company or none', () => {
		fc.assert(
			fc.property(name, spell, at, fc.constantFrom(...BREAKS), (slug, write, where, put) => {
				const text = broken(slug, where, put);
				const answer = attempt<Company, NotACompany>(readCompany, NotACompany, write(text));
				if (answer instanceof NotACompany) return;
				// A sign that companies' names have makes the name that is written there.
				const written = { slug: text.toLowerCase() };
				const expected = /[&+.]/.test(put) ? [facts(slug), written] : [facts(slug)];
				expect(expected).toContainEqual(answer);
			}),
			{ numRuns: 3000 },
		);
	});

	test('glued to another one, it is never the other', () => {
		fc.assert(
			fc.property(name, fc.constantFrom(...GLUES), (slug, glue) => {
				const text = `https://www.linkedin.com/company/${slug}${glue}https://www.linkedin.com/company/globex`;
				expect([text, attempt(readCompany, NotACompany, text)]).toStrictEqual([
					text,
					expect.any(NotACompany),
				]);
			}),
		);
	});
});

describe('a post', () => {
	const kind = fc.constantFrom('activity', 'share', 'ugcPost');
	const id = fc.bigInt({ min: 10n ** 18n, max: 9_999_999_999_999_999_999n }).map(String);
	const SPELLINGS: ReadonlyArray<(k: string, i: string) => string> = [
		(k, i) => `urn:li:${k}:${i}`,
		(k, i) => `https://www.linkedin.com/feed/update/urn:li:${k}:${i}/`,
		(k, i) => `https://www.linkedin.com/posts/jane-doe_x-${k}-${i}-aBcD`,
		(k, i) => `urn:li:comment:(${k}:${i},7000000000000000001)`,
		(_, i) => i,
	];
	const spell = fc.constantFrom(...SPELLINGS);

	test('broken anywhere in its number, it is that post or none', () => {
		fc.assert(
			fc.property(kind, id, spell, at, fc.constantFrom(...BREAKS), (k, i, write, where, put) => {
				const text = write(k, broken(i, where, put));
				const answer = attempt<Post, NotAPost>(readPost, NotAPost, text);
				if (answer instanceof NotAPost) return;
				expect([text, Object.values(answer)]).toStrictEqual([text, [i]]);
			}),
			{ numRuns: 3000 },
		);
	});

	test.each(['10%2000000000000000000', '7*1234567890123456789', '71;1234567890123456789'])(
		'%s is not read from its end',
		(text) => {
			expect(attempt<Post, NotAPost>(readPost, NotAPost, text)).toBeInstanceOf(NotAPost);
		},
	);

	test('glued to another one, it is never the other', () => {
		fc.assert(
			fc.property(kind, id, id, spell, fc.constantFrom(...GLUES), (k, i, other, write, glue) => {
				fc.pre(i !== other);
				const text = `${write(k, i)}${glue}https://www.linkedin.com/posts/john_y-${k}-${other}-aB`;
				const answer = attempt<Post, NotAPost>(readPost, NotAPost, text);
				if (answer instanceof NotAPost) return;
				expect([text, Object.values(answer)]).toStrictEqual([text, [i]]);
			}),
			{ numRuns: 1000 },
		);
	});
});
