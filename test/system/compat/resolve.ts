import { nodeModule, nodeProcess, path } from '../../support/node';

/** Where the engine under test is installed: set by whoever starts the child. */
export const engineFolder = nodeProcess.env.COMPAT_ENGINE ?? '';

const inside = `${path.join(engineFolder, 'node_modules')}${path.sep}`;
const LENT = /^(?:n8n-core|n8n-workflow|reflect-metadata|zod)(?:\/|$)/;

interface Parent {
	readonly filename?: string | null;
	readonly paths: string[];
}

type Resolve = (request: string, parent: Parent | undefined, ...rest: unknown[]) => string;

const modules = nodeModule as unknown as {
	_resolveFilename: Resolve;
	_nodeModulePaths(from: string): string[];
};
const usual = modules._resolveFilename;
const engine: Parent = {
	filename: path.join(engineFolder, 'package.json'),
	paths: modules._nodeModulePaths(engineFolder),
};

function notInstalled(request: string, from: string, found: string): Error {
	const error = new Error(`Cannot find module '${request}' of ${from}: only ${found} is there`);
	return Object.assign(error, { code: 'MODULE_NOT_FOUND' });
}

/**
 * Importing this module first makes everything after it run on the engine in `engineFolder`: what this
 * repository's own files import of n8n and zod comes from there, and what is in there finds nothing outside,
 * where the repository has other versions of the same.
 */
modules._resolveFilename = function (request, parent, ...rest) {
	const from = parent?.filename ?? '';
	if (!from.startsWith(inside)) {
		return usual.call(this, request, LENT.test(request) ? engine : parent, ...rest);
	}
	const found = usual.call(this, request, parent, ...rest);
	if (path.isAbsolute(found) && !found.startsWith(inside)) throw notInstalled(request, from, found);
	return found;
};
