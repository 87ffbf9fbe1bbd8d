import Table from 'cli-table3';

import { installed } from './versions';
import type { Version } from './versions';

/** What there is to say about one version. */
export interface Outcome {
	readonly version: Version;
	/** How long each case took that passed, in ms; undefined = it did not pass. */
	readonly ends: Record<string, number | undefined>;
	features: Readonly<Record<string, boolean>>;
}

function mark({ ends }: Outcome, name: string): string {
	const ms = ends[name];
	return ms === undefined ? '✗' : `✓ ${(ms / 1_000).toFixed(1)} s`;
}

const namesOf = (records: ReadonlyArray<Readonly<Record<string, unknown>>>): string[] => [
	...new Set(records.flatMap((record) => Object.keys(record))),
];

/** Cases by version, with what takes part in each, and what each offers to nodes. */
export function table(outcomes: readonly Outcome[]): string {
	const rows = new Table({
		head: ['n8n', ...outcomes.map(({ version }) => version.n8n)],
		style: { head: [], border: [], compact: true },
	});
	const rule = (): number => rows.push([{ content: '', colSpan: outcomes.length + 1 }]);
	const parts = outcomes.map(({ version }) => installed(version));
	for (const name of namesOf(parts)) rows.push([name, ...parts.map((part) => part[name] ?? '–')]);
	rule();
	for (const name of namesOf(outcomes.map(({ ends }) => ends))) {
		rows.push([name, ...outcomes.map((outcome) => mark(outcome, name))]);
	}
	rule();
	for (const name of namesOf(outcomes.map(({ features }) => features))) {
		rows.push([name, ...outcomes.map(({ features }) => (features[name] ? 'yes' : 'no'))]);
	}
	return rows.toString();
}
