import { childProcess, fs, nodeProcess, once, startTimer } from '../../test/support/node';
import { Trouble } from '../editor/say';

export interface Program {
	stop(): Promise<void>;
}

interface Options {
	readonly name: string;
	readonly file: string;
	readonly args: readonly string[];
	readonly folder: string;
	/** What it prints when it is ready. */
	readonly ready: RegExp;
	readonly stopWith: 'SIGINT' | 'SIGTERM';
	/** As whom it runs, if not as whoever runs this. */
	readonly as?: { readonly uid: number; readonly gid: number };
}

const READY_WITHIN = 30_000;
const STOP_WITHIN = 10_000;

/** Starts a server program and waits for the line that says it is ready. */
export async function startProgram(options: Options): Promise<Program> {
	const { name, file, args, folder, ready, stopWith, as } = options;
	const child = childProcess.spawn(file, [...args], {
		cwd: folder,
		// Its own group: Ctrl+C reaches this script alone, which then stops it last.
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
		...as,
	});
	let printed = '';
	const isReady = new Promise<boolean>((resolve) => {
		const read = (text: Buffer): void => {
			printed += text.toString();
			if (ready.test(printed)) resolve(true);
			fs.appendFileSync(`${folder}.log`, text);
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		child.on('error', () => resolve(false));
		child.on('exit', () => resolve(false));
		startTimer(() => resolve(false), READY_WITHIN).unref();
	});
	nodeProcess.once('exit', () => child.kill('SIGKILL'));
	const ended = once(child, 'exit');
	const stop = async (): Promise<void> => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		child.kill(stopWith);
		const late = startTimer(() => child.kill('SIGKILL'), STOP_WITHIN);
		late.unref();
		await ended;
	};
	if (await isReady) return { stop };
	child.kill('SIGKILL');
	throw new Trouble(`${name} did not start. It says:`, printed.trim().slice(-2_000));
}
