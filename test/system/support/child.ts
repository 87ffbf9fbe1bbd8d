import execa from 'execa';

import { nodeProcess, once, root } from '../../support/node';

/** A process of its own, which answers one question after another. */
export interface Child {
	/** Throws what the child's answer threw, in its words. */
	ask<T>(question: object): Promise<T>;
	end(): Promise<void>;
}

interface Options {
	readonly args?: readonly string[];
	readonly cwd?: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly nodeOptions: readonly string[];
}

type Reply = { readonly result: unknown } | { readonly error: string };

/** Starts a file that calls `answerWith`. */
export function startChild(file: string, options: Options): Child {
	const { args = [], cwd = root, env = {}, nodeOptions } = options;
	const child = execa.node(file, args, {
		...{ cwd, env, nodeOptions: [...nodeOptions], serialization: 'advanced' },
		...{ stdin: 'ignore', all: true, reject: false },
	});
	const gone = child.then(({ exitCode, all = '' }) => {
		throw new Error(`The process ended with ${exitCode}:\n${all.trim().slice(-2_000)}`);
	});
	gone.catch(() => undefined);
	return {
		async ask<T>(question: object) {
			child.send(question);
			const [reply] = (await Promise.race([once(child, 'message'), gone])) as [Reply];
			if ('error' in reply) throw new Error(reply.error);
			return reply.result as T;
		},
		async end() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			child.disconnect();
			await once(child, 'exit');
		},
	};
}

/** n8n loads its own nodes in a context of their own, whose errors are no instances of ours. */
function wordsOf(error: unknown): string {
	const { message, description } = Object(error) as { message?: unknown; description?: unknown };
	return [message ?? error, description].filter(Boolean).map(String).join(': ');
}

/** In the child: answers what the parent asks, until it hangs up. */
export function answerWith<Question>(answer: (question: Question) => Promise<unknown>): void {
	nodeProcess.on('message', (question: Question) => {
		void answer(question)
			.then(
				(result): Reply => ({ result }),
				(error: unknown): Reply => ({ error: wordsOf(error) }),
			)
			.then((reply) => nodeProcess.send?.(reply));
	});
	// Connections that are kept open, and timers of some engines, must not keep the process.
	nodeProcess.on('disconnect', () => nodeProcess.exit());
}
