import Table from 'cli-table3';

import { connectSafely } from '../nodes/ConnectSafely/vendor';
import { linkupOperations } from '../nodes/LinkupApi/vendor';
import { outX } from '../nodes/OutX/vendor';
import { nodeProcess } from '../test/support/node';
import { compare } from './coverage/compare';
import type { Coverage } from './coverage/compare';
import { callsOf } from './coverage/contract';
import { connectSafelyOffers, linkupOffers, outXOffers } from './coverage/offered';

/*
 * Which of the vendors' calls the nodes offer: `npx tsx scripts/coverage.ts`. What is missing is told and
 * fails nothing; for OutX, test/vendors/outXCoverage.test.ts holds the same map to the requests that are made.
 */

interface Named {
	readonly resource: string;
	readonly operation: string;
}

const idsOf = (operations: readonly Named[]): string[] => [
	...new Set(operations.map(({ resource, operation }) => `${resource}.${operation}`)),
];

const WIDTH = 90;

function print(label: string, coverage: Coverage): void {
	const { offered, leftOut, missing, unknown, unmapped } = coverage;
	const all = offered.length + leftOut.length + missing.length;
	const table = new Table({
		head: [label, `offered ${offered.length} of ${all}`],
		colWidths: [24, WIDTH],
		wordWrap: true,
		style: { head: [], border: [] },
	});
	table.push(['missing', missing.length === 0 ? 'nothing' : missing.join(', ')]);
	for (const [name, why] of leftOut) table.push(['left out', `${name}: ${why}`]);
	if (unknown.length > 0) table.push(['not in the contract', unknown.join(', ')]);
	if (unmapped.length > 0) table.push(['operations not in the map', unmapped.join(', ')]);
	nodeProcess.stdout.write(`${table.toString()}\n`);
}

print('OutX', compare(callsOf('outx'), outXOffers, idsOf(outX.operations)));
print(
	'ConnectSafely.ai',
	compare(callsOf('connectsafely'), connectSafelyOffers, idsOf(connectSafely.operations)),
);
print('LinkupAPI', compare(callsOf('linkupapi'), linkupOffers, idsOf(linkupOperations)));
