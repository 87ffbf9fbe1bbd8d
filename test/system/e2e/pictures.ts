import { fs, path } from '../../support/node';
import type { Box, Page } from './browser';

/** Screenshots of a run, to look at, and pictures for the documents, small and cropped. */
export class Pictures {
	/** Where the pictures are. */
	readonly folder: string;

	constructor(
		private readonly page: Page,
		private readonly screenshots: string,
	) {
		this.folder = path.join(screenshots, 'pictures');
		fs.mkdirSync(this.folder, { recursive: true });
	}

	/** The whole window. @returns the file */
	async shot(name: string): Promise<string> {
		const file = path.join(this.screenshots, `${name}.png`);
		await this.page.screenshot({ path: file });
		return file;
	}

	/** One part of the window, as WebP, which is a fifth of the PNG. */
	async picture(name: string, part: Box): Promise<void> {
		const tools = await this.page.context().newCDPSession(this.page);
		const { data } = await tools.send('Page.captureScreenshot', {
			format: 'webp',
			quality: 70,
			clip: { ...part, scale: 1 },
		});
		const file = path.join(this.folder, `${name}.webp`);
		fs.writeFileSync(file, Buffer.from(data, 'base64'));
	}
}
