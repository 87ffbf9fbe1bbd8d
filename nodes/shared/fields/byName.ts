/**
 * The order of names in a drop-down or collection. Names are English: what a language's own order would need to
 * be loaded is spared n8n's start.
 */
export function byDisplayName(a: string, b: string): number {
	const [one, other] = [a.toLowerCase(), b.toLowerCase()];
	return one < other ? -1 : one > other ? 1 : 0;
}
