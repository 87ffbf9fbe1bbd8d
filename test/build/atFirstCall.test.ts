import { bundled, run } from './fixture';

describe('a module that waits for its first call', () => {
	it('runs once, when one of its functions is called, together with what only it imports', async () => {
		const subject = run(await bundled());
		expect(subject.order).toEqual(['subject']);
		expect(subject.ask('straße1')).toBe('letters');
		expect(subject.ask('two words')).toBe('other');
		expect(subject.order).toEqual(['subject', 'asked', 'letters', 'later', 'asked']);
	});

	it('would have run at loading otherwise', async () => {
		expect(run(await bundled({}, [])).order).toEqual(['letters', 'later', 'subject']);
	});

	it('is the same module for all that import it', async () => {
		const subject = run(
			await bundled({
				'Subject.node.ts': `
					import { order } from './order';
					import { answer } from './later';
					import { again } from './again';
					export class Subject {
						order = order;
						ask(text: string): string { return answer(text) + again(text); }
					}`,
				'again.ts': `import { answer } from './later/index'; export const again = (text: string) => answer(text);`,
			}),
		);
		expect(subject.ask('a')).toBe('lettersletters');
		expect(subject.order).toEqual(['letters', 'later']);
	});

	it.each([
		['a value', 'export const LIMIT = 3;', 'LIMIT'],
		['a class', 'export class Refused extends Error {}', 'Refused'],
	])('may not export %s', async (_, text, name) => {
		const source = `${text} export function answer(text: string): string { return text; }`;
		await expect(bundled({ 'later/index.ts': source })).rejects.toThrow(
			`cannot wait for its first call: ${name} is no function`,
		);
	});

	it('must be imported by something, so that a renamed one is noticed', async () => {
		await expect(bundled({}, ['moved/index.ts'])).rejects.toThrow(
			/Nothing imports .*moved\/index\.ts/,
		);
	});
});
