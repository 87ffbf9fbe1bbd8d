import type { CaseEnd, Shown } from './messages';
import type { Outcome } from './suite';

const NAME = 'The same fields are shown as in the newest';

function difference(shown: Shown, wanted: Shown): string | undefined {
	for (const [chosen, names] of Object.entries(wanted)) {
		const here = shown[chosen] ?? [];
		const missing = names.filter((name) => !here.includes(name));
		const extra = here.filter((name) => !names.includes(name));
		if (missing.length + extra.length === 0) continue;
		const parts = [...missing.map((name) => `no ${name}`), ...extra.map((name) => `also ${name}`)];
		return `${parts.join(', ')} with ${chosen}`;
	}
	return undefined;
}

/** A case more for every version: an operator must not miss a field, or see one too many. */
export function compareFields(outcomes: readonly Outcome[]): void {
	const newest = outcomes.at(-1)?.shown ?? {};
	const settings = Object.keys(newest).length;
	for (const { ends, shown, trouble } of outcomes) {
		if (trouble !== undefined) continue;
		const none = settings === 0 ? 'the newest showed nothing to compare with' : undefined;
		const end: CaseEnd = { name: NAME, ms: 0, problem: none ?? difference(shown, newest) };
		ends.push(end);
	}
}
