import { readBare } from '../../../../nodes/shared/linkedin/bare';
import { isOpen, looseEnd } from '../../../../nodes/shared/linkedin/looseEnd';
import { isMojibake } from '../../../../nodes/shared/linkedin/mojibake';
import { otherId } from '../../../../nodes/shared/linkedin/otherIds';
import { readPiece } from '../../../../nodes/shared/linkedin/piece';
import { checkSlug, readSlug } from '../../../../nodes/shared/linkedin/slug';
import { readable, trimEdges, visible, words } from '../../../../nodes/shared/linkedin/text';
import { refusalOf } from './refusal';

const BRICKS = [
	...[
		'a',
		'a%',
		'%25',
		'%2525',
		'%2F',
		'%C3',
		'(',
		')',
		'()',
		'.',
		'..',
		'a.',
		'a-',
		'-',
		'/',
		'//',
	],
	...['\\', 'https://', 'http:', 'www.', 'linkedin.com', 'linkedin.com/in/', '/in/', 'in/', 'm/'],
	...[
		'urn:li:',
		'urn:li:person:',
		'urn:li:fs_salesProfile:(',
		'ACoAA',
		'ACoAAB1,',
		'a:',
		'a=',
		'@',
	],
	...['<', '>', '"', '[', '{', ' ', ' a', '\n', '\u200B', '\u200C', 'é\u200D', '\uD83D', '🚀', '&'],
	...[
		'&a',
		'&a=',
		'&amp;',
		'&quot',
		',',
		';',
		',-',
		'?',
		'#',
		'?url=',
		'1',
		'…',
		'İ',
		'e\u0301\u0301',
	],
];
const HUGE = 100_000;

/**
 * Linear steps take 1 to 70 ms for 100 000 characters on a slow machine; a quadratic one, with its
 * 10 000 000 000 comparisons, takes the better part of a minute.
 */
const GENEROUS_MS = 3000;

function duration(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

function wall(brick: string, length: number): string {
	return brick.repeat(Math.ceil(length / brick.length)).slice(0, length);
}

describe('each step is linear, though the length limit hides it', () => {
	test.each(BRICKS)('100 000 characters of %j', (brick) => {
		const bare = wall(brick, HUGE);
		const texts = [`https://www.linkedin.com/in/${bare}`, `${bare}!`];
		for (const text of texts) {
			expect(duration(() => visible(text))).toBeLessThan(GENEROUS_MS);
			expect(duration(() => trimEdges(text))).toBeLessThan(GENEROUS_MS);
			expect(duration(() => words(text))).toBeLessThan(GENEROUS_MS);
			expect(duration(() => readPiece(text))).toBeLessThan(GENEROUS_MS);
			expect(duration(() => readSlug(text))).toBeLessThan(GENEROUS_MS);
			expect(duration(() => readBare(text))).toBeLessThan(GENEROUS_MS);
			expect(duration(() => readable(text))).toBeLessThan(GENEROUS_MS);
			expect(duration(() => isMojibake(text))).toBeLessThan(GENEROUS_MS);
			expect(duration(() => otherId(text))).toBeLessThan(GENEROUS_MS);
			expect(duration(() => checkSlug(bare))).toBeLessThan(GENEROUS_MS);
			expect(duration(() => isOpen(text, ['jane']))).toBeLessThan(GENEROUS_MS);
			const end = 32;
			const begins = () => false;
			expect(duration(() => looseEnd({ text, start: 0, end, begins }))).toBeLessThan(GENEROUS_MS);
		}
	});
});

test('a megabyte is refused unread', () => {
	const texts = BRICKS.map((brick) => wall(brick, 1_000_000));
	const spent = duration(() => {
		for (const text of texts) expect(refusalOf(text).why).toContain('too long');
	});
	expect(spent).toBeLessThan(GENEROUS_MS);
});

test('the longest text that is read still is', () => {
	const text = `${' '.repeat(2000 - 24)}linkedin.com/in/jane-doe`;
	expect(words(text)).toStrictEqual(['linkedin.com/in/jane-doe']);
	expect(() => refusalOf(text)).toThrow('was read as {"publicIdentifier":"jane-doe"}');
	expect(refusalOf(` ${text}`).why).toContain('too long');
});
