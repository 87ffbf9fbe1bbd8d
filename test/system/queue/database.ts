import { nodeProcess, path } from '../../support/node';
import { run } from '../../../scripts/editor/run';
import { Trouble } from '../../../scripts/editor/say';
import { DATABASE } from './postgres';

/** One execution as n8n's table has it. */
export interface Stored {
	readonly id: string;
	readonly status: string;
	readonly retryOf?: string;
}

/** n8n's own database, read in one statement: its pages shift while executions begin and end. */
export interface Database {
	/** All executions of a workflow, oldest first. */
	executions(workflowId: string): Promise<Stored[]>;
}

const COLUMNS = 'id, status, coalesce("retryOf", \'\')';

export function databaseAt(bin: string, folder: string, port: number): Database {
	const { user, password, database } = DATABASE;
	const server = ['-h', '127.0.0.1', '-p', String(port), '-U', user, '-d', database];
	return {
		async executions(workflowId) {
			if (!/^[\w-]+$/.test(workflowId)) throw new Error(`Not an ID: ${workflowId}`);
			const query = `select ${COLUMNS} from execution_entity where "workflowId" = '${workflowId}' and "deletedAt" is null order by id`;
			const { code, output } = await run(
				path.join(bin, 'psql'),
				[...server, '-X', '-A', '-t', '-F', '|', '-c', query],
				{ cwd: folder, env: { ...nodeProcess.env, PGPASSWORD: password } },
			);
			if (code !== 0) throw new Trouble('PostgreSQL did not answer. It says:', output);
			return output
				.split('\n')
				.filter((line) => line.includes('|'))
				.map((line) => {
					const [id, status, retryOf] = line.trim().split('|');
					return { id, status, ...(retryOf !== '' && { retryOf }) };
				});
		},
	};
}
