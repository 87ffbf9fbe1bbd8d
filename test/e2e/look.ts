import { startEditor } from '../../scripts/editor/editor';
import type { Editor } from '../../scripts/editor/editor';
import { editorFolder, root } from '../../scripts/editor/places';
import { part, say } from '../../scripts/editor/say';
import { fs, nodeProcess, path } from '../support/node';
import { openBrowser } from './browser';
import type { Locator, Page } from './browser';

const SHOTS = path.join(editorFolder, 'screenshots');
const TYPE = 'n8n-nodes-linkedin-outreach.';

/** One node of each kind, as it looks after it was dragged in, on the canvas "Look". */
const NODES = [
	{ id: 'outx', type: 'outX', credential: 'outXApi' },
	{ id: 'connectsafely', type: 'connectSafely', credential: 'connectSafelyAiApi' },
	{ id: 'linkup-token', type: 'linkupApi', credential: 'linkupLoginTokenApi' },
	{ id: 'linkup-account', type: 'linkupApi', credential: 'linkupAccountApi' },
] as const;

interface Credential {
	readonly id: string;
	readonly name: string;
	readonly type: string;
}

/** Screenshots of everything an operator meets, in .cache/editor/screenshots. */
class Look {
	constructor(
		private readonly page: Page,
		private readonly editor: Editor,
	) {}

	async shot(name: string): Promise<void> {
		await this.page.waitForTimeout(600);
		await this.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
	}

	async visit(address: string, awaited: string): Promise<void> {
		await this.page.goto('about:blank');
		await this.page.goto(this.editor.url + address);
		await this.page.getByTestId(awaited).first().waitFor();
		await this.page.waitForTimeout(800);
	}

	async logIn(): Promise<void> {
		await this.page.goto(`${this.editor.url}/signin`);
		await this.page
			.locator('input[type="email"], input[autocomplete="email"]')
			.first()
			.fill(this.editor.owner.email);
		await this.page.locator('input[type="password"]').fill(this.editor.owner.password);
		await this.page.locator('button:has-text("Sign in")').click();
		await this.page.getByTestId('project-tabs').waitFor();
	}

	async theme(name: 'light' | 'dark'): Promise<void> {
		await this.page.evaluate(`localStorage.setItem('N8N_THEME', '${name}')`);
	}

	async choose(parameter: string, option: RegExp): Promise<void> {
		await this.page.getByTestId(`parameter-input-${parameter}`).click();
		await this.options().filter({ hasText: option }).first().click();
		await this.page.waitForTimeout(400);
	}

	options(): Locator {
		return this.page.locator('.el-select-dropdown__item:visible');
	}

	/** Every operation of a node: its fields, as they are for a newcomer. */
	async operations(workflow: string, node: string, theme: string): Promise<void> {
		await this.visit(`/workflow/${workflow}/${node}`, 'parameter-input-resource');
		await this.page.getByTestId('parameter-input-resource').click();
		await this.page.waitForTimeout(400);
		const resources = await this.names();
		await this.shot(`${theme}-${node}-resources`);
		await this.page.getByTestId('parameter-input-resource').click();
		for (const resource of resources) {
			await this.choose('resource', new RegExp(`^${resource}`));
			await this.page.getByTestId('parameter-input-operation').click();
			await this.page.waitForTimeout(400);
			for (const [index, operation] of (await this.names()).entries()) {
				if (index > 0) await this.page.getByTestId('parameter-input-operation').click();
				await this.options()
					.filter({ hasText: new RegExp(`^${operation}`) })
					.first()
					.click();
				await this.shot(`${theme}-${node}-${resource}-${operation}`.replace(/ /g, ''));
			}
		}
	}

	private async names(): Promise<string[]> {
		const texts = await this.options().allInnerTexts();
		return texts.map((text) => text.split('\n')[0]).filter((name) => name !== 'Custom API Call');
	}

	/** Opens a credential, which n8n tests at once. */
	private async credential(name: string): Promise<void> {
		await this.visit('/home/credentials', 'resources-list-item');
		await this.page.getByTestId('resources-list-item').filter({ hasText: name }).first().click();
		await this.page.getByTestId('credential-edit-dialog').waitFor();
	}

	async credentials(theme: string): Promise<void> {
		for (const { name, type } of await this.editor.rest.get<Credential[]>('/credentials')) {
			await this.credential(name);
			await this.page.getByTestId('credentials-config-container-test-success').waitFor();
			await this.shot(`${theme}-credential-${type}`);
		}
	}

