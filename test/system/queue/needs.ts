import { fs, nodeProcess, path } from '../../support/node';
import { Trouble } from '../../../scripts/editor/say';

const POSTGRES = '/usr/lib/postgresql';

export interface Programs {
	readonly redis: string;
	/** The folder with initdb and postgres. */
	readonly postgres: string;
}

function onPath(name: string): string | undefined {
	const folders = (nodeProcess.env.PATH ?? '').split(path.delimiter);
	return [...folders, '/usr/bin', '/usr/sbin']
		.map((folder) => path.join(folder, name))
		.find((file) => fs.existsSync(file));
}

/** Debian keeps each PostgreSQL version in a folder of its own, outside the PATH: the newest one. */
function postgresBin(): string | undefined {
	const versions = fs.existsSync(POSTGRES) ? fs.readdirSync(POSTGRES) : [];
	const newestFirst = versions.map(Number).sort((a, b) => b - a);
	const folders = newestFirst.map((version) => path.join(POSTGRES, String(version), 'bin'));
	const usual = onPath('initdb');
	if (usual) folders.push(path.dirname(usual));
	return folders.find((folder) => fs.existsSync(path.join(folder, 'initdb')));
}

/** Redis and PostgreSQL of this machine. Throws `Trouble` that says how to get what is missing. */
export function findPrograms(): Programs {
	const [redis, postgres] = [onPath('redis-server'), postgresBin()];
	if (redis && postgres) return { redis, postgres };
	const missing = [!redis && 'Redis', !postgres && 'PostgreSQL'].filter(Boolean).join(' and ');
	const packages = [!redis && 'redis-server', !postgres && 'postgresql'].filter(Boolean).join(' ');
	throw new Trouble(
		`n8n's queue mode needs ${missing}, which this machine does not have.`,
		`On Debian or Ubuntu: sudo apt-get install --no-install-recommends ${packages}`,
		'Nothing has to be set up: this test starts its own on free ports, and stops them again.',
	);
}
