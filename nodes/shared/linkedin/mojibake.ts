/** What Windows-1252 shows for the bytes 80 to 9F, those it leaves free excepted. */
const CP1252 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** The signs among those, and among Latin-1's from A0 to BF: none of them stands behind a letter in a name. */
const SIGNS = '€‚„…†‡ˆ‰‹‘’“”•–—˜™›\u0080-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF';

/**
 * UTF-8 that was read as Latin-1 or Windows-1252, with its capitals or in lower case, and Cyrillic that
 * was read as Windows-1251. Each is two bytes of a letter, shown as two letters or as a letter and a sign.
 */
const TRACES: readonly RegExp[] = [
	new RegExp(`[\\u00C2-\\u00DE](?!®)[\\u0080-\\u00BF${CP1252}]`, 'u'),
	new RegExp(`[\\u00E2-\\u00F4](?!®)[${SIGNS}]`, 'u'),
	new RegExp(`[\\u00E0-\\u00EF](?!®®)[\\u0080-\\u00BF${CP1252}]{2}`, 'u'),
	// ® stands behind names too, though hardly behind these.
	/[ÃÂãâÅÄÐÎÏÙ]®/u,
	/[ãâ][ªºµƒšœžÿ]|ð[ÿŸ]/u,
	// À, whose second byte is a blank, and what is left of it when that is trimmed.
	/\p{Ll}[ÃÂ](?!\p{Lu})/u,
	/(?:[РС][\u0401-\u040F\u0451-\u045F\u0490\u0491°±µ¶·№»¤¦§©«¬®]){2}/u,
	// UTF-8 read as MacRoman and as DOS code page 437; the Chinese are three lost letters read as GBK.
	/√[\p{L}\p{S}\p{P}]|[├┬─╨╤]|锟斤拷|ï¿½/u,
];

/** Whether a name's letters were written in one encoding and read in another. */
export function isMojibake(name: string): boolean {
	return TRACES.some((trace) => trace.test(name));
}

/** The first byte of a letter before one that shows as nothing, or as a blank. */
const UNSEEN =
	/[\u00C2-\u00DFãâ]\u00AD|[ÃÂãâ]\u00A0|[\u00C2-\u00FE][\u0080-\u009F]|\u00EF\u00BF\u00BD/gu;

/** The text with U+FFFD, the sign for a lost letter, where half of a letter is about to be dropped. */
export function markLost(text: string): string {
	return text.replace(UNSEEN, '\uFFFD');
}
