import fc from 'fast-check';

import { say } from '../../../scripts/editor/say';
import { simulatedTime } from '../../support/clock';
import { fromPackage } from '../../support/engine';
import type { NodeTypeSource } from '../../support/engine';
import { fs, performance } from '../../support/node';
import { takeBuiltCopy } from '../support/builtCopy';
import { closeWith } from '../support/closing';
import { words } from '../support/words';
import { Campaign } from './campaign';
import type { SoakTools } from './campaign';
import { carryOut, commands } from './commands';
import { add, emptyVerdict, remarksOf } from './judge';
import type { Verdict } from './judge';
import { optionsOf } from './options';
import { plans } from './plan';
import { report } from './report';

const { acts, seed, faults, only } = optionsOf(words());
const copy = takeBuiltCopy('soak');
const total = emptyVerdict();

/** What a node shares with n8n stays, as it is the engine's; everything of the package is loaded anew. */
const SHARED = ['n8n-workflow', 'zod'];

/** The package as a process just started has it: its module-level state is empty. */
async function freshPackage(): Promise<NodeTypeSource> {
	for (const name of SHARED) {
		const shared: unknown = jest.requireActual(name);
		jest.doMock(name, () => shared);
	}
	let source: NodeTypeSource | undefined;
	await jest.isolateModulesAsync(async () => {
		source = await fromPackage(copy);
	});
	if (!source) throw new Error('The package could not be loaded');
	return source;
}

/**
 * The campaign with that number. The seed and the number say all about it; the one that is asked for by
 * itself is made shorter for as long as it goes wrong.
 */
async function campaign(number: number, tools: SoakTools): Promise<Verdict> {
	let first: Verdict | undefined;
	const property = fc.asyncProperty(plans, commands, async (plan, steps) => {
		const one = await Campaign.begin(plan, tools);
		try {
			await carryOut(one, steps);
			const verdict = one.finish();
			first ??= verdict;
			const remarks = remarksOf(verdict);
			if (remarks.length > 0) throw new Error(remarks.join('\n'));
		} finally {
			await one.close();
		}
	});
	const details = await fc.check(property, {
		...{ seed, path: String(number - 1), numRuns: 1, unbiased: true },
		...(only === 0 ? { endOnFailure: true } : { interruptAfterTimeLimit: 60_000 }),
	});
	if (!first) throw new Error(`Campaign ${number}: ${fc.defaultReportMessage(details)}`);
	if (details.failed && only > 0) say(fc.defaultReportMessage(details) ?? '');
	for (const lines of Object.values(first.wrong)) {
		lines.forEach((line, index) => (lines[index] = `campaign ${number}, ${line}`));
	}
	return first;
}

afterAll(() => {
	fs.rmSync(copy, { recursive: true, force: true });
});

test(
	'The campaigns come to their ends',
	async () => {
		const begun = performance.now();
		const time = simulatedTime({ now: '2026-11-23T08:00:00.000Z' });
		let campaigns = 0;
		try {
			for (let number = only || 1; total.acts < acts && (!only || number === only); number++) {
				add(total, await campaign(number, { time, freshPackage, faults }));
				campaigns++;
				if (campaigns % 20 === 0) say(`  ${total.acts} acts, ${remarksOf(total).length} remarks`);
			}
		} finally {
			time.restore();
			const days = time.elapsed() / 86_400_000;
			closeWith(report(total, campaigns, (performance.now() - begun) / 1_000, days));
		}
		expect(total.acts).toBeGreaterThan(0);
	},
	2 ** 31 - 1,
);

test.each([
	['Nobody gets anything twice', 'duplicates'],
	['Every item gets a word on what became of it', 'lost'],
	['Nothing is said to be sent that was not', 'wrongSent'],
	['Nothing is said not to be sent that was', 'wrongNotSent'],
] as const)('%s', (_sentence, kind) => {
	expect(total.wrong[kind]).toEqual([]);
});
