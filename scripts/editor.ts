import { fs, nodeProcess, path } from '../test/support/node';
import { startEditor } from './editor/editor';
import type { Editor } from './editor/editor';
import { editorFolder } from './editor/places';
import { Trouble, say } from './editor/say';

const USUAL_PORT = 5678;

const HELP = `npm run editor            n8n's editor with this package, against the sandbox
npm run editor -- --reset a fresh start: workflows, credentials and executions made there are removed
npm run editor -- --port 5700
npm run editor -- --as second   one more editor beside the usual one, with data of its own`;

interface Arguments {
	readonly reset: boolean;
	readonly port: number;
	readonly folder: string;
}

/** Below .cache only: `--reset` removes it. */
function folderOf(name: string): string {
	if (/^[a-z0-9-]+$/.test(name)) return `${editorFolder}-${name}`;
	throw new Trouble('--as needs a name of small letters, digits and dashes.', HELP);
}

function readArguments(given: readonly string[]): Arguments {
	const words = given.flatMap((word) => word.split('='));
	let reset = false;
	let port = USUAL_PORT;
	let folder = editorFolder;
	while (words.length > 0) {
		const word = words.shift();
		if (word === '--reset') reset = true;
		else if (word === '--port') port = Number(words.shift());
		else if (word === '--as') folder = folderOf(words.shift() ?? '');
		else throw new Trouble(`There is no ${word} here.`, HELP);
	}
	if (Number.isInteger(port) && port >= 0 && port < 65536) return { reset, port, folder };
	throw new Trouble('--port needs a number from 0 to 65535, 0 = any.', HELP);
}

/** Notes in the folder who uses it. */
const markIn = (folder: string): string => path.join(folder, 'running.json');

function isAlive(pid: number): boolean {
	try {
		return nodeProcess.kill(pid, 0);
	} catch {
		return false;
	}
}

/** Two n8n on the same folder would spoil its database. */
function refuseTwice(folder: string): void {
	const mark = markIn(folder);
	if (!fs.existsSync(mark)) return;
	const { pid, url } = JSON.parse(fs.readFileSync(mark, 'utf8')) as { pid: number; url: string };
	if (isAlive(pid)) {
		throw new Trouble(`The editor runs already: ${url}. Stop it there with Ctrl+C first.`);
	}
}

function describe({ url, owner, sandbox, workflows }: Editor): string {
	return [
		'',
		`Editor     ${url.replace('127.0.0.1', 'localhost')}`,
		`Log in     ${owner.email} / ${owner.password}`,
		`Sandbox    ${sandbox.url}   who was reached: ${sandbox.url}/_sandbox/deliveries`,
		'',
		'Workflows',
		...workflows.map(({ id, name }) => `  ${name}   ${url}/workflow/${id}`),
		'',
		'Nothing here reaches LinkedIn. Stop with Ctrl+C.',
		'',
	].join('\n');
}

async function main(): Promise<void> {
	const { reset, port, folder } = readArguments(nodeProcess.argv.slice(2));
	refuseTwice(folder);
	const started: { editor?: Editor } = {};
	let asked = false;
	const stop = (): void => {
		if (!started.editor) return nodeProcess.exit(130);
		if (!asked) say('Stopping …');
		asked = true;
		void started.editor.close();
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) nodeProcess.on(signal, stop);
	if (reset) fs.rmSync(folder, { recursive: true, force: true });
	const editor = await startEditor({ folder, port });
	started.editor = editor;
	fs.writeFileSync(markIn(folder), JSON.stringify({ pid: nodeProcess.pid, url: editor.url }));
	say(describe(editor));
	await editor.ended;
	await editor.close();
	fs.rmSync(markIn(folder), { force: true });
	if (asked) return;
	throw new Trouble(`n8n ended by itself. Its log: ${path.join(folder, 'n8n.log')}`);
}

main().then(
	() => nodeProcess.exit(0),
	(error: unknown) => {
		const plain = error instanceof Trouble;
		const text = error instanceof Error ? (plain ? error.message : error.stack) : String(error);
		nodeProcess.stderr.write(`${text}\n`);
		nodeProcess.exit(1);
	},
);
