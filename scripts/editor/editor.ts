import { DEFAULT_PORT, startSandbox } from '../../test/sandbox';
import type { Sandbox } from '../../test/sandbox';
import { fs } from '../../test/support/node';
import { OWNER, credentialsFor, logIn, putCredentials, putExamples } from './furnish';
import { installN8n, nodeForN8n } from './install';
import { installPackage } from './package';
import { freePort } from './ports';
import { Rest } from './rest';
import { part } from './say';
import { startN8n } from './server';

export interface Editor {
	readonly url: string;
	readonly owner: typeof OWNER;
	readonly sandbox: Sandbox;
	/** n8n's API, logged in as the owner. */
	readonly rest: Rest;
	readonly workflows: ReadonlyArray<{ id: string; name: string }>;
	/** Resolves when n8n is gone. */
	readonly ended: Promise<void>;
	close(): Promise<void>;
	/** Ends n8n as a power cut would; `close` is still due. */
	kill(): Promise<void>;
}

interface Options {
	/** Keeps n8n's data. */
	readonly folder: string;
	readonly port: number;
	/** One that runs already, and goes on when this editor is closed; otherwise its own. */
	readonly sandbox?: Sandbox;
	readonly sandboxPort?: number;
	/** Says nothing about how the start goes. */
	readonly quiet?: boolean;
	readonly env?: Record<string, string>;
}

/** A real n8n with this package, beside the sandbox, ready to be used. */
export async function startEditor(options: Options): Promise<Editor> {
	const { folder, port, sandbox: given, sandboxPort = DEFAULT_PORT, quiet = false, env } = options;
	const worked = (did: boolean): boolean => did && !quiet;
	const told = (): boolean => !quiet;
	await part('n8n is installed', installN8n, worked);
	const node = await nodeForN8n();
	fs.mkdirSync(folder, { recursive: true });
	await part(
		'The package is built, packed and installed',
		async () => await installPackage(folder),
		worked,
	);
	const sandbox = given ?? (await startSandbox({ port: await freePort(sandboxPort) }));
	const running: Array<() => Promise<void>> = given ? [] : [sandbox.close];
	const close = async (): Promise<void> => {
		for (const stop of running.splice(0).reverse()) await stop();
	};
	let complete = false;
	try {
		const n8nPort = await freePort(port);
		const brokerPort = await freePort(n8nPort + 1);
		const server = await part(
			'n8n is up',
			async () => await startN8n({ node, userFolder: folder, port: n8nPort, brokerPort, env }),
			told,
		);
		running.push(server.stop);
		const { url, ended, kill } = server;
		const rest = new Rest(url);
		const furnish = async (): Promise<Editor['workflows']> => {
			await logIn(rest);
			return await putExamples(rest, await putCredentials(rest, credentialsFor(sandbox)));
		};
		const workflows = await part('Owner, credentials and example workflows', furnish, told);
		complete = true;
		return { url, owner: OWNER, sandbox, rest, workflows, ended, close, kill };
	} finally {
		if (!complete) await close();
	}
}
