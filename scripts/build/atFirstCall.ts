import type { Plugin } from 'esbuild';

import { path } from '../../test/support/node';

const GATE = 'at-first-call';

/** Names that only the way of importing adds. */
const ADDED = new Set(['default', '__esModule', 'module.exports']);

const isFunction = (value: unknown): boolean =>
	typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value));

/** The names a module exports. Throws when one of them cannot be stood in for by a function that calls it. */
async function functionsOf(file: string): Promise<string[]> {
	const exported = Object.entries((await import(file)) as Record<string, unknown>).filter(
		([name]) => !ADDED.has(name),
	);
	const others = exported.filter(([, value]) => !isFunction(value)).map(([name]) => name);
	if (others.length > 0) {
		throw new Error(`${file} cannot wait for its first call: ${others.join()} is no function.`);
	}
	return exported.map(([name]) => name);
}

const forward = (name: string, file: string): string =>
	`export function ${name}(...given) { return require(${JSON.stringify(file)}).${name}(...given); }`;

/**
 * esbuild's bundle runs every module when it is loaded. The modules named here run when one of their functions
 * is called for the first time: whoever imports them gets functions of the same names that see to it.
 *
 * The build stops when a module exports anything but functions, or when nothing imports it any more.
 */
export function atFirstCall(directory: string, modules: readonly string[]): Plugin {
	const wanted = new Set(modules.map((name) => path.resolve(directory, name)));
	return {
		name: GATE,
		setup({ onResolve, onLoad, onEnd, resolve }) {
			const unused = new Set(wanted);
			onResolve(
				{ filter: /^\./ },
				async ({ path: name, resolveDir, importer, kind, pluginData }) => {
					if (pluginData === GATE || kind !== 'import-statement') return undefined;
					const found = await resolve(name, { resolveDir, importer, kind, pluginData: GATE });
					if (!wanted.has(found.path)) return undefined;
					unused.delete(found.path);
					return { path: found.path, namespace: GATE };
				},
			);
			onLoad({ filter: /./, namespace: GATE }, async ({ path: file }) => ({
				contents: (await functionsOf(file)).map((name) => forward(name, file)).join('\n'),
				resolveDir: path.dirname(file),
			}));
			onEnd(({ errors }) => ({
				// A build that stopped half-way has not seen all imports.
				errors:
					errors.length > 0
						? []
						: [...unused].map((file) => ({ text: `Nothing imports ${file}.` })),
			}));
		},
	};
}
