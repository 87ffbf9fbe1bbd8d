import { nodeProcess } from '../test/support/node';
import { json, tables } from './coverage/print';
import { coverage } from './coverage/vendors';

/*
 * Which of the vendors' calls the nodes offer: `npm run coverage`. What is missing is told and fails nothing.
 * With `--json`, one JSON document and nothing else.
 */
async function main(): Promise<void> {
	const covered = await coverage();
	const words = nodeProcess.argv.includes('--json') ? json(covered) : tables(covered);
	nodeProcess.stdout.write(`${words}\n`);
}

void main();
