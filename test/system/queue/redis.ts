import { fs } from '../../support/node';
import { startProgram } from './program';
import type { Program } from './program';

/** Redis on loopback, kept in memory alone: what a queue loses with it is not what is tested here. */
export async function startRedis(file: string, folder: string, port: number): Promise<Program> {
	fs.mkdirSync(folder, { recursive: true });
	const options = { port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: folder };
	return await startProgram({
		name: 'Redis',
		file,
		args: Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
		folder,
		ready: /Ready to accept connections/,
		stopWith: 'SIGTERM',
	});
}
