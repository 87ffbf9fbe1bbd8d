import { TestEnvironment } from 'jest-environment-node';

import { nodeProcess } from '../../support/node';

const NAMES = ['on', 'once', 'off', 'removeListener', 'listeners'] as const;

/** Listeners of the process are those of the real one: programs that a test starts must not outlive it. */
export default class SystemEnvironment extends TestEnvironment {
	override async setup(): Promise<void> {
		await super.setup();
		for (const name of NAMES) {
			this.global.process[name] = nodeProcess[name].bind(nodeProcess) as never;
		}
	}
}
