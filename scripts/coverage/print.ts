import Table from 'cli-table3';

import type { Covered } from './vendors';

const WIDTH = 90;

function table({ label, offered, leftOut, missing, unknown, unmapped }: Covered): string {
	const count = Object.keys(offered).length;
	const all = count + Object.keys(leftOut).length + missing.length;
	const rows = new Table({
		head: [label, `offered ${count} of ${all}`],
		colWidths: [24, WIDTH],
		wordWrap: true,
		style: { head: [], border: [] },
	});
	rows.push(['missing', missing.length === 0 ? 'nothing' : missing.join(', ')]);
	for (const [name, why] of Object.entries(leftOut)) rows.push(['left out', `${name}: ${why}`]);
	if (unknown.length > 0) rows.push(['not in the contract', unknown.join(', ')]);
	if (unmapped.length > 0) rows.push(['not in the map', unmapped.join(', ')]);
	return rows.toString();
}

/** One table for each vendor. */
export function tables(covered: readonly Covered[]): string {
	return covered.map(table).join('\n');
}

/** One JSON document: by vendor, what is offered, left out and missing. */
export function json(covered: readonly Covered[]): string {
	const vendors = covered.map(({ vendor, offered, leftOut, missing }) => [
		vendor,
		{ offered, leftOut, missing },
	]);
	return JSON.stringify(Object.fromEntries(vendors), null, '\t');
}
