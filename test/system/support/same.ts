const inLine = (value: unknown): string => JSON.stringify(value) ?? String(value);

/** Throws a line naming what differs, unless `actual` is, as JSON, what was wanted. */
export function same(what: string, actual: unknown, wanted: unknown): void {
	if (inLine(actual) === inLine(wanted)) return;
	throw new Error(`${what}: ${inLine(actual)} instead of ${inLine(wanted)}`);
}

/** Throws the sentence when it does not hold. */
export function holds(what: string, condition: boolean): void {
	if (!condition) throw new Error(`This does not hold: ${what}`);
}
