import { fs, nodeModule, path } from '../../support/node';
import { fingerprint, stamp } from '../../../scripts/editor/files';
import { cache, root } from '../../../scripts/editor/places';
import { run } from '../../../scripts/editor/run';
import { Trouble } from '../../../scripts/editor/say';

/** In CSS pixels of the window. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** The little of playwright-core's types used here: it is installed outside the package's node_modules. */
export interface Locator {
	click(options?: { force?: boolean }): Promise<void>;
	dblclick(): Promise<void>;
	fill(text: string): Promise<void>;
	setInputFiles(file: string): Promise<void>;
	first(): Locator;
	filter(by: { hasText: string | RegExp }): Locator;
	locator(selector: string): Locator;
	innerText(): Promise<string>;
	allInnerTexts(): Promise<string[]>;
	inputValue(): Promise<string>;
	count(): Promise<number>;
	boundingBox(): Promise<Box | null>;
	waitFor(options?: { state?: 'visible' | 'hidden'; timeout?: number }): Promise<void>;
}

export interface Page {
	goto(url: string): Promise<unknown>;
	url(): string;
	locator(selector: string): Locator;
	getByTestId(id: string): Locator;
	screenshot(options: { path: string }): Promise<unknown>;
	waitForTimeout(milliseconds: number): Promise<void>;
	evaluate(script: string): Promise<unknown>;
	setDefaultTimeout(milliseconds: number): void;
	on(event: 'pageerror', listener: (error: Error) => void): void;
	context(): { newCDPSession(page: Page): Promise<DevTools> };
	readonly keyboard: { press(key: string): Promise<void> };
}

interface DevTools {
	send(
		method: 'Page.captureScreenshot',
		options: { format: 'webp'; quality: number; clip: Box & { scale: number } },
	): Promise<{ data: string }>;
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

/** No wait in the browser is longer than this, in ms. */
const PATIENCE = 45_000;

const pins = path.join(root, 'test', 'system', 'e2e', 'browser');
const folder = path.join(cache, 'browser');

/** Chromium, driven by the playwright-core that test/system/e2e/browser pins. */
export async function openBrowser(
	executablePath: string,
): Promise<{ page: Page; close: () => Promise<void> }> {
	await installPlaywright();
	const load = nodeModule.createRequire(path.join(folder, 'package.json'));
	const { chromium, selectors } = load('playwright-core') as Playwright;
	selectors.setTestIdAttribute('data-test-id');
	const browser = await chromium.launch({ executablePath, args: FLAGS });
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	page.setDefaultTimeout(PATIENCE);
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
