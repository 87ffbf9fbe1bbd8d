import { contractOf } from './contract/contract';
import { exampleOf } from './contract/example';
import type { Script } from './contract/example';
import type { Operation } from './contract/contract';
import { connectSafelyHandler } from './connectSafely/routes';
import { Faults } from './faults';
import { linkupHandler } from './linkup/routes';
import { RequestLog } from './log';
import { outXHandler } from './outx/routes';
import type { Answer, Call, Handler, Vendor, Violation } from './types';
import { World } from './world/world';

/**
 * The three vendors behind one door, without HTTP: contracts, violations, log and faults around
 * their handlers.
 */
export class Service {
	readonly world: World;
	readonly faults: Faults;
	readonly log = new RequestLog();
	readonly violations: Violation[] = [];
	/** Answers a test gives itself, by `METHOD /path` of the contract. */
	readonly scripts = new Map<string, Script>();
	private readonly handlers: Readonly<Record<Vendor, Handler>>;

	constructor(seed: number, now: () => number) {
		this.world = new World(seed, now);
		this.faults = new Faults(seed);
		this.handlers = {
			outX: outXHandler(this.world),
			connectSafely: connectSafelyHandler(this.world),
			linkupApi: linkupHandler(this.world),
		};
	}

	reset(): void {
		this.world.reset();
		this.faults.clear();
		this.log.clear();
		this.scripts.clear();
		this.violations.length = 0;
	}

	/** Finds the operation a request means and notes what is wrong with it. */
	inspect(call: Call): Operation | undefined {
		const contract = contractOf(call.vendor);
		const operation = contract.find(call.method, call.path);
		const problems = operation
			? contract.requestProblems(operation, call)
			: [`${call.method} ${call.path} is in no contract`];
		this.note('request', call, problems);
		return operation;
	}

	/** Carries a request out and holds the answer to the contract. */
	carryOut(call: Call, operation: Operation | undefined): Answer {
		let answer: Answer;
		this.world.settle();
		try {
			answer = this.scripted(call, operation) ?? this.handlers[call.vendor](call);
			// What no world of ours knows is answered as the contract shows it.
			if (answer.unrouted && operation) answer = exampleOf(call.vendor, operation) ?? answer;
		} catch (error) {
			this.note('answer', call, [`the sandbox failed: ${String(error)}`]);
			return { status: 500, body: { error: 'The sandbox failed' } };
		}
		if (operation && !answer.unchecked) {
			this.note('answer', call, contractOf(call.vendor).answerProblems(operation, answer));
		}
		return answer;
	}

	private scripted(call: Call, operation: Operation | undefined): Answer | undefined {
		const script = operation && this.scripts.get(`${call.method} ${operation.template}`);
		return script && { status: 200, body: script(call) };
	}

	/** Notes that something broke here, in a fault's matcher for instance. */
	broke(method: string, path: string, error: unknown): void {
		const problems = [`the sandbox failed: ${String(error)}`];
		this.violations.push({ where: 'answer', vendor: 'none', method, path, problems });
	}

	note(where: Violation['where'], call: Call, problems: string[]): void {
		if (problems.length === 0) return;
		const { vendor, method, path } = call;
		this.violations.push({ where, vendor, method, path, problems });
	}
}
