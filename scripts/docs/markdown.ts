/** Generated tables are wider than prettier would have them, and aligned by nobody. */
const IGNORE = ['<!-- prettier-ignore-start -->', '<!-- prettier-ignore-end -->'] as const;

/**
 * A page with a generated part between its marks, `<!-- name:start -->` and `<!-- name:end -->`; undefined
 * when it lacks them.
 */
export function withPart(page: string, name: string, part: string): string | undefined {
	const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
	const from = page.indexOf(start);
	const to = page.indexOf(end);
	if (from < 0 || to < from) return undefined;
	const text = [start, IGNORE[0], part, IGNORE[1], end].join('\n\n');
	return page.slice(0, from) + text + page.slice(to + end.length);
}

const withoutFences = (markdown: string): string => markdown.replace(/^```[\s\S]*?^```/gm, '');

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
	const seen = new Map<string, number>();
	const names = [...withoutFences(markdown).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => {
		const slug = slugOf(heading);
		const times = seen.get(slug) ?? 0;
		seen.set(slug, times + 1);
		return times === 0 ? slug : `${slug}-${times}`;
	});
	return new Set(names);
}

/** The targets of all links and pictures outside of code. */
export function linksIn(markdown: string): string[] {
	const prose = withoutFences(markdown).replace(/`[^`\n]*`/g, '');
	return [...prose.matchAll(/\]\(<?([^)\s>]+)>?\)|<(https?:[^>\s]+)>/g)].map(
		([, inline, bare]) => inline ?? bare,
	);
}
