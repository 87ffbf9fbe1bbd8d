import { nodeProcess } from '../test/support/node';
import { build } from './build/build';
import { step } from './check/step';

void step('Build the package', build).then((isBuilt) => {
	nodeProcess.exitCode = isBuilt ? 0 : 1;
});
