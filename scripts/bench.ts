import 'reflect-metadata';

import Table from 'cli-table3';

import { fs, nodeProcess } from '../test/support/node';
import { readWish } from './bench/arguments';
import { takeBuiltCopy } from '../test/system/support/builtCopy';
import { items } from './bench/items';
import { loading } from './bench/loading';
import { reads } from './bench/reads';
import { remembering } from './bench/remembering';
import { cells, tally } from './bench/row';
import type { Section } from './bench/row';
import { sends } from './bench/sends';
import { tasks } from './bench/tasks';
import { waiting } from './bench/waiting';
import { build } from './build/build';
import { step } from './check/step';

/** What is measured, by the name `--only` takes. Each gets the directory of the built package. */
const SECTIONS: Readonly<Record<string, (packageDir: string) => Promise<Section>>> = {
	tasks,
	sends,
	reads,
	items,
	waiting,
	loading,
	remembering,
};

const HEAD = ['Figure', 'Time', 'Ours', 'Compared with (ours ÷ theirs)', 'Goal', ''];
const WIDTHS = [34, 11, 12, 34, 24, 10];

function print(sections: readonly Section[]): void {
	const table = new Table({
		head: HEAD,
		colWidths: WIDTHS,
		wordWrap: true,
		style: { head: [], border: [] },
	});
	for (const { heading, rows } of sections) {
		table.push([{ colSpan: HEAD.length, content: heading }], ...rows.map(cells));
	}
	const all = sections.flatMap(({ rows }) => rows);
	nodeProcess.stdout.write(`${table.toString()}\n${tally(all)}\n`);
}

async function main(): Promise<void> {
	const wish = readWish(nodeProcess.argv.slice(2), Object.keys(SECTIONS));
	let isWell = !wish.build || (await step('Build the package', build));
	if (!isWell) throw new Error('The package could not be built; see above.');
	const packageDir = takeBuiltCopy('bench');
	const measured: Section[] = [];
	try {
		for (const name of wish.sections) {
			const done = await step(`Measure ${name}`, async () => {
				measured.push(await SECTIONS[name](packageDir));
				return [];
			});
			isWell &&= done;
		}
	} finally {
		fs.rmSync(packageDir, { recursive: true, force: true });
	}
	print(measured);
	// A goal that is missed is a measurement; only what could not be measured is an error.
	if (!isWell) nodeProcess.exitCode = 1;
}

main().catch((error: unknown) => {
	nodeProcess.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	nodeProcess.exitCode = 1;
});
