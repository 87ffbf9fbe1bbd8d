import execa from 'execa';

import { Trouble } from '../../../scripts/editor/say';
import { fs, nodeProcess, once, startTimer } from '../../support/node';

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
	const child = execa(file, args, {
		...{ cwd: folder, stdin: 'ignore', all: true, buffer: false, reject: false, ...as },
		// Its own group: Ctrl+C reaches this process alone, which then stops it last.
		detached: true,
	});
	nodeProcess.once('exit', () => child.kill('SIGKILL'));
	let printed = '';
	const isReady = await new Promise<boolean>((resolve) => {
		child.all?.on('data', (text: Buffer) => {
			printed += text.toString();
			if (ready.test(printed)) resolve(true);
			fs.appendFileSync(`${folder}.log`, text);
		});
		void child.then(() => resolve(false));
		startTimer(() => resolve(false), READY_WITHIN).unref();
	});
	if (!isReady) {
		child.kill('SIGKILL');
		throw new Trouble(`${name} did not start. It says:`, printed.trim().slice(-2_000));
	}
	return {
		async stop() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			const ended = once(child, 'exit');
			child.kill(stopWith);
			const late = startTimer(() => child.kill('SIGKILL'), STOP_WITHIN);
			late.unref();
			await ended;
		},
	};
}
