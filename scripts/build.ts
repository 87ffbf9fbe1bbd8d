import { nodeProcess } from '../test/support/node';
import { build } from './build/build';
import { command, step } from './check/step';

async function main(): Promise<void> {
	const isBuilt =
		(await step('Check the types', command('tsc', ['-p', 'tsconfig.json', '--noEmit']))) &&
		(await step('Build the package', build));
	nodeProcess.exitCode = isBuilt ? 0 : 1;
}

void main();
