import { startEditor } from '../../../scripts/editor/editor';
import type { Editor } from '../../../scripts/editor/editor';
import { cache, root } from '../../../scripts/editor/places';
import { part, say } from '../../../scripts/editor/say';
import { fs, path } from '../../support/node';
import { words } from '../support/words';
import { openBrowser } from './browser';
import { groups } from './checks';
import { findChromium } from './chromium';
import { Operator } from './operator';
import { Pictures } from './pictures';
import { Runs } from './runs';
import type { Check, Stage } from './stage';

jest.setTimeout(10 * 60_000);

const folder = path.join(cache, 'e2e');

/** Words of the command line: only groups of checks with one of them in a name. */
const wanted = words().filter((word) => !word.startsWith('--'));

/** Puts the run's pictures into the documents. */
const forDocuments = words().includes('--pictures');

const isWanted = (group: readonly Check[]): boolean =>
	wanted.length === 0 || group.some(({ name }) => wanted.some((word) => name.includes(word)));

let editor: Editor | undefined;
let browser: Awaited<ReturnType<typeof openBrowser>> | undefined;
let stage: Stage;

beforeAll(async () => {
	fs.rmSync(folder, { recursive: true, force: true });
	editor = await startEditor({ folder, port: 0, sandboxPort: 0 });
	browser = await openBrowser(await findChromium());
	const pictures = new Pictures(browser.page, path.join(folder, 'screenshots'));
	const operator = new Operator(browser.page, editor);
	await part('Log in', async () => await operator.logIn());
	stage = { editor, runs: new Runs(editor), operator, pictures, folder };
});

afterAll(async () => {
	if (stage && forDocuments) {
		fs.cpSync(stage.pictures.folder, path.join(root, 'docs', 'images'), { recursive: true });
	}
	await browser?.close();
	await editor?.close();
	say(`Screenshots: ${path.join(folder, 'screenshots')}`);
});

let failures = 0;

/** Runs a check; one that fails leaves a screenshot. */
async function run(check: Check): Promise<void> {
	let isGood = false;
	try {
		await check.run(stage);
		isGood = true;
	} finally {
		if (!isGood) await picture(`failed-${++failures}`);
	}
}

async function picture(name: string): Promise<void> {
	const taken = stage.pictures.shot(name).then(
		(file) => `Screenshot: ${file}`,
		(error: unknown) => `No screenshot: ${String(error)}`,
	);
	say(`· ${await taken}`);
}

for (const group of groups.filter(isWanted)) {
	describe('', () => {
		/** After a failure the rest of the group is not tried: it would wait for what cannot come. */
		let failed: string | undefined;

		test.each(group)('$name', async (check) => {
			if (failed !== undefined) throw new Error(`Not tried, as this failed: ${failed}`);
			failed = check.name;
			await run(check);
			failed = undefined;
		});
	});
}
