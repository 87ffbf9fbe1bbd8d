import { decoded } from './entities';
import { Page } from './page';
import { BLOCKS, HIDDEN, tagsOf } from './tags';
import type { Tag } from './tags';

/** Elements with an empty line around them, as browsers show them. */
const PARAGRAPHS = new Set([
	'p',
	'h1',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
	'ul',
	'ol',
	'blockquote',
	'pre',
	'table',
	'hr',
]);

/** Addresses that lead nowhere outside of the page. */
const NOWHERE = /^(?:$|#|javascript:|data:|\/(?!\/)[^{[%]*$|about:blank)/i;

function hrefOf(attributes: string): string | undefined {
	const match = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
	const href = match ? decoded(match[1] ?? match[2] ?? match[3]).trim() : '';
	return NOWHERE.test(href) ? undefined : href.replace(/^(?:mailto|tel):/i, '');
}

/** An address without what readers do not tell apart. */
const bare = (address: string): string =>
	address
		.trim()
		.toLowerCase()
		.replace(/^(?:https?:)?\/\//, '')
		.replace(/^www\./, '')
		.replace(/\/$/, '');

interface OpenLink {
	readonly href: string;
	readonly from: number;
}

function closeLink(page: Page, link: OpenLink | undefined): void {
	if (!link) return;
	const shown = page.from(link.from).trim();
	if (shown === '') page.add(link.href);
	else if (bare(shown) !== bare(link.href)) page.add(` (${link.href})`);
}

function applyTag(page: Page, { name, closes }: Tag): void {
	if (name === 'br') page.breakOnce();
	else if (PARAGRAPHS.has(name)) page.breakAtLeast(2);
	else if (BLOCKS.has(name)) page.breakAtLeast(1);
	else if ((name === 'td' || name === 'th') && closes) page.add(' ');
	if (name === 'li' && !closes) page.startItem();
}

/**
 * HTML as plain text: paragraphs and breaks become line breaks, list items "- ", links keep their address
 * where it differs from their text, entities become characters, scripts and styles are dropped. Text without
 * elements that make blocks keeps its own line breaks.
 */
export function plainText(html: string): string {
	const tags = tagsOf(html);
	const page = new Page(tags.some(({ name }) => BLOCKS.has(name)));
	let at = 0;
	let hidden = '';
	let preformatted = 0;
	let link: OpenLink | undefined;
	for (const tag of tags) {
		if (hidden === '') page.add(decoded(html.slice(at, tag.at)), preformatted > 0);
		at = tag.at + tag.length;
		if (hidden !== '') {
			if (tag.closes && tag.name === hidden) hidden = '';
			continue;
		}
		if (HIDDEN.has(tag.name) && !tag.closes && !/\/\s*$/.test(tag.attributes)) {
			hidden = closesLater(tags, tag) ? tag.name : '';
			continue;
		}
		if (tag.name === 'pre') preformatted = Math.max(0, preformatted + (tag.closes ? -1 : 1));
		if (tag.name === 'a') {
			closeLink(page, link);
			const href = tag.closes ? undefined : hrefOf(tag.attributes);
			link = href === undefined ? undefined : { href, from: page.length };
			continue;
		}
		applyTag(page, tag);
	}
	if (hidden === '') page.add(decoded(html.slice(at)), preformatted > 0);
	closeLink(page, link);
	return page.whole;
}

function closesLater(tags: readonly Tag[], { name, at }: Tag): boolean {
	return tags.some((other) => other.at > at && other.closes && other.name === name);
}
