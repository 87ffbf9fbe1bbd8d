import { Failure } from '../shared/failures/failure';
import type { FailureRule } from '../shared/failures/rules';
import { isObject } from '../shared/json/json';
import type { JsonObject, JsonValue } from '../shared/json/types';
import { SERVICE } from './people';

/** What is not found, ahead of the rules about people: a missing account has words of its own. */
const MISSING = /^(?!.*\baccount\b).*(?:not (?:be )?found|does(?: not|n't) exist|no such)/i;

/**
 * What ConnectSafely.ai says where it finds no such thing on LinkedIn.
 *
 * @param noun as in "this company"
 * @param field the name of the field that names it, as the editor shows it
 */
export function missing(noun: string, field: string) {
	return {
		status: [200, 400, 404, 422],
		text: MISSING,
		reason: 'notFound',
		what: `${SERVICE} did not find this ${noun} on LinkedIn`,
		next: `Open the ${noun} in a browser and copy its address into '${field}'.`,
	} as const satisfies FailureRule;
}

/** What stands in every answer, whatever was found. */
const ASIDE: ReadonlySet<string> = new Set(['success', 'message', 'accountId']);

/**
 * The record of a look-up that found something.
 *
 * @throws `Failure` with `notFound`: an answer with status 200 may hold nothing as well
 */
export function found(record: JsonObject, noun: string, field: string): JsonObject {
	const isThere = (value: JsonValue): boolean =>
		value !== null && value !== '' && !(isObject(value) && Object.keys(value).length === 0);
	const told = Object.entries(record).filter(([name]) => !ASIDE.has(name));
	if (told.some(([, value]) => isThere(value))) return record;
	const { reason, what, next } = missing(noun, field);
	throw new Failure({ reason, outcome: 'notSent', what, next });
}

const plain = (name: unknown): string | undefined =>
	typeof name === 'string' || typeof name === 'number'
		? String(name).normalize('NFC').trim().toLowerCase() || undefined
		: undefined;

/**
 * Makes sure that an answer is about the thing it was asked for, as far as it tells: two names of one kind that
 * differ are two things.
 *
 * @param names pairs of what was asked for and what the answer says
 * @throws `Failure` with `unexpectedAnswer`: nothing is handed out as the thing asked for
 */
export function sameThing(
	noun: string,
	field: string,
	...names: ReadonlyArray<readonly [asked: unknown, said: unknown]>
): void {
	const other = names.find(([asked, said]) => {
		const [one, two] = [plain(asked), plain(said)];
		return one !== undefined && two !== undefined && one !== two;
	});
	if (other === undefined) return;
	throw new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'notSent',
		what: `${SERVICE} answers with another ${noun} than '${field}' names (${String(other[1]).slice(0, 60)})`,
		next: `Open the ${noun} in a browser: if its address has changed, use the new one in '${field}'.`,
		stopsBatch: false,
	});
}
