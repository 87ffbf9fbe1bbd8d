import { say } from '../../../scripts/editor/say';
import { path, performance, root } from '../../support/node';
import { startChild } from '../support/child';
import type { Child } from '../support/child';
import { CASES } from './cases/all';
import type { Question } from './child';
import { differences } from './compare';
import type { Shown } from './compare';
import { table } from './report';
import type { Outcome } from './report';
import { versions } from './versions';
import type { Version } from './versions';

/* The same short suite, with the built package, on the engine of each version of n8n that is promised. */

jest.setTimeout(5 * 60_000);

const TSX = path.join(root, 'node_modules', 'tsx', 'dist', 'cjs', 'index.cjs');

const startEngine = ({ folder, packageFolder }: Version): Child =>
	startChild(path.resolve(root, 'test', 'system', 'compat', 'child.ts'), {
		cwd: folder,
		nodeOptions: ['--require', TSX],
		env: { COMPAT_ENGINE: folder, COMPAT_PACKAGE: packageFolder },
	});

const ask = async <T>(child: Child, question: Question): Promise<T> => await child.ask(question);

const outcomes = versions().map((version): Outcome => ({ version, ends: {}, features: {} }));

let newest: Shown;

beforeAll(async () => {
	const child = startEngine(versions().slice(-1)[0]);
	newest = await ask(child, { tell: 'shown' });
	await child.end();
});

afterAll(() => {
	say(`\n${table(outcomes)}`);
});

describe.each(outcomes)('n8n $version.n8n', (outcome) => {
	let child: Child;

	/** Notes how long it took, for the table. */
	const timed = async (name: string, check: () => Promise<void>): Promise<void> => {
		outcome.ends[name] = undefined;
		const begun = performance.now();
		await check();
		outcome.ends[name] = performance.now() - begun;
	};

	beforeAll(async () => {
		child = startEngine(outcome.version);
		outcome.features = await ask(child, { tell: 'features' });
	});

	afterAll(async () => {
		await child.end();
	});

	test.each(CASES.map(({ name }) => name))('%s', async (name) => {
		await timed(name, async () => await ask(child, { run: name }));
	});

	const same = 'The same fields are shown as in the newest';
	test(same, async () => {
		expect(Object.keys(newest)).not.toEqual([]);
		await timed(same, async () => {
			const shown = await ask<Shown>(child, { tell: 'shown' });
			expect(differences(shown, newest).slice(0, 5)).toEqual([]);
		});
	});
});
