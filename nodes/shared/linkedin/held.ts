/** An entry of a list or a member of an object, and how an expression names it: '[0]', '.primaryLinkUrl'. */
interface Held {
	readonly path: string;
	readonly text: string;
}

/** Deep enough for a CRM's { linkedinLink: { primaryLinkUrl } } in a list; wide enough for any record. */
const DEEPEST = 4;
const MOST = 500;

const PLAIN_KEY = /^[A-Za-z_$][\w$]*$/;

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

/** n8n's parameter that comes in several modes; its mark `__rl` is missing from defaults. */
function isLocator(value: unknown): value is { value: unknown } {
	return isRecord(value) && 'value' in value && ('__rl' in value || 'mode' in value);
}

/** What a resource locator holds, or the value itself. A value whose members cannot be read is itself. */
export function located(value: unknown): unknown {
	try {
		return isLocator(value) ? value.value : value;
	} catch {
		return value;
	}
}

function nameOf(key: string, isList: boolean): string {
	if (isList) return `[${key}]`;
	return PLAIN_KEY.test(key)
		? `.${key}`
		: `['${key.replace(/["'.!?\p{Cc}]/gu, ' ').slice(0, 40)}']`;
}

/** All texts in a list or an object, with the paths that lead to them; none of one that cannot be read. */
export function textsIn(value: unknown): Held[] {
	const found: Held[] = [];
	const walk = (held: unknown, path: string, depth: number): void => {
		if (typeof held === 'string') found.push({ path, text: held });
		if (!isRecord(held) || depth > DEEPEST || found.length > MOST) return;
		for (const [key, member] of Object.entries(held).slice(0, MOST)) {
			walk(member, path + nameOf(key, Array.isArray(held)), depth + 1);
		}
	};
	try {
		walk(value, '', 0);
	} catch {
		return [];
	}
	return found;
}
