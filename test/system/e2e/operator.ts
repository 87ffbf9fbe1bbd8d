import type { Editor } from '../../../scripts/editor/editor';
import type { Box, Locator, Page } from './browser';

/** What somebody does in n8n's editor, with mouse and keyboard. */
export class Operator {
	constructor(
		readonly page: Page,
		private readonly editor: Editor,
	) {}

	async logIn(): Promise<void> {
		const { page, editor } = this;
		await page.goto(`${editor.url}/signin`);
		await page
			.locator('input[type="email"], input[autocomplete="email"]')
			.first()
			.fill(editor.owner.email);
		await page.locator('input[type="password"]').fill(editor.owner.password);
		await page.locator('button:has-text("Sign in")').click();
		await page.getByTestId('project-tabs').waitFor();
	}

	/** @param awaited what shows that the page is there */
	async visit(address: string, awaited: string): Promise<void> {
		// Leaving n8n first, as it would ask whether to keep what is not saved.
		await this.page.goto('about:blank');
		await this.page.goto(this.editor.url + address);
		await this.page.getByTestId(awaited).first().waitFor();
	}

	async visitWorkflow(id: string): Promise<void> {
		await this.visit(`/workflow/${id}`, 'canvas-node');
	}

	/** Goes to a workflow by a click on its card in the list, which spares loading the editor anew. */
	async openWorkflow(name: string): Promise<void> {
		await this.page.getByTestId('project-home-menu-item').first().click();
		const card = this.page.getByTestId('resources-list-item-workflow').filter({ hasText: name });
		await card.first().locator('h2').first().click();
		await this.canvasNodes.first().waitFor();
	}

	/** Takes effect with the next page. */
	async useTheme(theme: 'light' | 'dark'): Promise<void> {
		await this.page.evaluate(`localStorage.setItem('N8N_THEME', '${theme}')`);
	}

	/** Opens the nodes panel and searches it. @returns the names found, best first, once `awaited` is there */
	async searchNodes(words: string, awaited: string): Promise<string[]> {
		const { page } = this;
		await page.getByTestId('canvas-controls').first().waitFor();
		await page.keyboard.press('n');
		await page.getByTestId('node-creator-search-bar').fill(words);
		const names = page.getByTestId('node-creator-item-name');
		await names.filter({ hasText: awaited }).first().waitFor();
		return (await names.allInnerTexts()).map((text) => text.trim());
	}

	/** Picks an entry of the nodes panel: a node, or one of its actions. */
	async pick(name: string): Promise<void> {
		await this.page
			.getByTestId('node-creator-item-name')
			.filter({ hasText: new RegExp(`^${name}\\s*$`) })
			.first()
			.click();
	}

	/** Shows the actions of a node, which n8n folds away beside triggers in an empty workflow. */
	async unfoldActions(): Promise<void> {
		const { page } = this;
		const actions = page.locator('text=/^Actions \\(\\d+\\)/').first();
		await actions.waitFor();
		if ((await page.getByTestId('node-creator-item-name').count()) < 10) await actions.click();
	}