	/** The credential test with a key nobody has; the right one is put back. */
	async wrongKeys(): Promise<void> {
		const { outX, connectSafely, linkupApi } = this.editor.sandbox.keys;
		const keys: Record<string, string> = { outXApi: outX, connectSafelyAiApi: connectSafely };
		for (const { name, type } of await this.editor.rest.get<Credential[]>('/credentials')) {
			await this.credential(name);
			const key = this.page.locator('[data-test-id="parameter-input-apiKey"] input');
			await key.fill('not-a-key');
			await this.page.getByTestId('credential-save-button').click();
			await this.page.locator('text=More details').locator('visible=true').first().click();
			await this.shot(`light-credential-${type}-wrong`);
			await key.fill(keys[type] ?? linkupApi);
			await this.page.getByTestId('credential-save-button').click();
			await this.page.getByTestId('credentials-config-container-test-success').waitFor();
		}
	}

	async search(words: string): Promise<void> {
		await this.visit('/workflow/new', 'canvas-wrapper');
		await this.page.keyboard.press('n');
		if ((await this.page.getByTestId('node-creator-search-bar').count()) === 0) {
			await this.page.locator('text=Add first step').first().click();
		}
		await this.page.getByTestId('node-creator-search-bar').fill(words);
		await this.shot(`light-search-${words.replace(/ /g, '-')}`);
	}

	async run(workflow: { id: string; name: string }): Promise<void> {
		await this.visit(`/workflow/${workflow.id}`, 'canvas-node');
		await this.shot('light-canvas');
		await this.page.getByTestId('execute-workflow-button').first().click();
		await this.page.locator('text=Clear execution').first().waitFor({ timeout: 120_000 });
		await this.shot('light-canvas-run');
		for (const name of ['OutX: write', 'ConnectSafely.ai: invite', 'LinkupAPI: write']) {
			await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
			await this.page.getByTestId('parameter-input-resource').waitFor();
			await this.shot(`light-output-${name.replace(/[^a-z]+/gi, '-')}`);
			await this.page.getByTestId('ndv-close-button').first().click();
			await this.page.waitForTimeout(500);
		}
	}

	async list(workflow: string, node: string, parameter: string): Promise<void> {
		await this.visit(`/workflow/${workflow}/${node}`, 'parameter-input-resource');
		const field = this.page.getByTestId(`resource-locator-${parameter}`);
		await field.locator('[data-test-id="rlc-mode-selector"]').click();
		await this.options()
			.filter({ hasText: /^From list/i })
			.first()
			.click();
		await field.locator('[data-test-id="rlc-input"]').click();
		await this.page.getByTestId('rlc-item').first().waitFor();
		await this.shot(`light-${node}-${parameter}-list`);
	}
}

async function addCanvas({ rest }: Editor): Promise<string> {
	const credentials = await rest.get<Credential[]>('/credentials');
	const nodes = NODES.map(({ id, type, credential }, index) => {
		const found = credentials.find((one) => one.type === credential);
		return {
			id,
			name: id,
			type: TYPE + type,
			typeVersion: 1,
			position: [index * 240, 0],
			parameters: credential === 'linkupAccountApi' ? { authentication: 'account' } : {},
			credentials: { [credential]: { id: found?.id, name: found?.name } },
		};
	});
	const body = { name: 'Look', nodes, connections: {}, settings: {} };
	return (await rest.post<{ id: string }>('/workflows', body)).id;
}

async function lookAtAll(look: Look, editor: Editor): Promise<void> {
	const canvas = await addCanvas(editor);
	await part('Log in', async () => await look.logIn());
	await part('Nodes panel', async () => await look.search('linkedin message'));
	await part('The example workflow', async () => await look.run(editor.workflows[0]));
	await part('Lists', async () => {
		await look.list(canvas, 'outx', 'recipient');
		await look.list(canvas, 'connectsafely', 'account');
		await look.list(canvas, 'linkup-account', 'account');
	});
	for (const theme of ['light', 'dark'] as const) {
		await look.theme(theme);
		await part(`Credentials, ${theme}`, async () => await look.credentials(theme));
		await part(`Every operation, ${theme}`, async () => {
			for (const { id } of NODES) await look.operations(canvas, id, theme);
		});
	}
	await look.theme('light');
	await part('Wrong keys', async () => await look.wrongKeys());
}

async function main(): Promise<void> {
	const folder = path.join(root, '.cache', 'look');
	fs.rmSync(folder, { recursive: true, force: true });
	fs.rmSync(SHOTS, { recursive: true, force: true });
	fs.mkdirSync(SHOTS, { recursive: true });
	const editor = await startEditor({ folder, port: 5680, sandboxPort: 0 });
	try {
		const { page, close } = await openBrowser();
		try {
			await lookAtAll(new Look(page, editor), editor);
		} finally {
			await page.screenshot({ path: path.join(SHOTS, 'last.png') });
			await close();
		}
	} finally {
		await editor.close();
	}
	say(`Screenshots: ${SHOTS}`);
}

main().then(
	() => nodeProcess.exit(0),
	(error: unknown) => {
		nodeProcess.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		nodeProcess.exit(1);
	},
);
