import { fs, path } from '../support/node';
import { root } from '../../scripts/editor/places';
import { fingerprint, stamp } from '../../scripts/editor/files';
import { run } from '../../scripts/editor/run';
import { Trouble } from '../../scripts/editor/say';

/** The little of playwright-core's types used here: it is installed outside the package's node_modules. */
export interface Locator {
	click(options?: { force?: boolean }): Promise<void>;
	dblclick(): Promise<void>;
	fill(text: string): Promise<void>;
	first(): Locator;
	last(): Locator;
	nth(index: number): Locator;
	filter(by: { hasText: string | RegExp }): Locator;
	locator(selector: string): Locator;
	innerText(): Promise<string>;
	allInnerTexts(): Promise<string[]>;
	count(): Promise<number>;
	waitFor(options?: { state?: 'visible' | 'hidden'; timeout?: number }): Promise<void>;
}

export interface Page {
	goto(url: string): Promise<unknown>;
	locator(selector: string): Locator;
	getByTestId(id: string): Locator;
	screenshot(options: { path: string }): Promise<unknown>;
	waitForTimeout(milliseconds: number): Promise<void>;
	evaluate(script: string): Promise<unknown>;
	setDefaultTimeout(milliseconds: number): void;
	readonly keyboard: { press(key: string): Promise<void> };
}

interface Browser {
	newPage(options: { viewport: { width: number; height: number } }): Promise<Page>;
	close(): Promise<void>;
}

interface Playwright {
	selectors: { setTestIdAttribute(name: string): void };
	chromium: {
		launch(options: { executablePath: string; args: string[] }): Promise<Browser>;
	};
}

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const pins = path.join(root, 'test', 'e2e', 'browser');
const folder = path.join(root, '.cache', 'browser');

/** Debian's Chromium, driven by the playwright-core that test/e2e/browser pins. */
export async function openBrowser(): Promise<{ page: Page; close: () => Promise<void> }> {
	const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) =>
		fs.existsSync(file),
	);
	if (!executablePath) {
		throw new Trouble('There is no Chromium here. On Debian: apt-get install chromium');
	}
	await installPlaywright();
	const { chromium, selectors } = (await import(
		path.join(folder, 'node_modules', 'playwright-core', 'index.mjs')
	)) as Playwright;
	selectors.setTestIdAttribute('data-test-id');
	const browser = await chromium.launch({ executablePath, args: FLAGS });
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	page.setDefaultTimeout(15_000);
	return { page, close: async () => await browser.close() };
}

async function installPlaywright(): Promise<void> {
	const wanted = fingerprint(pins);
	const { current, done } = stamp(path.join(folder, '.installed-from'), wanted);
	if (current) return;
	fs.cpSync(pins, folder, { recursive: true });
	const { code, output } = await run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
		cwd: folder,
	});
	if (code !== 0) throw new Trouble('playwright-core could not be installed. npm says:', output);
	done();
}
