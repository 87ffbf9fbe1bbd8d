import Table from 'cli-table3';

import { fs } from '../../support/node';
import { takeBuiltCopy } from '../support/builtCopy';
import { closeWith } from '../support/closing';
import { words } from '../support/words';
import { readWish } from './arguments';
import { items } from './items';
import { loading } from './loading';
import { reads } from './reads';
import { remembering } from './remembering';
import { cells, tally } from './row';
import type { Section } from './row';
import { SECTIONS } from './sections';
import type { SectionName } from './sections';
import { sends } from './sends';
import { tasks } from './tasks';
import { waiting } from './waiting';

/** Each gets the directory of the built package. */
const MEASURES: Readonly<Record<SectionName, (packageDir: string) => Promise<Section>>> = {
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

function report(sections: readonly Section[]): string {
	const table = new Table({
		head: HEAD,
		colWidths: WIDTHS,
		wordWrap: true,
		style: { head: [], border: [] },
	});
	for (const { heading, rows } of sections) {
		table.push([{ colSpan: HEAD.length, content: heading }], ...rows.map(cells));
	}
	return `${table.toString()}\n${tally(sections.flatMap(({ rows }) => rows))}`;
}

const packageDir = takeBuiltCopy('bench');
const measured: Section[] = [];

afterAll(() => {
	fs.rmSync(packageDir, { recursive: true, force: true });
	closeWith(report(measured));
});

// A goal that is missed is a measurement; only what could not be measured is an error.
test.each(readWish(words(), SECTIONS).sections as readonly SectionName[])(
	'Measure %s',
	async (name) => {
		measured.push(await MEASURES[name](packageDir));
	},
	30 * 60_000,
);
