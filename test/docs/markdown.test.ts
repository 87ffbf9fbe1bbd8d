import { anchors, brokenLinks, withReference } from '../../scripts/docs/readme';

const START = '<!-- operations:start -->';
const END = '<!-- operations:end -->';

describe('the generated part of the README', () => {
	it('replaces what is between the marks, and nothing else', () => {
		const once = withReference(`before\n\n${START}\nold\n${END}\n\nafter\n`, 'new');
		expect(once).toMatch(
			/^before\n\n<!-- operations:start -->[^]*\nnew\n[^]*operations:end -->\n\nafter\n$/,
		);
		expect(once).not.toContain('old');
		expect(withReference(once, 'new')).toBe(once);
	});

	it.each([`${START} only`, `${END} before ${START}`, 'none'])(
		'is not guessed at: %s',
		(readme) => {
			expect(() => withReference(readme, 'new')).toThrow(/README\.md has no/);
		},
	);
});

describe('links to headings', () => {
	it('are named as GitHub names them', () => {
		const text =
			"# ConnectSafely.ai API\n\n## LinkedIn's terms\n\n### Thing › Get\n\n### Thing › Get\n";
		expect([...anchors(text)]).toEqual([
			'connectsafelyai-api',
			'linkedins-terms',
			'thing--get',
			'thing--get-1',
		]);
	});

	it('do not count what stands in code', () => {
		expect([...anchors('# Real\n\n```sh\n# a comment\n```\n')]).toEqual(['real']);
	});

	it('are reported with where they stand when they lead nowhere', () => {
		const text = '# Here\n\n[good](#here) [bad](#there)\n';
		expect(
			brokenLinks(text, [
				['X.credentials.ts', 'here'],
				['Y.node.json', 'gone'],
			]),
		).toEqual([
			'README.md links to #there, and README.md has no such heading.',
			'Y.node.json links to #gone, and README.md has no such heading.',
		]);
	});
});
