import type { Memory } from '../../../../nodes/shared/trigger/memory';

/** A memory as n8n's static data is: one value, replaced as a whole. */
export class FakeMemory implements Memory {
	writes = 0;

	constructor(private state: unknown = undefined) {}

	get(): unknown {
		return this.state;
	}

	set(state: unknown): void {
		this.writes++;
		// What n8n saves is JSON.
		this.state = JSON.parse(JSON.stringify(state ?? null));
	}

	/** As another process would find it. */
	copy(): FakeMemory {
		return new FakeMemory(structuredClone(this.state));
	}
}

/** Time for so many pieces of work. */
export function timeFor(count: number): {
	within<T>(work: () => Promise<T>): Promise<T | undefined>;
} {
	let left = count;
	return { within: async (work) => (left-- > 0 ? await work() : undefined) };
}
