import { bundle } from '../../scripts/build/bundle';
import { fs, path, root } from '../support/node';

/** A class that says what happened in a small package of sources. */
export interface Subject {
	name: string;
	order: string[];
	ask(text: string): string;
	fail(): void;
}

export const SOURCES: Readonly<Record<string, string>> = {
	'order.ts': `export const order: string[] = [];`,
	'later/index.ts': `
		import { order } from '../order';
		import { lettersOnly } from './letters';
		order.push('later');
		export function answer(text: string): string { return lettersOnly.test(text) ? 'letters' : 'other'; }
		export async function answerSoon(text: string): Promise<string> { return answer(text); }
		export type Answer = string;`,
	'later/letters.ts': `
		import { order } from '../order';
		order.push('letters');
		export const lettersOnly = /^[\\p{L}\\d]+$/u;`,
	'Subject.node.ts': `
		import { order } from './order';
		import { answer } from './later';
		function refuseLoudly(): never { throw new Error('refused'); }
		export class Subject {
			order = order;
			ask(text: string): string { order.push('asked'); return answer(text); }
			fail(): void { refuseLoudly(); }
		}
		order.push('subject');`,
};

/** Bundles the sources, with some of them changed; returns the code and the folder it came from. */
export async function bundled(
	changes: Readonly<Record<string, string>> = {},
	later = ['later/index.ts'],
): Promise<{ code: string; folder: string }> {
	// Within the repository, so that what it installs is found from there, on every machine.
	const cache = path.join(path.resolve(root), '.cache');
	fs.mkdirSync(cache, { recursive: true });
	const folder = fs.realpathSync(fs.mkdtempSync(path.join(cache, 'bundle-')));
	for (const [name, text] of Object.entries({ ...SOURCES, ...changes })) {
		fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		fs.writeFileSync(path.join(folder, name), text);
	}
	const entry = { source: 'Subject.node.ts', className: 'Subject' };
	return { code: await bundle([entry], folder, later), folder };
}

/** Runs bundled code as Node does with a file of its own. */
export function run({ code, folder }: { code: string; folder: string }): Subject {
	const file = path.join(folder, 'shared.js');
	fs.writeFileSync(file, code);
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- the file is written while this runs
	const { Subject } = require(file) as { Subject: new () => Subject };
	return new Subject();
}
