import {
	allLinks,
	brokenLinks,
	destination,
	readForLinks,
	repositoryUrl,
} from '../../scripts/docs/links';
import type { Link } from '../../scripts/docs/links';
import { anchors } from '../../scripts/docs/markdown';
import { descriptionIn } from '../../scripts/description';
import { fs, path, root } from '../support/node';

const own = repositoryUrl();
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

describe('a link', () => {
	it.each<[Link, ReturnType<typeof destination>]>([
		[['docs/a.md', 'b.md#c'], { file: 'docs/b.md', heading: 'c' }],
		[['docs/operations/a.md', '../../README.md#x'], { file: 'README.md', heading: 'x' }],
		[['docs/a.md', '#here'], { file: 'docs/a.md', heading: 'here' }],
		[['README.md', 'docs/images/a.webp'], { file: 'docs/images/a.webp', heading: undefined }],
		[['X.node.json', own], { file: 'README.md', heading: undefined }],
		[['X.node.json', `${own}#outx-api`], { file: 'README.md', heading: 'outx-api' }],
		[['X.node.json', `${own}/blob/main/docs/a.md#b`], { file: 'docs/a.md', heading: 'b' }],
		[['README.md', `${own}/issues`], undefined],
		[['README.md', 'https://n8n.io/docs#x'], undefined],
		[['README.md', 'mailto:somebody@example.com'], undefined],
	])('%j leads to %j', (link, to) => {
		expect(destination(link)).toEqual(to);
	});

	it('is reported with where it stands when it leads to no file or no heading', () => {
		const pages = new Map([['docs/a.md', '# Here\n']]);
		const links: Link[] = [
			['README.md', 'docs/a.md'],
			['README.md', 'docs/a.md#here'],
			['README.md', 'docs/a.md#there'],
			['docs/a.md', 'gone.md'],
			['Y.node.json', `${own}/blob/main/docs/gone.md`],
		];
		expect(brokenLinks(links, (file) => pages.get(file))).toEqual([
			'README.md links to docs/a.md#there, and docs/a.md has no such heading.',
			'docs/a.md links to gone.md, and there is no docs/gone.md.',
			`Y.node.json links to ${own}/blob/main/docs/gone.md, and there is no docs/gone.md.`,
		]);
	});
});

describe('the links of the pages, the nodes and the credentials', () => {
	const links = allLinks();

	it('are all looked at', () => {
		const places = new Set(links.map(([file]) => file));
		const expected = [
			'README.md',
			'CONTRIBUTING.md',
			'docs/operations/outx-trigger.md',
			'examples/queue-mode/README.md',
			'nodes/OutX/OutXTrigger.node.json',
			'credentials/LinkupLoginTokenApi.credentials.ts',
		];
		expect([...places]).toEqual(expect.arrayContaining(expected));
	});

	it('lead to a file and a heading that are there', () => {
		expect(brokenLinks(links, readForLinks)).toEqual([]);
	});

	it('lead from the README to every page of docs', () => {
		const reached = links
			.filter(([file]) => file === 'README.md')
			.map((link) => destination(link)?.file);
		const pages = fs
			.readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.md'))
			.map((name) => `docs/${name.split(path.sep).join('/')}`);
		expect(pages.length).toBeGreaterThan(5);
		expect(reached).toEqual(expect.arrayContaining(pages));
	});

	it('do not tie anybody to this or that file of the repository in another branch', () => {
		const elsewhere = links.filter(
			([, target]) => /\/(?:blob|tree|raw)\//.test(target) && !destination(['', target]),
		);
		expect(elsewhere).toEqual([]);
	});
});

interface Codex {
	readonly resources: Record<
		'primaryDocumentation' | 'credentialDocumentation',
		Array<{ url: string }>
	>;
}

const { n8n } = JSON.parse(read('package.json')) as { n8n: { nodes: string[] } };
const NODES = n8n.nodes.map((file) => file.replace(/^dist\/nodes\/(.+)\.node\.js$/, '$1'));

describe.each(NODES)("the Docs button of nodes/%s.node.ts's node", (name) => {
	const { resources } = JSON.parse(read(`nodes/${name}.node.json`)) as Codex;

	it('opens a page of its own, named like the node', async () => {
		const [{ url }, ...more] = resources.primaryDocumentation;
		expect(more).toEqual([]);
		const { displayName } = await descriptionIn(`${name}.node.ts`);
		const page = destination([name, url])?.file ?? '';
		expect(page).toMatch(/^docs\/operations\/[\w-]+\.md$/);
		expect(read(page)).toMatch(new RegExp(`^# ${displayName.replace('.', '\\.')}(?: node)?\n`));
	});

	it('has an address to which n8n can add what it adds', () => {
		// The editor puts "?utm_source=…" behind it, which a heading's name would swallow.
		for (const { url } of resources.primaryDocumentation) expect(url).not.toMatch(/[#?]/);
	});

	it("stands beside a link to the credential's section of the README", async () => {
		const { credentials = [] } = await descriptionIn(`${name}.node.ts`);
		const urls = resources.credentialDocumentation.map(({ url }) => url);
		expect(urls).toHaveLength(credentials.length);
		for (const url of urls) {
			const to = destination([name, url]);
			expect(to?.file).toBe('README.md');
			expect(anchors(read('README.md'))).toContain(to?.heading);
		}
	});
});
