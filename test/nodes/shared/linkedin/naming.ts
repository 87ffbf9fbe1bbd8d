import fc from 'fast-check';

import { isRefused, readPiece } from '../../../../nodes/shared/linkedin/reference';
import type { Kind, Unnamed } from '../../../../nodes/shared/linkedin/reference';
import { anyText, scrappy } from './spellings';

type Read<T> = (input: unknown) => T;
type Wrong<W> = new (why: string, subject?: string) => W;

/** What an input names, or its refusal; fails if anything else is thrown. */
export function attempt<T, W extends Unnamed>(
	read: Read<T>,
	wrong: Wrong<W>,
	input: unknown,
): T | W {
	try {
		return read(input);
	} catch (error) {
		expect(error).toBeInstanceOf(wrong);
		return error as W;
	}
}

/** A case's name in a table of tests. */
export function shown(input: unknown): string {
	return typeof input === 'object' ? JSON.stringify(input) : String(input).slice(0, 110);
}

const SIGNS = '()/%,-_.:…#?&=@[]{}"\\ ';
const LINKEDIN = [
	...[
		'https://',
		'www.linkedin.com',
		'/feed/update/',
		'/posts/',
		'/company/',
		'/school/',
		'/embed',
	],
	...[
		'urn:li:',
		'activity',
		'share',
		'ugcPost',
		'comment',
		'fsd_update',
		'groupPost',
		'organization',
	],
	...['-activity-', '_share-', '7123456789012345678', '1035', '1', '0', 'jane', 'acme', 'é', '%3A'],
	...['%2F', '%25', '%', '?url=', '&commentUrn=', 'safety/go', 'ACoAAB1c2D3', 'lnkd.in/', 'null'],
];

/** Texts that are almost the name of something. */
export const nearly = fc
	.array(fc.constantFrom(...LINKEDIN, ...SIGNS), { minLength: 1, maxLength: 14 })
	.map((parts) => parts.join(''));

export const anything = fc.oneof(
	nearly,
	scrappy,
	anyText,
	fc.string({ unit: 'binary' }),
	fc.jsonValue(),
	fc.anything({ withBigInt: true, withNullPrototype: true, withObjectString: true }),
);

/** Whatever comes in is read into non-empty facts, or refused in one sentence about this kind of thing. */
export function expectSense<T extends object, W extends Unnamed>(
	read: Read<T>,
	wrong: Wrong<W>,
	facts: readonly string[],
): void {
	const property = fc.property(anything, (input) => {
		const answer = attempt(read, wrong, input);
		if (!(answer instanceof wrong)) {
			expect(Object.keys(answer)).not.toHaveLength(0);
			for (const [fact, value] of Object.entries(answer)) {
				expect(facts).toContain(fact);
				expect(value).toMatch(/\S/);
			}
			return;
		}
		expect(answer.why).toMatch(/^[a-z][^.!?\n"]+$/);
		expect(answer.message).toMatch(/^(?:"[^"\p{Cc}\p{Cs}]*"|[A-Z][a-z /]+) /u);
		expect(answer.message.endsWith(` ${answer.why}.`)).toBe(true);
		expect(answer.message.length - answer.why.length).toBeLessThanOrEqual(102);
		// A profile is spoken of only where one was given.
		const spoken = answer.why.replace(/(?:profile|URN|ID) of a person/, '');
		expect(spoken).not.toMatch(/profile|person|\/in\//);
	});
	fc.assert(property, { numRuns: 3000 });
}

const BRICKS = [
	...[
		'urn:li:',
		'urn:li:activity:',
		'activity:',
		'activity:1,',
		'activity-',
		'-activity-1',
		'7',
		'1-',
	],
	...[
		'share-7',
		'ugcPost:',
		'company:',
		'a',
		'é',
		'%',
		'%25',
		'%2F',
		'%3A',
		'(',
		')',
		',',
		'-',
		'_',
	],
	...[
		'/',
		'\\',
		'.',
		'..',
		'a.',
		' ',
		'?',
		'&',
		'&a=',
		'#',
		'@',
		'https://',
		'linkedin.com/',
		'm/',
	],
	...['https:', '…', '\u200B', '\u200C', '\uD83D', '1 ', 'a:', 'a=', '[', '"', '<'],
];

/** Linear steps take milliseconds for 100,000 characters; a quadratic one takes the better part of a minute. */
export function expectSpeed<T extends object>(kind: Kind<T>, opening: string): void {
	for (const brick of BRICKS) {
		const wall = brick.repeat(Math.ceil(100_000 / brick.length));
		for (const text of [wall, `${opening}${wall}!`, `urn:li:${wall}`]) {
			const start = performance.now();
			const piece = readPiece(text, kind, 0);
			expect(piece === undefined || isRefused(piece) || Object.keys(piece).length > 0).toBe(true);
			kind.bare(text);
			expect([brick, performance.now() - start]).toStrictEqual([brick, expect.any(Number)]);
			expect(performance.now() - start).toBeLessThan(3_000);
		}
	}
}
