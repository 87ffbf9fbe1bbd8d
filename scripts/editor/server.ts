import { childProcess, fs, nodeProcess, once, path, startTimer } from '../../test/support/node';
import { n8nFolder } from './places';
import { Trouble } from './say';

const START_WITHIN = 180_000;

/** Nothing that n8n would ask, show or fetch beside its editor. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PYTHON_ENABLED: 'false',
	N8N_DISABLED_MODULES: 'mcp-registry,insights,chat-hub,instance-ai,agents,quick-connect',
};

export interface Server {
	readonly url: string;
	/** Resolves when n8n is gone, whoever ended it. */
	readonly ended: Promise<void>;
	stop(): Promise<void>;
	/** The end without warning: a power cut, or a container that is out of memory. */
	kill(): Promise<void>;
}

interface Options {
	readonly node: string;
	readonly userFolder: string;
	readonly port: number;
	readonly brokerPort: number;
	readonly env?: Record<string, string>;
	/** n8n's command and its flags. */
	readonly command?: readonly string[];
}

/** Starts n8n on loopback and waits until it answers. */
export async function startN8n(options: Options): Promise<Server> {
	const { node, userFolder, port, brokerPort, env = {}, command = ['start'] } = options;
	const log = path.join(userFolder, 'n8n.log');
	const output = fs.openSync(log, 'w');
	const child = childProcess.spawn(
		node,
		[path.join(n8nFolder, 'node_modules', 'n8n', 'bin', 'n8n'), ...command],
		{
			cwd: userFolder,
			stdio: ['ignore', output, output],
			// Its own group: Ctrl+C reaches this script alone, which then stops n8n and waits for it.
			detached: nodeProcess.platform !== 'win32',
			env: {
				...withoutN8n(nodeProcess.env),
				...QUIET,
				N8N_USER_FOLDER: userFolder,
				NODE_COMPILE_CACHE: path.join(n8nFolder, '.compiled'),
				N8N_LISTEN_ADDRESS: '127.0.0.1',
				N8N_HOST: 'localhost',
				N8N_PORT: String(port),
				N8N_RUNNERS_BROKER_PORT: String(brokerPort),
				N8N_SECURE_COOKIE: 'false',
				// For this folder only, and worth nothing: it holds keys of the sandbox.
				N8N_ENCRYPTION_KEY: 'sandbox',
				N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
				...env,
			},
		},
	);
	fs.closeSync(output);
	nodeProcess.once('exit', () => child.kill('SIGKILL'));
	const ended = once(child, 'exit').then(() => undefined);
	const stop = async (): Promise<void> => {
		if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
		const late = startTimer(() => child.kill('SIGKILL'), 15_000);
		late.unref();
		await ended;
	};
	const kill = async (): Promise<void> => {
		child.kill('SIGKILL');
		await ended;
	};
	const url = `http://127.0.0.1:${port}`;
	if (!(await answers(`${url}/healthz/readiness`, ended))) {
		await stop();
		const lines = fs.readFileSync(log, 'utf8').trim().split('\n').slice(-15);
		throw new Trouble('n8n did not start. The end of its log:', ...lines, `All of it: ${log}`);
	}
	return { url, ended, stop, kill };
}

/** The environment without settings of another n8n, and without those npm adds. */
function withoutN8n(env: Record<string, string | undefined>): Record<string, string | undefined> {
	return Object.fromEntries(
		Object.entries(env).filter(([name]) => !/^(N8N_|DB_|QUEUE_|EXECUTIONS_|npm_)/.test(name)),
	);
}

async function answers(address: string, ended: Promise<void>): Promise<boolean> {
	let gone = false;
	void ended.then(() => {
		gone = true;
	});
	const until = Date.now() + START_WITHIN;
	while (!gone && Date.now() < until) {
		const ready = await fetch(address).then(
			(answer) => answer.ok,
			() => false,
		);
		if (ready) return true;
		await new Promise((resolve) => startTimer(resolve, 200));
	}
	return false;
}
