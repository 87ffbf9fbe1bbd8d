/**
 * Reads what n8n keeps of an execution: a list in which each text, list and object stands once, and is pointed
 * at by its position, written as a text.
 */
export function readFlatted(text: string): unknown {
	const stored = JSON.parse(text) as unknown[];
	const built = new Map<number, unknown>();

	const resolve = (value: unknown): unknown =>
		typeof value === 'string' ? build(Number(value)) : value;

	const build = (index: number): unknown => {
		const value = stored[index];
		if (typeof value !== 'object' || value === null) return value;
		if (built.has(index)) return built.get(index);
		const target: object = Array.isArray(value) ? [] : {};
		// Before its members: they may point back at it.
		built.set(index, target);
		for (const [key, member] of Object.entries(value)) Reflect.set(target, key, resolve(member));
		return target;
	};
	return build(0);
}
