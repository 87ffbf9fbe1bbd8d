import { DEFAULT_SEED, KEYS } from './constants';
import { contractOf } from './contract/contract';
import type { Script } from './contract/example';
import type { Faults } from './faults';
import { baseUrls, serve } from './http/server';
import { Service } from './service';
import { VENDORS } from './types';
import type { Delivery, LoggedRequest, Violation } from './types';
import type { World } from './world/world';

export { ACCOUNTS, DEFAULT_PORT, GROUP_ID, KEYS, LOGINS, PEOPLE } from './constants';
export { PLUGIN_REQUIRED } from './outx/routes';
export { TOO_FAST, TRIAL_OVER } from './connectSafely/routes';
export { fullName, profileUrl, profileUrn } from './world/person';
export type { Account } from './world/accounts';
export type { Fault, FaultKind, FaultSpec } from './faults';
export { TELLING } from './faults';
export type { Ending, OutXTask } from './outx/queue';
export type { Login } from './linkup/state';
export type { Person } from './world/person';
export type { PersonKey } from './world/world';
export type { Call, Delivery, LoggedRequest, Vendor, Violation } from './types';
export type { Faults, World };

export interface SandboxOptions {
	/** 0, the default, = any free port. */
	port?: number;
	host?: string;
	now?: () => number;
	seed?: number;
}

export interface Sandbox {
	readonly url: string;
	readonly baseUrls: { outX: string; connectSafely: string; linkupApi: string };
	readonly keys: typeof KEYS;
	readonly world: World;
	readonly faults: Faults;
	readonly requests: readonly LoggedRequest[];
	readonly deliveries: readonly Delivery[];
	readonly violations: readonly Violation[];
	/** Answers a test gives itself, by `METHOD /path` of the contract; cleared by `reset`. */
	readonly scripts: Map<string, Script>;
	assertClean(): void;
	reset(): void;
	close(): Promise<void>;
}

/** Starts the three vendors on one local port. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, host = '127.0.0.1', seed = DEFAULT_SEED } = options;
	VENDORS.forEach(contractOf);
	const service = new Service(seed, options.now ?? (() => Date.now()));
	const server = await serve(service, host, port);
	return {
		url: server.url,
		baseUrls: baseUrls(server.url),
		keys: KEYS,
		world: service.world,
		faults: service.faults,
		requests: service.log.entries,
		violations: service.violations,
		scripts: service.scripts,
		get deliveries() {
			service.world.settle();
			return service.world.delivered;
		},
		assertClean: () => assertClean(service.violations),
		reset: () => service.reset(),
		close: server.close,
	};
}

function assertClean(violations: readonly Violation[]): void {
	if (violations.length === 0) return;
	const lines = violations.map(
		({ where, vendor, method, path, problems }) =>
			`${where} ${vendor} ${method} ${path}: ${problems.join('; ')}`,
	);
	throw new Error(`The sandbox saw contracts broken:\n${lines.join('\n')}`);
}
