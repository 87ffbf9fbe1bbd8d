import { nodeProcess, performance } from '../../test/support/node';

export const say = (text: string): boolean => nodeProcess.stdout.write(`${text}\n`);

/** Something a person has to put right; its message is all there is to say. */
export class Trouble extends Error {
	constructor(...sentences: string[]) {
		super(sentences.join('\n'));
		this.name = 'Trouble';
	}
}

/** Runs one part of the start and says how long it took; parts that had nothing to do stay silent. */
export async function part<T>(
	name: string,
	work: () => Promise<T>,
	did: (result: T) => boolean = () => true,
): Promise<T> {
	const begun = performance.now();
	const result = await work();
	const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
	if (did(result)) say(`✓ ${name} (${seconds} s)`);
	return result;
}
