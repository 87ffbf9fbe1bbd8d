import { Failure } from '../../../../../nodes/shared/failures/failure';
import { checkText } from '../../../../../nodes/shared/sending/textCheck';
import { FURTHER_ORDINARY, FURTHER_UNFINISHED } from './furtherCases';
import { ORDINARY } from './ordinaryCases';
import * as unfinished from './unfinishedCases';
import type { Unfinished } from './unfinishedCases';

/** What the check says of a text; undefined when it goes out. */
function refused(text: string, field = 'Message'): string | undefined {
	try {
		expect(checkText(text, 'refuse', field)).toBe(text);
		return undefined;
	} catch (error) {
		// An expectation of the lines above that was not met is none.
		expect(error).toBeInstanceOf(Failure);
		const { facts } = error as Failure;
		expect(facts).toMatchObject({ reason: 'invalidInput', outcome: 'notSent' });
		expect(facts.what).not.toMatch(/\n/);
		expect(facts.what.length).toBeLessThan(160);
		return facts.what;
	}
}

const FRAMED: Unfinished[] = unfinished.PLACEHOLDERS.map((placeholder, at) => [
	unfinished.FRAMES[at % unfinished.FRAMES.length].replace('@', () => placeholder),
	placeholder,
]);

const KINDS: ReadonlyArray<readonly [says: RegExp, texts: readonly Unfinished[]]> = [
	[/placeholder|variants|greets nobody/, FRAMED],
	[/still holds all variants/, unfinished.CHOICES],
	[/greets nobody: the name is missing/, unfinished.EMPTY_NAMES],
	[/where a value is missing/, unfinished.MISSING_VALUES],
	[/is only/, unfinished.ONLY_WORDS.map((word) => [word, ''])],
	[/has no text that can be read/, unfinished.NO_TEXTS.map((text) => [text, ''])],
	[/holds an error/, unfinished.ERROR_TEXTS],
	[/what a language model says/, unfinished.MODEL_TEXTS],
	[/placeholder/, unfinished.OTHER_PLACEHOLDERS],
	[/holds HTML/, unfinished.HTML],
	[/where a line break/, unfinished.ESCAPES],
];

it('looks at enough', () => {
	expect(KINDS.flatMap(([, texts]) => texts).length).toBeGreaterThanOrEqual(300);
	expect(new Set(ORDINARY).size).toBeGreaterThanOrEqual(300);
});

describe.each(KINDS)('a text whose refusal says %s', (says, texts) => {
	it.each(texts)('%j', (text, piece) => {
		const what = refused(text);
		expect(what).toMatch(says);
		expect(what).toMatch(/^'Message' /);
		expect(what).toContain(piece.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, 39));
	});
});

describe('a text of a hostile reader', () => {
	it.each(FURTHER_UNFINISHED)('%j is refused', (text) => {
		expect(refused(text)).toMatch(/^'Message' /);
	});
});

describe('an ordinary text', () => {
	it.each([...ORDINARY, ...FURTHER_ORDINARY])('%j', (text) => {
		expect(refused(text)).toBeUndefined();
	});
});
