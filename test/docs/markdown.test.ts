import { anchors, linksIn, withPart } from '../../scripts/docs/markdown';

const START = '<!-- fields:start -->';
const END = '<!-- fields:end -->';

describe('a generated part of a page', () => {
	it('replaces what is between its marks, and nothing else', () => {
		const other = '<!-- operations:start -->\nkept\n<!-- operations:end -->';
		const page = `before\n\n${other}\n\n${START}\nold\n${END}\n\nafter\n`;
		const once = withPart(page, 'fields', 'new') ?? '';
		expect(once).toMatch(
			/^before\n\n[^]*\nkept\n[^]*<!-- fields:start -->[^]*\nnew\n[^]*fields:end -->\n\nafter\n$/,
		);
		expect(once).not.toContain('old');
		expect(withPart(once, 'fields', 'new')).toBe(once);
	});

	it.each([`${START} only`, `${END} before ${START}`, 'none', START.replace('fields', 'others')])(
		'is not guessed at: %s',
		(page) => {
			expect(withPart(page, 'fields', 'new')).toBeUndefined();
		},
	);
});

describe('headings', () => {
	it('are named as GitHub names them in links', () => {
		const text =
			"# ConnectSafely.ai API\n\n## LinkedIn's terms\n\n### Thing › Get\n\n### Thing › Get\n\n## `run.mjs` it\n";
		expect([...anchors(text)]).toEqual([
			'connectsafelyai-api',
			'linkedins-terms',
			'thing--get',
			'thing--get-1',
			'runmjs-it',
		]);
	});

	it('do not count what stands in code', () => {
		expect([...anchors('# Real\n\n```sh\n# a comment\n```\n')]).toEqual(['real']);
	});
});

it('links and pictures are found in text and tables, not in code', () => {
	const text = [
		'[one](a.md#b), ![two](images/c.webp)',
		'| [three](#d) | <https://example.com/e> | <!-- not:one --> |',
		'`[no](x)` and',
		'```sh',
		'[no](y)',
		'```',
		'[six](f.md) [seven](<g.md>)',
	].join('\n');
	expect(linksIn(text)).toEqual([
		'a.md#b',
		'images/c.webp',
		'#d',
		'https://example.com/e',
		'f.md',
		'g.md',
	]);
});
