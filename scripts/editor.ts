import { fs, nodeProcess, path } from '../test/support/node';
import { startEditor } from './editor/editor';
import type { Editor } from './editor/editor';
import { editorFolder } from './editor/places';
import { Trouble, say } from './editor/say';

const USUAL_PORT = 5678;

const HELP = `npm run editor            n8n's editor with this package, against the sandbox
npm run editor -- --reset a fresh start: workflows, credentials and executions made there are removed
npm run editor -- --port 5700`;

interface Arguments {
	readonly reset: boolean;
	readonly port: number;
}

function readArguments(given: readonly string[]): Arguments {
	const words = given.flatMap((word) => word.split('='));
	let reset = false;
	let port = USUAL_PORT;
	while (words.length > 0) {
		const word = words.shift();
		if (word === '--reset') reset = true;
		else if (word === '--port') port = Number(words.shift());
		else throw new Trouble(`There is no ${word} here.`, HELP);
	}
	if (Number.isInteger(port) && port > 0 && port < 65536) return { reset, port };
	throw new Trouble('--port needs a number from 1 to 65535.', HELP);
}

const mark = path.join(editorFolder, 'running.json');

function isAlive(pid: number): boolean {
	try {
		return nodeProcess.kill(pid, 0);
	} catch {
		return false;
	}
}

/** Two n8n on the same folder would spoil its database. */
function refuseTwice(): void {
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
	const { reset, port } = readArguments(nodeProcess.argv.slice(2));
	refuseTwice();
	const started: { editor?: Editor } = {};
	let asked = false;
	const stop = (): void => {
		if (!started.editor) return nodeProcess.exit(130);
		if (!asked) say('Stopping …');
		asked = true;
		void started.editor.close();
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) nodeProcess.on(signal, stop);
	if (reset) fs.rmSync(editorFolder, { recursive: true, force: true });
	const editor = await startEditor({ folder: editorFolder, port });
	started.editor = editor;
	fs.writeFileSync(mark, JSON.stringify({ pid: nodeProcess.pid, url: editor.url }));
	say(describe(editor));
	await editor.ended;
	await editor.close();
	fs.rmSync(mark, { force: true });
	if (asked) return;
	throw new Trouble(`n8n ended by itself. Its log: ${path.join(editorFolder, 'n8n.log')}`);
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
