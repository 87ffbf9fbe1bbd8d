const START = '<!-- operations:start -->';
const END = '<!-- operations:end -->';

/** The generated part is wider than prettier would have it, and aligned by nobody. */
const IGNORE = ['<!-- prettier-ignore-start -->', '<!-- prettier-ignore-end -->'] as const;

/** The README with the reference between its marks. Throws a sentence when the marks are missing. */
export function withReference(readme: string, reference: string): string {
	const from = readme.indexOf(START);
	const to = readme.indexOf(END);
	if (from < 0 || to < from) throw new Error(`README.md has no ${START} with ${END} behind it.`);
	const part = [START, IGNORE[0], reference, IGNORE[1], END].join('\n\n');
	return readme.slice(0, from) + part + readme.slice(to + END.length);
}

/** What GitHub and npm call a heading in links. */
function slugOf(heading: string): string {
	return heading
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.replace(/\s/g, '-');
}

/** Every heading's name in links; a repeated one gets a number. */
export function anchors(markdown: string): ReadonlySet<string> {
	const prose = markdown.replace(/^```[\s\S]*?^```/gm, '');
	const seen = new Map<string, number>();
	const names = [...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => {
		const slug = slugOf(heading);
		const times = seen.get(slug) ?? 0;
		seen.set(slug, times + 1);
		return times === 0 ? slug : `${slug}-${times}`;
	});
	return new Set(names);
}

/** Links within the text that lead nowhere, and those of `wanted` (by where they stand) that do. */
export function brokenLinks(
	markdown: string,
	wanted: ReadonlyArray<readonly [where: string, anchor: string]>,
): string[] {
	const known = anchors(markdown);
	const own = [...markdown.matchAll(/\]\(#([^)]+)\)/g)].map(
		([, anchor]) => ['README.md', anchor] as const,
	);
	return [...own, ...wanted]
		.filter(([, anchor]) => !known.has(anchor))
		.map(([where, anchor]) => `${where} links to #${anchor}, and README.md has no such heading.`);
}
