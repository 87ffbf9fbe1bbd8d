import { fs, nodeProcess, path } from '../../support/node';
import { run } from '../../../scripts/editor/run';
import { Trouble } from '../../../scripts/editor/say';
import { startProgram } from './program';
import type { Program } from './program';

/** For a database on loopback that is thrown away; worth nothing. */
export const DATABASE = { user: 'n8n', password: 'sandbox', database: 'postgres' } as const;

/** PostgreSQL refuses root; Debian's package brings a user for it. Undefined = run it as we are. */
async function databaseUser(folder: string): Promise<{ uid: number; gid: number } | undefined> {
	if (nodeProcess.getuid?.() !== 0) return undefined;
	const [uid, gid] = await Promise.all(
		['-u', '-g'].map(async (which) => await run('id', [which, 'postgres'], { cwd: folder })),
	);
	if (uid.code === 0 && gid.code === 0) return { uid: Number(uid.output), gid: Number(gid.output) };
	throw new Trouble(
		'PostgreSQL does not run as root, and this machine has no user called postgres.',
		'Run this test as an ordinary user.',
	);
}

/** A fresh PostgreSQL on loopback in `folder`, which is emptied. `bin` holds its programs. */
export async function startPostgres(bin: string, folder: string, port: number): Promise<Program> {
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
	const as = await databaseUser(folder);
	const secret = path.join(path.dirname(folder), 'database-password');
	fs.writeFileSync(secret, DATABASE.password, { mode: 0o600 });
	if (as) for (const place of [folder, secret]) fs.chownSync(place, as.uid, as.gid);
	const created = await run(
		path.join(bin, 'initdb'),
		['-D', folder, '-U', DATABASE.user, '-A', 'scram-sha-256', '--pwfile', secret, '-E', 'UTF8'],
		{ cwd: folder, as },
	);
	fs.rmSync(secret);
	if (created.code !== 0) {
		throw new Trouble('PostgreSQL could not create a database. It says:', created.output);
	}
	return await startProgram({
		name: 'PostgreSQL',
		file: path.join(bin, 'postgres'),
		// Without a socket file: its usual folder is not there everywhere, and loopback is enough.
		args: ['-D', folder, '-h', '127.0.0.1', '-p', String(port), '-k', ''],
		folder,
		ready: /ready to accept connections/,
		stopWith: 'SIGINT',
		as,
	});
}
