import type { IExecuteFunctions, INodeType, IVersionedNodeType } from 'n8n-workflow';

import type { NodeTypeSource } from '../../support/engine';

/** Request before or after which a process dies. */
export interface Death {
	readonly request: number;
	readonly when: 'before' | 'after';
}

/** Whether the process still lives, and the promise of its end. */
export interface Life {
	/** Called for every request a node is about to send; resolves never once the process is dead. */
	around<T>(send: () => Promise<T>): Promise<T>;
	/** The same for what is durable: a dead process writes nothing. */
	whileAlive<T>(write: () => Promise<T>): Promise<T>;
	readonly end: Promise<'killed'>;
}

const never = async <T>(): Promise<T> => await new Promise<T>(() => undefined);

/** A process that dies at that request, or never. */
export function lifeOf(death?: Death): Life {
	let dead = false;
	let requests = 0;
	let die: (how: 'killed') => void = () => undefined;
	const end = new Promise<'killed'>((resolve) => {
		die = resolve;
	});
	const kill = (): void => {
		dead = true;
		die('killed');
	};
	return {
		end,
		async around(send) {
			if (dead) return await never();
			const last = death?.request === ++requests;
			if (last && death?.when === 'before') {
				kill();
				return await never();
			}
			const answer = await send().then(
				(value) => () => value,
				(error: unknown) => () => {
					throw error;
				},
			);
			if (last) kill();
			return dead ? await never() : answer();
		},
		whileAlive: async (write) => (dead ? await never() : await write()),
	};
}

type Helpers = Record<string, (...words: unknown[]) => Promise<unknown>>;

const DURABLE = new Set(['checkProcessedAndRecord', 'removeProcessed']);

function mortal(context: IExecuteFunctions, life: Life): IExecuteFunctions {
	const { helpers } = context;
	const watched = new Proxy(helpers, {
		get(target, name: string) {
			const own = (target as unknown as Helpers)[name];
			if (name === 'httpRequestWithAuthentication') {
				return async (...words: unknown[]) =>
					await life.around(async () => await own.apply(context, words));
			}
			if (!DURABLE.has(name)) return own;
			return async (...words: unknown[]) =>
				await life.whileAlive(async () => await own.apply(target, words));
		},
	});
	return new Proxy(context, {
		get: (target, name) => (name === 'helpers' ? watched : Reflect.get(target, name, target)),
	});
}

/** The same node types, run by a process that can die. */
export function inProcess(source: NodeTypeSource, life: Life): NodeTypeSource {
	return {
		...source,
		node(type) {
			const found = source.node(type);
			if (!found || !('execute' in found) || !found.execute) return found;
			const node = found as INodeType;
			const execute: INodeType['execute'] = async function (this: IExecuteFunctions) {
				return (await node.execute?.call(mortal(this, life))) ?? null;
			};
			const copy = Object.create(node) as INodeType & IVersionedNodeType;
			copy.execute = execute;
			return copy;
		},
	};
}
