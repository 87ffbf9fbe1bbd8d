import { ENTITY, entityOf } from './entities';
import type { Finding } from './finding';

const table = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/).filter(Boolean));

/** Elements that begin and end a line of their own. */
export const BLOCKS = table(
	`address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer
	form h1 h2 h3 h4 h5 h6 header hgroup html li main nav ol p pre section summary table tbody tfoot thead
	tr ul caption`,
);

/** Elements whose content is not shown. */
export const HIDDEN = table(
	'head script style title template noscript svg object iframe textarea select',
);

const INLINE = table(
	`a abbr acronym audio b base bdi bdo big br button canvas cite code col colgroup data datalist del dfn
	em embed font frame hr i iframe img input ins kbd label legend link map area mark meta meter object
	optgroup option output param picture progress q rp rt ruby s samp small source span strike strong sub
	sup td th time track tt u var video wbr blink marquee nobr`,
);

/** Elements that are also a field's name: only a closing tag or an attribute tells them apart. */
const AMBIGUOUS = table(
	'title address time link label area data object section source summary main base header footer subject article option output map',
);

const VOID_BOOLEAN =
	/^(?:\s+(?:async|defer|disabled|checked|hidden|required|autofocus|controls|loop|muted|nowrap|noshade|reversed|selected|readonly|multiple|open|download|allowfullscreen|novalidate|compact))*$/i;
const ATTRIBUTE = /^\s+[a-z_:@][\w:.-]*\s*=/i;

/** A tag, a comment, a doctype or the mark of an XML file; quoted attributes may hold `>`. */
const MARKUP =
	/<!--[\s\S]*?(?:-->|$)|<!(?:DOCTYPE|\[CDATA\[)[^>]*>|<\?xml\b[^>]*>|<(\/?)([a-z][a-z\d]*(?::[a-z]+)?)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/gi;

export interface Tag {
	readonly at: number;
	readonly length: number;
	/** '' for comments and declarations, which mean nothing. */
	readonly name: string;
	readonly closes: boolean;
	readonly attributes: string;
}

function isTag(
	name: string,
	closes: boolean,
	attributes: string,
	closed: ReadonlySet<string>,
): boolean {
	const plain = name.toLowerCase();
	if (/^(?:o|v|w|m|st1):/.test(plain)) return true;
	if (!BLOCKS.has(plain) && !HIDDEN.has(plain) && !INLINE.has(plain)) return false;
	const rest = attributes.replace(/\s*\/\s*$/, '');
	if (closes) return rest.trim() === '';
	if (AMBIGUOUS.has(plain) && rest.trim() === '') return closed.has(plain);
	return VOID_BOOLEAN.test(rest.trimEnd()) || ATTRIBUTE.test(rest);
}

/** All real tags of a text in order. `a < b`, `<3`, `<jane@acme.com>` and `List<String>` are none. */
export function tagsOf(text: string): Tag[] {
	if (!text.includes('<')) return [];
	const matches = [...text.matchAll(MARKUP)];
	const closed = new Set(
		matches.filter((match) => match[1] === '/').map((match) => match[2].toLowerCase()),
	);
	return matches.flatMap((match): Tag[] => {
		const [whole, slash, name, attributes] = match;
		if (name !== undefined && !isTag(name, slash === '/', attributes, closed)) return [];
		return [
			{
				at: match.index,
				length: whole.length,
				name: (name ?? '').toLowerCase(),
				closes: slash === '/',
				attributes: attributes ?? '',
			},
		];
	});
}

/** The first tag or entity of a text. */
export function markup(text: string): Finding | undefined {
	const tag = tagsOf(text)[0];
	if (tag) return { kind: 'html', piece: text.slice(tag.at, tag.at + tag.length) };
	for (const [written] of text.matchAll(ENTITY)) {
		if (entityOf(written) !== undefined) return { kind: 'html', piece: written };
	}
	return undefined;
}
