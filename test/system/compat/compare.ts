/** Names of the fields and options to be seen, by what is chosen in the drop-downs. */
export type Shown = Readonly<Record<string, readonly string[]>>;

/** What a version shows otherwise than the newest: an operator must not miss a field, or see one too many. */
export function differences(shown: Shown, newest: Shown): string[] {
	return Object.entries(newest).flatMap(([chosen, names]) => {
		const here = shown[chosen] ?? [];
		const missing = names.filter((name) => !here.includes(name));
		const extra = here.filter((name) => !names.includes(name));
		const parts = [...missing.map((name) => `no ${name}`), ...extra.map((name) => `also ${name}`)];
		return parts.length === 0 ? [] : [`${parts.join(', ')} with ${chosen}`];
	});
}
