import 'reflect-metadata';

import { fs, nodeProcess, performance, path, root } from '../test/support/node';
import { simulatedTime } from '../test/support/clock';
import { fromPackage } from '../test/support/engine';
import type { NodeTypeSource } from '../test/support/engine';
import { build } from './build/build';
import { step } from './check/step';
import { runCampaign } from './soak/campaign';
import { add, emptyVerdict } from './soak/judge';
import type { Verdict } from './soak/judge';

const say = (text: string): boolean => nodeProcess.stdout.write(`${text}\n`);

const HELP = `npm run soak                     10,000 acts, a tenth of all requests going wrong
npm run soak -- --acts 500       fewer
npm run soak -- --seed 7         another draw
npm run soak -- --faults 0.3     a larger share of requests going wrong
npm run soak -- --only 42        one campaign of the seed`;

function numberAfter(name: string, byDefault: number): number {
	const at = nodeProcess.argv.indexOf(name);
	if (at < 0) return byDefault;
	const value = Number(nodeProcess.argv[at + 1]);
	if (Number.isFinite(value) && value >= 0) return value;
	throw new Error(`${name} needs a number.\n\n${HELP}`);
}

/** A copy of the built package, so that nobody who builds meanwhile pulls it away. */
function takeCopy(): string {
	const copy = path.resolve(root, '.cache', `soak-${nodeProcess.pid}`);
	fs.cpSync(path.join(root, 'dist'), path.join(copy, 'dist'), { recursive: true });
	fs.copyFileSync(path.join(root, 'package.json'), path.join(copy, 'package.json'));
	return copy;
}

/** Loads a package anew: its module-level state starts empty, as in a process just started. */
async function freshPackage(directory: string): Promise<NodeTypeSource> {
	for (const file of Object.keys(require.cache)) {
		if (file.startsWith(directory)) delete require.cache[file];
	}
	return await fromPackage(directory);
}

function report(total: Verdict, campaigns: number, seconds: number, days: number): void {
	const row = (name: string, value: number | string): void => {
		say(`  ${name.padEnd(28)}${value}`);
	};
	say('');
	row('campaigns', campaigns);
	row('acts', total.acts);
	row('deliveries', total.deliveries);
	row('duplicates', total.duplicates);
	row('lost', total.lost);
	row('unknown', total.unknown);
	row('silent for safety', total.silent);
	row('wrong "sent"', total.wrongSent);
	row('wrong "notSent"', total.wrongNotSent);
	const outcomes = Object.entries(total.outcomes).sort(([, a], [, b]) => b - a);
	row('last word on items', outcomes.map(([outcome, count]) => `${count} ${outcome}`).join(', '));
	row('time', `${seconds.toFixed(0)} s for ${days.toFixed(0)} simulated days`);
	for (const remark of total.remarks.slice(0, 20)) say(`  ! ${remark}`);
}

async function main(): Promise<void> {
	if (nodeProcess.argv.includes('--help')) {
		say(HELP);
		return;
	}
	const [acts, seed] = [numberAfter('--acts', 10_000), numberAfter('--seed', 1)];
	const [faults, only] = [numberAfter('--faults', 0.1), numberAfter('--only', 0)];
	if (!nodeProcess.argv.includes('--no-build')) {
		if (!(await step('Build the package', build))) {
			throw new Error('The package could not be built; see above.');
		}
	}
	const copy = takeCopy();
	const tools = { freshPackage: async () => await freshPackage(copy), faults };
	const begun = performance.now();
	const time = simulatedTime({ now: '2026-11-23T08:00:00.000Z' });
	const total = emptyVerdict();
	let campaigns = 0;
	try {
		const first = only === 0 ? 1 : only;
		for (let number = first; total.acts < acts && (only === 0 || number === only); number++) {
			add(total, await runCampaign(number, seed, { ...tools, time }));
			campaigns++;
			if (campaigns % 20 === 0) say(`  ${total.acts} acts, ${total.remarks.length} remarks`);
		}
		report(total, campaigns, (performance.now() - begun) / 1_000, time.elapsed() / 86_400_000);
	} finally {
		time.restore();
		fs.rmSync(copy, { recursive: true, force: true });
	}
	const { duplicates, lost, wrongSent, wrongNotSent } = total;
	if (duplicates + lost + wrongSent + wrongNotSent > 0) nodeProcess.exitCode = 1;
}

main()
	.catch((error: unknown) => {
		nodeProcess.stderr.write(
			`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
		);
		nodeProcess.exitCode = 1;
	})
	.finally(() => nodeProcess.exit());
