import { bundled, run } from './fixture';

describe('bundle', () => {
	it('keeps the names of classes, methods and functions for stack traces', async () => {
		const subject = run(await bundled());
		expect(subject.constructor.name).toBe('Subject');
		let stack = '';
		try {
			subject.fail();
		} catch (error) {
			stack = (error as Error).stack ?? '';
		}
		expect(stack).toMatch(/at refuseLoudly .*\n.*fail /);
	});

	it('has no line that is too long to be shown with a stack trace', async () => {
		const items = Array.from({ length: 300 }, (_, index) => `'item ${index}'`).join();
		const { code } = await bundled({
			'order.ts': `const all = [${items}]; export const order: string[] = []; all.forEach((one) => { if (!one) order.push(one); });`,
		});
		expect(Math.max(...code.split('\n').map((line) => line.length))).toBeLessThan(1_000);
	});

	it('leaves patterns with Unicode classes to be read when they run', async () => {
		const { code } = await bundled();
		expect(code).toContain('new RegExp("^[\\\\p{L}\\\\d]+$","u")');
	});

	it('names no place of the machine that built it, and no map', async () => {
		const built = await bundled();
		expect(built.code).not.toContain(built.folder);
		expect(built.code).not.toContain('sourceMappingURL');
	});

	it('requires what is not in the repository instead of taking it in', async () => {
		const { code } = await bundled({
			'order.ts': `import { parse } from 'yaml'; export const order: string[] = []; order.push(...parse('[]'));`,
		});
		expect(code).toContain('require("yaml")');
	});

	it('refuses a class that its file does not export', async () => {
		await expect(bundled({ 'Subject.node.ts': 'export class Other {}' })).rejects.toThrow(
			/No matching export.*"Subject"/,
		);
	});
});
