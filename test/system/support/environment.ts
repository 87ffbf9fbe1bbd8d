import { TestEnvironment } from 'jest-environment-node';

import { nodeProcess } from '../../support/node';

/** Listeners of the process are those of the real one: programs that a test starts must not outlive it. */
export default class SystemEnvironment extends TestEnvironment {
	override async setup(): Promise<void> {
		await super.setup();
		const { process } = this.global;
		process.on = nodeProcess.on.bind(nodeProcess);
		process.once = nodeProcess.once.bind(nodeProcess);
		process.off = nodeProcess.off.bind(nodeProcess);
	}
}
