import 'reflect-metadata';

import Table from 'cli-table3';

import { startSandbox } from '../test/sandbox';
import { DeduplicationStore, fromPackage, runNode } from '../test/support/engine';
import { nodeProcess, performance, root } from '../test/support/node';
import { PACKAGE, sandboxCredentials } from './campaign/setting';
import { command, step } from './check/step';

const SENDS = 200;
const KNOWN = 10_000;

/** A store that has noted that many people before: an address and a URN each. */
async function storeWith(people: number): Promise<DeduplicationStore> {
	const store = new DeduplicationStore();
	const keys = Array.from({ length: people }, (_, index) => [
		`contacted sendMessage in:known-person-${index}`,
		`contacted sendMessage id:ACoAAKnownPerson${index}`,
	]).flat();
	const where = { workflow: { id: 'workflow', active: true }, node: { id: 'node' } };
	await store.checkProcessedAndRecord(keys, 'node', where as never, { mode: 'entries' });
	return store;
}

/** Real ms per send of a campaign without pauses at no latency. */
async function measure(skipContacted: boolean, known: number): Promise<number> {
	const sandbox = await startSandbox();
	try {
		const items = Array.from({ length: SENDS }, (_, index) => ({ profile: `bench-${index}` }));
		for (const { profile } of items) {
			sandbox.world.addPerson({ firstName: 'Bench', lastName: profile, publicIdentifier: profile });
		}
		const nodeTypes = await fromPackage(root);
		const deduplication = await storeWith(known);
		const begun = performance.now();
		const result = await runNode({
			nodeTypes,
			deduplication,
			type: `${PACKAGE}linkupApi`,
			credentials: sandboxCredentials(sandbox),
			items,
			parameters: {
				authentication: 'loginToken',
				resource: 'message',
				operation: 'send',
				recipient: { __rl: true, mode: 'id', value: '={{ $json.profile }}' },
				message: 'Hello',
				sending: { pauseMin: 0, pauseMax: 0, skipContacted },
			},
		});
		const took = performance.now() - begun;
		if (result.error) throw result.error;
		if (sandbox.deliveries.length !== SENDS) throw new Error('Not everything was delivered');
		return took / SENDS;
	} finally {
		await sandbox.close();
	}
}

async function main(): Promise<void> {
	if (!(await step('Build the package', command('n8n-node', ['build'])))) return;
	const cases: ReadonlyArray<readonly [string, boolean, number]> = [
		['Warm-up', false, 0],
		['Skip People Already Contacted off', false, 0],
		['on, nobody noted before', true, 0],
		[`on, ${KNOWN.toLocaleString('en')} people noted before`, true, KNOWN],
	];
	const table = new Table({
		head: [`${SENDS} sends, no pause, no latency`, 'ms per send'],
		style: { head: [] },
	});
	for (const [name, skipContacted, known] of cases) {
		const ms = await measure(skipContacted, known);
		if (name !== 'Warm-up') table.push([name, ms.toFixed(1)]);
	}
	nodeProcess.stdout.write(
		`${table.toString()}\nReal time, n8n's engine, n8n's store as it works, in memory: its database comes on top.\n`,
	);
}

main().catch((error: unknown) => {
	nodeProcess.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	nodeProcess.exitCode = 1;
});
