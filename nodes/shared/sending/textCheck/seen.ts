import type { Finding } from './finding';

/** Characters without a look of their own, and blanks that Unicode counts as letters or symbols. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u2800\uFFFC\uFFFD]/gu;

/** Full-width forms of ASCII, as Chinese and Japanese keyboards type them. */
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;

/**
 * The text as a reader's eye takes it, for looking only: invisible characters are gone and full-width
 * signs are their plain forms, so that neither hides a placeholder.
 */
export function seen(text: string): string {
	return text
		.replace(UNSEEN, '')
		.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** What can be read: a letter, a number, a picture. */
const READABLE = /[\p{L}\p{N}\p{So}\p{Emoji_Presentation}]/u;

/** Faces made of signs: `:)`, `;-(`, `^_^`, `(^_^)`. */
const FACE = /^[\s!.]*(?:>?[:;=][-'^o]?[()[\]|/\\*]+|[(]?[\^>][_.-]{0,3}[\^<][)]?)[\s!.]*$/u;

/** A text of invisible characters, blanks or bare punctuation only. A face is a text. */
export function withoutText(text: string): Finding | undefined {
	const visible = seen(text).trim();
	if (READABLE.test(visible) || FACE.test(visible)) return undefined;
	return { kind: 'noText', piece: visible === '' ? 'it is blank' : visible };
}
