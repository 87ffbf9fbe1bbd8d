import { sleep } from 'n8n-workflow';

import { logIn } from '../../../../scripts/editor/furnish';
import { editorFolder, root } from '../../../../scripts/editor/places';
import { Rest } from '../../../../scripts/editor/rest';
import { assert, childProcess, fs, nodeProcess, path, performance } from '../../../support/node';
import type { Check } from '../stage';

const NAME = 'e2e';
const START_WITHIN = 180_000;
const MARK = path.join(`${editorFolder}-${NAME}`, 'running.json');

interface Started {
	readonly rest: Rest;
	readonly seconds: number;
	/** Ctrl+C in its terminal. */
	interrupt(): Promise<void>;
}

/** `npm run editor`, as typed, in a terminal of its own. */
async function npmRunEditor(...flags: string[]): Promise<Started> {
	const begun = performance.now();
	const args = ['run', 'editor', '--', '--as', NAME, '--port', '0', ...flags];
	const child = childProcess.spawn('npm', args, {
		cwd: root,
		detached: true,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let output = '';
	child.stdout.on('data', (text: Buffer) => {
		output += text.toString();
	});
	const interrupt = async (): Promise<void> => {
		if (child.pid !== undefined && child.exitCode === null) nodeProcess.kill(-child.pid, 'SIGINT');
		const until = performance.now() + 30_000;
		while (fs.existsSync(MARK)) {
			if (performance.now() > until) throw new Error('The editor does not stop on Ctrl+C');
			await sleep(100);
		}
	};
	while (!output.includes('Stop with Ctrl+C')) {
		if (child.exitCode !== null || performance.now() - begun > START_WITHIN) {
			await interrupt();
			throw new Error(`npm run editor did not start:\n${output}`);
		}
		await sleep(100);
	}
	const seconds = (performance.now() - begun) / 1_000;
	const port = /Editor +http:\/\/localhost:(\d+)/.exec(output)?.[1];
	assert.ok(port, `npm run editor names no address:\n${output}`);
	const rest = new Rest(`http://127.0.0.1:${port}`);
	await logIn(rest);
	return { rest, seconds, interrupt };
}

const names = async (rest: Rest): Promise<string[]> =>
	(await rest.get<Array<{ name: string }>>('/workflows')).map(({ name }) => name);

export const editorChecks: readonly Check[] = [
	{
		name: 'npm run editor keeps workflows for its next start, and forgets them with --reset',
		async run() {
			const first = await npmRunEditor('--reset');
			try {
				await first.rest.post('/workflows', { name: 'Mine', nodes: [], connections: {} });
			} finally {
				await first.interrupt();
			}
			const second = await npmRunEditor();
			try {
				assert.ok((await names(second.rest)).includes('Mine'), 'The workflow is gone');
				assert.ok(second.seconds < 60, `The second start took ${second.seconds} s`);
			} finally {
				await second.interrupt();
			}
			const fresh = await npmRunEditor('--reset');
			try {
				const left = await names(fresh.rest);
				assert.ok(!left.includes('Mine'), '--reset left a workflow behind');
				assert.ok(left.includes('CRM to LinkedIn'), 'There are no examples after --reset');
			} finally {
				await fresh.interrupt();
				fs.rmSync(`${editorFolder}-${NAME}`, { recursive: true, force: true });
			}
		},
	},
];
