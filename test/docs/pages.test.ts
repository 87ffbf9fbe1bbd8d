import { FAILURE_REASONS } from '../../nodes/shared/failures/failure';
import type { SkipReason } from '../../nodes/shared/failures/failure';
import { descriptionIn } from '../../scripts/description';
import { current, PAGES } from '../../scripts/docs/pages';
import { offeredIn } from '../../scripts/coverage/nodes';
import { SOURCES } from '../../scripts/coverage/vendors';
import { fs, path, root } from '../support/node';

const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

const README_BYTES = 30_000;

/** Kept complete by the compiler. */
const SKIPS: Record<SkipReason, true> = {
	alreadySent: true,
	alreadyContacted: true,
	duplicateInInput: true,
	alreadyConnected: true,
	alreadyInvited: true,
	limitReached: true,
	outsideHours: true,
};

/** The names in backticks that begin the rows of a table, by its head. */
function rowNames(page: string, head: string): string[] {
	const table = new RegExp(`^\\| ${head} \\|.*\n\\|[- |]+\n((?:\\|.*\n)+)`, 'm').exec(page)?.[1];
	return [...(table ?? '').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
}

const code = fs
	.readdirSync(path.join(root, 'nodes'), { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.ts') && !name.endsWith(path.join('failures', 'failure.ts')))
	.map((name) => read(`nodes/${name}`))
	.join('\n');

/** Whether any node gives it. */
const isGiven = (reason: string): boolean => code.includes(`'${reason}'`);

describe('README.md', () => {
	const readme = read('README.md');

	it('is short enough for a first hour', () => {
		expect(Buffer.byteLength(readme)).toBeLessThanOrEqual(README_BYTES);
	});

	it('says what an operator needs first', () => {
		const headings = [...readme.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
		const wanted = ['Install', 'Credentials', 'Operations', 'Example workflows', 'Compatibility'];
		expect(headings).toEqual(expect.arrayContaining(wanted));
	});

	it('tells the outcomes, and usual reasons of errors that there are', () => {
		const outcomes = ['sent', 'pending', 'skipped', 'dryRun', 'notSent', 'unknown'];
		expect(rowNames(readme, '`outcome`')).toEqual(outcomes);
		const reasons = rowNames(readme, '`details\\.reason`');
		expect(reasons.length).toBeGreaterThan(4);
		expect(FAILURE_REASONS).toEqual(expect.arrayContaining(reasons));
	});
});

describe('docs/outputs-and-errors.md', () => {
	const page = read('docs/outputs-and-errors.md');

	it('tells every reason of an error that the nodes give', () => {
		const told = rowNames(page, '`details\\.reason`');
		expect(told.sort()).toEqual(FAILURE_REASONS.filter(isGiven).sort());
	});

	it('tells every reason of a skip that the nodes give', () => {
		const told = rowNames(page, '`reason` of `skipped`');
		expect(told.sort()).toEqual(Object.keys(SKIPS).filter(isGiven).sort());
	});

	it('shows outputs that are JSON', () => {
		const samples = [...page.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(
			([, text]) => JSON.parse(text) as object,
		);
		expect(samples).toMatchObject([{ outcome: 'sent' }, { details: { outcome: 'notSent' } }]);
	});
});

describe.each(PAGES)('$file', (page) => {
	const text = read(page.file);

	it('describes the nodes as they are: else run npm run docs', async () => {
		expect(await current(text, page)).toBe(text);
	});

	it('says Default, and leaves none out', () => {
		expect(text).toContain('| Field | What it is for | Default |');
		expect(text).not.toContain('At first');
		expect(text).not.toMatch(/\| +\|$/m);
	});

	it('is not taken for current when a part is changed or its marks are gone', async () => {
		const [name] = Object.keys(page.parts);
		const changed = text.replace(`<!-- ${name}:start -->\n`, `<!-- ${name}:start -->\n\nNo.\n`);
		expect(changed).not.toBe(text);
		expect(await current(changed, page)).toBe(text);
		await expect(current(text.replace(`<!-- ${name}:end -->`, ''), page)).rejects.toThrow(
			`${page.file} lacks the marks of its part '${name}'`,
		);
	});
});

it.each(SOURCES)('the page of $label has a line for each operation', async ({ folder }) => {
	const { properties } = await descriptionIn(`${folder}/${folder}.node.ts`);
	const text = read(`docs/operations/${folder.toLowerCase()}.md`);
	const named = (name: string, value: string): string => {
		const options = properties
			.filter((field) => field.name === name)
			.flatMap((field) => field.options ?? []);
		return options.find((option) => 'value' in option && option.value === value)?.name ?? '';
	};
	const actions = (await offeredIn(folder)).filter((name) => !/Trigger\./.test(name));
	for (const action of actions) {
		const [resource, operation] = action.split('.');
		const lists = properties.filter(
			(field) =>
				field.name === 'operation' && field.displayOptions?.show?.resource?.includes(resource),
		);
		const names = lists
			.flatMap(({ options = [] }) => options)
			.filter((option) => 'value' in option && option.value === operation)
			.map(({ name }) => name);
		const title = `${named('resource', resource)} › ${names[0]}`;
		expect(text.split(`\n| ${title} | `)).toHaveLength(2);
	}
});
