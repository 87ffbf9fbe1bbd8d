import { z } from 'zod';

import { companySlug, readCompany, readMember } from '../linkedin';
import type { InputSchema } from '../operation/types';
import { refuse } from './refuse';

/** Enough entries named for an operator to see the pattern. */
const MOST_NAMED = 5;

/** One entry of a field that takes several, and the line it stands in, from 1. */
interface Entry {
	readonly text: string;
	readonly line: number;
}

/** A field's lines; an expression may also yield a list. Undefined for what is neither text nor list. */
function linesOf(value: unknown): string[] | undefined {
	if (value === undefined || value === null) return [];
	const lines: unknown[] = Array.isArray(value) ? value : [value];
	const isPlain = lines.every((line) => typeof line === 'string' || typeof line === 'number');
	return isPlain ? lines.flatMap((line) => String(line).split(/\r\n|\r|\n/)) : undefined;
}

function entriesOf(lines: readonly string[], separator: RegExp): Entry[] {
	return lines.flatMap((line, index) =>
		line
			.split(separator)
			.map((part) => ({ text: part.trim(), line: index + 1 }))
			.filter(({ text }) => text !== ''),
	);
}

/** Entries by what `read` makes of them, each once. What it throws is told with the entry's line. */
function several(
	field: string,
	separator: RegExp,
	read: (text: string) => string,
): InputSchema<string[]> {
	return z.unknown().transform((value, context): string[] => {
		const lines = linesOf(value);
		if (lines === undefined) return refuse(context, `'${field}' is not a text`);
		const found = new Set<string>();
		let refused = 0;
		for (const { text, line } of entriesOf(lines, separator)) {
			try {
				found.add(read(text));
			} catch (error) {
				if (++refused > MOST_NAMED) continue;
				const why = error instanceof Error ? error.message : 'It cannot be read.';
				refuse(context, `'${field}' is not usable in line ${line}: ${why}`);
			}
		}
		return refused > 0 ? z.NEVER : [...found];
	});
}

/** Words or labels, one per line or separated by commas; each once. */
export function listed(field: string): InputSchema<string[]> {
	return several(field, /[,;]/, (text) => text);
}

/** Commas stand within URNs: one separates entries only before a blank or an address. */
const BETWEEN_ADDRESSES = /[,;](?=\s|https?:|$)/;

/**
 * People, one per line, in any spelling that names a LinkedIn member.
 *
 * @returns the last parts of their profile addresses; LinkedIn opens /in/ with an ID as well
 */
export function listedPeople(field: string, vendor: string): InputSchema<string[]> {
	return several(field, BETWEEN_ADDRESSES, (text) => {
		const { publicIdentifier, memberId, salesId } = readMember(text);
		const slug = publicIdentifier ?? memberId ?? salesId;
		if (slug !== undefined) return slug;
		throw new Error(`${vendor} cannot use this kind of URN; give the address of the profile.`);
	});
}

/** The same for company pages. */
export function listedCompanies(field: string): InputSchema<string[]> {
	return several(field, BETWEEN_ADDRESSES, (text) => companySlug(readCompany(text)));
}
