import fc from 'fast-check';

import { checkText, greetingOf } from '../../../../../nodes/shared/sending/textCheck';
import type { TextCheck } from '../../../../../nodes/shared/sending/textCheck';
import { FURTHER_ORDINARY } from './furtherCases';
import { ORDINARY as FIRST_ORDINARY } from './ordinaryCases';
import { EMPTY_NAMES, ESCAPES, HTML, PLACEHOLDERS } from './unfinishedCases';

const ORDINARY = [...FIRST_ORDINARY, ...FURTHER_ORDINARY];

/** What goes out; undefined when it is refused. */
function out(text: string, mode: TextCheck): string | undefined {
	try {
		return checkText(text, mode, 'Message');
	} catch {
		return undefined;
	}
}

const ordinary = fc.constantFrom(...ORDINARY);

/** Field names as programs and people write them. */
const field = fc.constantFrom(
	...[
		'first_name',
		'firstName',
		'FirstName',
		'FIRSTNAME',
		'First Name',
		'Vorname',
		'company_name',
		'companyName',
	],
	...['Company Name', 'last_name', 'jobTitle', 'Nombre', 'Prénom'],
);
const wrap = fc.constantFrom<readonly [string, string]>(
	...([
		['{', '}'],
		['{{', '}}'],
		['{{ ', ' }}'],
		['{{{', '}}}'],
		['[', ']'],
		['[[', ']]'],
		['<', '>'],
		['<%= ', ' %>'],
		['{% if ', ' %}'],
		['*|', '|*'],
		['${', '}'],
		['%%', '%%'],
		['{{contact.', '}}'],
		['{{ $json.', ' }}'],
		['{', '|there}'],
		['[Your ', ']'],
		['[insert ', ']'],
	] as ReadonlyArray<readonly [string, string]>),
);
const placeholder = fc.oneof(
	fc.constantFrom(...PLACEHOLDERS.filter((each) => /^[[{<*%$#@_]/.test(each) && each.length > 3)),
	fc.tuple(wrap, field).map(([[open, close], name]) => open + name + close),
	fc
		.tuple(
			fc.constantFrom('%', '#', '##', '@@', '%%'),
			fc.constantFrom('first_name', 'FIRSTNAME', 'firstName'),
		)
		.map(([sign, name]) => sign + name + sign),
	fc
		.tuple(fc.constantFrom('Hi', 'I saw', 'Great'), fc.constantFrom('Hello', 'I noticed', 'Nice'))
		.map(([one, other]) => `{${one}|${other}}`),
);

/** The text with a word of its own put in at one of its blanks, or at an end. */
function inserted(text: string, word: string, at: number): string {
	const gaps = [0, ...[...text.matchAll(/ /g)].map(({ index }) => index), text.length];
	const gap = gaps[at % gaps.length];
	return `${text.slice(0, gap)} ${word} ${text.slice(gap)}`;
}

it('gives back to the letter what it lets through', () => {
	fc.assert(
		fc.property(fc.oneof(ordinary, fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
			expect([text, undefined]).toContain(out(text, 'refuse'));
			expect(out(text, 'off')).toBe(text);
		}),
		{ numRuns: 800 },
	);
});

it('lets ordinary texts through side by side as well', () => {
	const whole = ORDINARY.filter((text) => /\p{L}{2}.*[.!?]$/u.test(text) && !/[\\<{[]/.test(text));
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...whole), { minLength: 1, maxLength: 5 }), (texts) => {
			const text = texts.join('\n\n');
			expect(out(text, 'refuse')).toBe(text);
			expect(out(text, 'cleanUp')).toBe(text);
		}),
		{ numRuns: 1000 },
	);
});

it('refuses any ordinary text with a placeholder put in', () => {
	fc.assert(
		fc.property(ordinary, placeholder, fc.nat(), (text, word, at) => {
			// Beside other underscores one cannot be told from bold print.
			fc.pre(!(word.startsWith('_') && text.includes('_')));
			expect(out(inserted(text, word, at), 'refuse')).toBeUndefined();
			expect(out(inserted(text, word, at), 'cleanUp')).toBeUndefined();
		}),
		{ numRuns: 1200 },
	);
});

it('refuses an empty name whatever follows, and HTML and escapes wherever they stand', () => {
	fc.assert(
		fc.property(fc.constantFrom(...EMPTY_NAMES), ordinary, ([start], text) => {
			const french = /[!:]/.test(start);
			if (!french) expect(out(`${start}\n${text}`, 'refuse')).toBeUndefined();
		}),
		{ numRuns: 600 },
	);
	fc.assert(
		fc.property(fc.constantFrom(...HTML, ...ESCAPES), ordinary, ([piece], text) => {
			expect(out(`${text}\n${piece}`, 'refuse')).toBeUndefined();
		}),
		{ numRuns: 600 },
	);
});

const word = fc.stringMatching(/^[a-zäöüéñßа-яα-ω]{1,9}$/u);
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const paragraphs = fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), {
	minLength: 1,
	maxLength: 4,
});
const gap = fc.constantFrom('', '\n', '\r\n', '\n\n', '\n\t ');

it('turns HTML made from a plain text back into that text', () => {
	fc.assert(
		fc.property(
			paragraphs,
			gap,
			fc.constantFrom('<br>', '<br/>', '<BR />'),
			(pars, between, br) => {
				const plain = `So be it.\n\n${pars.map((lines) => lines.join('\n')).join('\n\n')}`;
				const html = `<p class="a > b">So be it.</p>${between}${pars
					.map(
						(lines) => `<p>${lines.map((each) => `<span>${each}</span>`).join(br + between)}</p>`,
					)
					.join(between)}`;
				fc.pre(out(plain, 'refuse') === plain);
				expect(out(html, 'cleanUp')).toBe(plain);
			},
		),
		{ numRuns: 1000 },
	);
});

it('turns literal breaks and encoded characters back', () => {
	fc.assert(
		fc.property(paragraphs, fc.constantFrom('\\n', '\\r\\n', '\\\\n'), (pars, escape) => {
			const plain = `So be it.\n\n${pars.map((lines) => lines.join('.\n')).join('.\n\n')}`;
			fc.pre(out(plain, 'refuse') === plain);
			expect(out(plain.replaceAll('\n', escape), 'cleanUp')).toBe(plain);
			const encoded = [...plain].map((each) =>
				each === '\n' ? each : `&#${each.codePointAt(0)};`,
			);
			expect(out(encoded.join(''), 'cleanUp')).toBe(plain);
		}),
		{ numRuns: 1000 },
	);
});

it('cleans once and for all, and what is clean passes', () => {
	const scrap = fc.oneof(
		ordinary,
		fc.constantFrom(...[...HTML, ...ESCAPES].map(([text]) => text)),
		fc.constantFrom(
			'<p>',
			'</p>',
			'<br>',
			'&amp;',
			'amp;',
			'&lt;',
			'b>',
			'\\n',
			'\\',
			'n',
			'&',
			'<',
			'>',
			'<a href="x.io">',
			'</a>',
			'<li>',
			'<pre>',
			'<script>',
			'\n',
			' ',
			'\\u003c',
			'p>',
		),
	);
	fc.assert(
		fc.property(fc.array(scrap, { minLength: 1, maxLength: 8 }), (pieces) => {
			const clean = out(pieces.join(''), 'cleanUp');
			if (clean === undefined) return;
			expect(out(clean, 'cleanUp')).toBe(clean);
			expect(out(clean, 'refuse')).toBe(clean);
		}),
		{ numRuns: 1200 },
	);
});

/** Texts made to keep a backtracking reader busy. */
const HOSTILE: readonly string[] = [
	...[
		'{',
		'[',
		'<',
		'(',
		'«',
		'【',
		'%',
		'#',
		'_',
		'*',
		'|',
		'$',
		'@',
		'~',
		'\\',
		'&',
		' ',
		'\n',
		',',
		'"',
		"'",
		'=',
		'-',
		':',
		'!',
	],
	...[
		'{{',
		'{%',
		'<%',
		'[[',
		'<<',
		'*|',
		'${',
		'%%',
		'##',
		'@@',
		'\\n',
		'\\a',
		'&#1',
		'<a ',
		'<a href="',
		'<!--',
		'<p',
		'<p>',
		'{a',
		'[a',
		'<a',
	],
	...[
		'{a|',
		'[a b ',
		'%a ',
		'#a',
		'_a',
		'C:\\a',
		'C:\\a b',
		'\\\\a',
		'a\\b',
		'A\\b',
		'a_',
		'a.',
		'aA',
		'Hi ',
		'Hi\n',
		'Hi ,'.slice(0, 3),
		'Dear Mr. ',
		'Hi - ',
	],
	...[
		'undefined ',
		'at undefined',
		'lorem ',
		'a',
		'ä',
		'你',
		'\u200B',
		'\u0301',
		'👋',
		'[\\r',
		'\\d+',
		'print(',
		'${a',
		'{{a',
		'Hallo liebe ',
		'<b a',
		"<b '",
		'<title>',
		'</a',
		'X',
		'〇',
		'f_',
		'first_',
		'%1',
	],
];

it.each(HOSTILE)('reads ten thousand characters of %j at once', (piece) => {
	const text = piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000);
	for (const whole of [text, `Hi Jane, ${text} x`, `${text}}]>)»】`]) {
		const start = performance.now();
		out(whole, 'refuse');
		out(whole, 'cleanUp');
		greetingOf(whole);
		expect(performance.now() - start).toBeLessThan(1500);
	}
});