	/** Opens a node by double-click. */
	async openNode(name: string): Promise<void> {
		await this.page
			.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`)
			.first()
			.dblclick();
		await this.panel.waitFor();
	}

	async closeNode(): Promise<void> {
		await this.page.getByTestId('ndv-close-button').first().click();
		await this.panel.waitFor({ state: 'hidden' });
	}

	/** The opened node. */
	get panel(): Locator {
		return this.page.getByTestId('ndv').first();
	}

	get output(): Locator {
		return this.page.getByTestId('output-panel');
	}

	/** The entries of the drop-down that is open. */
	get options(): Locator {
		return this.page.locator('.el-select-dropdown__item:visible');
	}

	field(parameter: string): Locator {
		return this.page
			.locator(`[data-test-id="parameter-input-${parameter}"]`)
			.locator('input, textarea')
			.first();
	}

	/** Chooses from a parameter's drop-down by the beginning of the entry. */
	async choose(parameter: string, option: string): Promise<void> {
		await this.page.getByTestId(`parameter-input-${parameter}`).click();
		await this.chooseOption(option);
	}

	/** The names in a parameter's drop-down. */
	async choices(parameter: string): Promise<string[]> {
		await this.page.getByTestId(`parameter-input-${parameter}`).click();
		await this.options.first().waitFor();
		const texts = await this.options.allInnerTexts();
		await this.page.getByTestId(`parameter-input-${parameter}`).click();
		await this.options.first().waitFor({ state: 'hidden' });
		return texts.map((text) => text.split('\n')[0]);
	}

	async chooseOption(option: string): Promise<void> {
		await this.options
			.filter({ hasText: new RegExp(`^${option.replace(/[()]/g, '\\$&')}`) })
			.first()
			.click();
		await this.options.first().waitFor({ state: 'hidden' });
	}

	/** Adds an option under Sending, the first collection of a node that acts, and fills it in. */
	async addSendingOption(name: string, parameter: string, value: string): Promise<void> {
		await this.page.getByTestId('collection-parameter-add').first().click();
		await this.chooseOption(name);
		await this.field(parameter).fill(value);
		// n8n's tip below a field that has the focus would lie over the button for the next option.
		await this.page.keyboard.press('Tab');
	}

	/** Switches a resource locator to another way of naming. */
	async nameBy(parameter: string, mode: string): Promise<Locator> {
		const locator = this.page.getByTestId(`resource-locator-${parameter}`);
		await locator.locator('[data-test-id="rlc-mode-selector"]').click();
		await this.chooseOption(mode);
		return locator;
	}

	/** The address of the opened node's icon. */
	async icon(): Promise<string> {
		const script = `document.querySelector('[data-test-id="ndv"] img')?.getAttribute('src') ?? ''`;
		return String(await this.page.evaluate(script));
	}

	get canvasNodes(): Locator {
		return this.page.getByTestId('canvas-node');
	}

	async fitCanvas(): Promise<void> {
		await this.page.getByTestId('zoom-to-fit').click();
		// It glides there.
		await this.page.waitForTimeout(500);
	}

	/** Takes the buttons off the canvas, which would lie over the workflow in a picture, and puts them back. */
	async withoutButtons(then: () => Promise<void>): Promise<void> {
		const ids = ['canvas-controls', 'execute-workflow-button', 'canvas-handle-plus-wrapper'];
		const rules = ids.map((id) => `[data-test-id="${id}"]`).join(', ');
		await this.page.evaluate(`{
			const style = document.createElement('style');
			style.id = 'without-buttons';
			style.textContent = '${rules} { visibility: hidden !important; }';
			document.head.append(style);
		}`);
		await then();
		await this.page.evaluate(`document.getElementById('without-buttons')?.remove()`);
	}

	/** Where a part is, as it must be on the screen. */
	async box(part: Locator): Promise<Box> {
		const box = await part.boundingBox();
		if (!box) throw new Error('A part that was to be photographed is not on the screen');
		return box;
	}

	get nodesPanel(): Locator {
		return this.page.getByTestId('node-creator').first();
	}

	/** Around all nodes and notes on the canvas. */
	async canvasBox(): Promise<Box> {
		return (await this.page.evaluate(`(() => {
			const boxes = [...document.querySelectorAll('.vue-flow__node')].map((node) => node.getBoundingClientRect());
			const left = Math.min(...boxes.map((box) => box.left)) - 24;
			const top = Math.min(...boxes.map((box) => box.top)) - 24;
			const right = Math.max(...boxes.map((box) => box.right)) + 48;
			const bottom = Math.max(...boxes.map((box) => box.bottom)) + 48;
			return { x: left, y: top, width: right - left, height: bottom - top };
		})()`)) as Box;
	}

	/** "Import from file" in the workflow's menu. */
	async importFile(file: string): Promise<void> {
		await this.page.getByTestId('workflow-import-input').setInputFiles(file);
	}

	/** Runs the opened node. @returns what its output panel says */
	async execute(awaited: RegExp): Promise<string> {
		await this.page.getByTestId('node-execute-button').click();
		await this.output.filter({ hasText: awaited }).waitFor();
		return await this.output.innerText();
	}
}
