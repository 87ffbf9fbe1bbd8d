import '../support/instance';

import { builtFiles, writeFiles } from '../../scripts/build/build';
import { entries } from '../../scripts/build/stubs';
import { builtRequires, expectedFiles, loads } from '../../scripts/check/packed';
import { fs, nodeProcess, path, root } from '../support/node';

/** Below the repository, so that what n8n lends is found as in an operator's n8n. */
const directory = path.resolve(root, '.cache', `test-build-${nodeProcess.pid}`);
let files: Map<string, string>;

const write = (changes: Readonly<Record<string, string>> = {}): void => {
	writeFiles(path.join(directory, 'dist'), new Map([...files, ...Object.entries(changes)]));
};

beforeAll(async () => {
	files = await builtFiles();
	write();
	fs.copyFileSync(path.join(root, 'package.json'), path.join(directory, 'package.json'));
});

afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));

type Exports = Record<string, { name: string }>;

// eslint-disable-next-line @typescript-eslint/no-require-imports -- built while this runs, CommonJS as n8n loads it
const load = (name: string): Exports => require(path.join(directory, name)) as Exports;

describe('the built package', () => {
	it('has every file the check of the packed files asks for, and no other', () => {
		const wanted = expectedFiles().filter((name) => name.startsWith('dist/'));
		expect([...files.keys()].map((name) => `dist/${name}`).sort()).toEqual(wanted.sort());
	});

	it("is taken whole by n8n's loader: types, icons, codex files and output schemas", async () => {
		expect(await loads(directory)).toEqual([]);
	});

	it('gives each stub the very class of the shared file, which keeps its name', () => {
		const shared = load('dist/shared.js');
		for (const { file, className } of entries()) {
			expect(Object.keys(load(file))).toEqual([className]);
			expect(load(file)[className]).toBe(shared[className]);
			expect(shared[className].name).toBe(className);
		}
	});

	it('has nothing in it of where it was built, of tests or of sources', () => {
		for (const [name, text] of files) {
			expect([name, text.includes(path.resolve(root))]).toEqual([name, false]);
			expect([name, /sourceMappingURL|\.test\b.*describe\(/.test(text)]).toEqual([name, false]);
		}
	});

	it('is the same, byte for byte, when it is built again', async () => {
		expect([...(await builtFiles())]).toEqual([...files]);
	});
});

describe('the checks of the built package', () => {
	afterEach(() => write());

	const stub = 'nodes/OutX/OutX.node.js';

	it('find nothing odd in it', () => {
		expect(builtRequires(directory)).toEqual([]);
	});

	it.each([
		['another module than the shared file', stub, 'exports.OutX=require("./vendor.js").OutX'],
		[
			'the shared file twice',
			stub,
			'require("../../shared.js");exports.OutX=require("../../shared.js").OutX',
		],
		['nothing', stub, 'exports.OutX=class OutX{}'],
		['what n8n does not lend', 'shared.js', 'require("n8n-workflow");require("yaml")'],
	])('see that a file requires %s', (_, name, text) => {
		write({ [name]: text });
		expect(builtRequires(directory)).toEqual([expect.stringMatching(`^dist/${name} requires `)]);
	});

	it('see icons and output schemas that are not where n8n looks', async () => {
		fs.rmSync(path.join(directory, 'dist/icons/outx.dark.svg'));
		fs.rmSync(path.join(directory, 'dist/nodes/OutX/__schema__/v1.0.0/message/send.json'));
		const odd = await loads(directory);
		expect(odd).toContain('outX has no icon dist/icons/outx.dark.svg');
		expect(odd).toContain('outXApi has no icon dist/icons/outx.dark.svg');
		expect(odd).toContain(
			'n8n does not find the output schema OutX/__schema__/v1.0.0/message/send.json',
		);
	});
});
