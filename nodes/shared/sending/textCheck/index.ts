import { unfilledBracket } from './brackets';
import { literalEscape, unescaped } from './escapes';
import { refusal } from './finding';
import type { Finding } from './finding';
import { missingName } from './greeting';
import { leftover, onlyAValue } from './leftovers';
import { brokenMark, unfilledMark } from './marks';
import { plainText } from './plainText';
import { seen, withoutText } from './seen';
import { markup } from './tags';

export { greetingOf, greetsEverybodyAlike } from './alike';
export type { Addressed } from './alike';

/** What is done about an unfinished text before it goes out. */
export type TextCheck = 'refuse' | 'cleanUp' | 'off';

/** What no cleaning mends: only the workflow that writes the text can. */
function unfinished(text: string): Finding | undefined {
	const nothing = withoutText(text);
	if (nothing) return nothing;
	const view = seen(text);
	return (
		onlyAValue(view) ??
		unfilledMark(view) ??
		unfilledBracket(view) ??
		brokenMark(view) ??
		leftover(view) ??
		missingName(view)
	);
}

/** Entities that stand for other entities, and HTML within them, are unpacked so often at most. */
const MOST_ROUNDS = 6;

/** HTML and literal escapes as plain text; without either the text stays as it is. */
function cleaned(text: string): string {
	let clean = text;
	for (let round = 0; round < MOST_ROUNDS; round++) {
		if (markup(clean)) clean = plainText(clean);
		else if (literalEscape(clean)) clean = unescaped(clean);
		else break;
	}
	return clean;
}

/**
 * The text that goes out. `refuse` and `off` give it back as it came, `cleanUp` turns HTML and literal `\n`
 * into plain text first. An empty text is none, and passes: whether one is needed is the field's affair.
 *
 * Throws the refusal of a text that is not finished, unless the check is off: placeholders, a greeting
 * without its name, words for missing values, errors, HTML, literal escapes, nothing that can be read.
 * `field` is the name the editor shows.
 */
export function checkText(text: string, mode: TextCheck, field: string): string {
	if (mode === 'off' || text === '') return text;
	const ready = mode === 'cleanUp' ? cleaned(text) : text;
	const finding = unfinished(ready) ?? markup(ready) ?? literalEscape(ready);
	if (finding) throw refusal(field, finding);
	return ready;
}
