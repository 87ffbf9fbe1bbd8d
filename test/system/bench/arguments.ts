import { Trouble } from '../../../scripts/editor/say';

/** What `npm run bench` is asked to do. */
export interface Wish {
	/** Names of the sections to measure; all of them unless some are picked. */
	readonly sections: readonly string[];
}

/**
 * Reads the command line.
 *
 * @param known the sections there are
 * @throws Error that names them, for anything else
 */
export function readWish(args: readonly string[], known: readonly string[]): Wish {
	const picked: string[] = [];
	for (let at = 0; at < args.length; at++) {
		if (args[at] === '--no-build') continue;
		if (args[at] === '--only' && known.includes(args[at + 1])) picked.push(args[++at]);
		else {
			throw new Trouble(
				`Usage: npm run bench [-- --only <section>] [--no-build]\nSections: ${known.join(', ')}`,
			);
		}
	}
	return { sections: picked.length > 0 ? picked : known };
}
