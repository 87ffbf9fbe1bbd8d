import Table from 'cli-table3';

import { say } from '../editor/say';
import type { CaseEnd } from './messages';
import type { Outcome } from './suite';
import { installed } from './versions';

const mark = (end: CaseEnd | undefined): string =>
	end === undefined ? '–' : `${end.problem === undefined ? '✓' : '✗'} ${seconds(end.ms)}`;

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** Cases by version, with what takes part in each, and what each offers to nodes. */
export function table(outcomes: readonly Outcome[]): string {
	const rows = new Table({
		head: ['n8n', ...outcomes.map(({ version }) => version.n8n)],
		style: { head: [], border: [], compact: true },
	});
	const parts = outcomes.map(({ version, trouble, ends }) =>
		trouble !== undefined && ends.length === 0 ? {} : installed(version),
	);
	const rule = (): void => {
		rows.push([{ content: '', colSpan: outcomes.length + 1 }]);
	};
	for (const name of unique(parts.flatMap((part) => Object.keys(part)))) {
		rows.push([name, ...parts.map((part) => (part as Record<string, string>)[name] ?? '–')]);
	}
	rule();
	for (const name of unique(outcomes.flatMap(({ ends }) => ends.map((end) => end.name)))) {
		const cells = outcomes.map(({ ends }) => mark(ends.find((end) => end.name === name)));
		rows.push([name, ...cells]);
	}
	rule();
	for (const name of unique(outcomes.flatMap(({ features }) => Object.keys(features)))) {
		rows.push([name, ...outcomes.map(({ features }) => (features[name] ? 'yes' : 'no'))]);
	}
	return rows.toString();
}

/** Says why whatever failed did, and returns how many cases passed and failed. */
export function count(outcomes: readonly Outcome[]): { passed: number; failed: number } {
	let [passed, failed] = [0, 0];
	for (const { version, ends, trouble } of outcomes) {
		if (trouble !== undefined) {
			failed++;
			say(`✗ n8n ${version.n8n}: ${trouble}`);
		}
		for (const { name, problem } of ends) {
			if (problem === undefined) passed++;
			else failed++;
			if (problem !== undefined) say(`✗ n8n ${version.n8n}, ${name}: ${problem}`);
		}
	}
	return { passed, failed };
}
