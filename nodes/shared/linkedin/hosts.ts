/** Labels joined by dots, the last beginning with a letter, with an optional port. */
const HOST_LIKE = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{L}[\p{L}\p{N}-]+\.?(?::\d*)?$/u;

/** Endings that make a bare word with a dot in it a web site and not an old slug. */
const SITE = /\.(?:com|net|org|info|biz|edu|gov|app|dev|tech|[a-z]{2})$/i;

const NETWORKS: ReadonlyArray<readonly [string, string]> = [
	['facebook.com', 'Facebook'],
	['fb.com', 'Facebook'],
	['twitter.com', 'X (Twitter)'],
	['x.com', 'X (Twitter)'],
	['instagram.com', 'Instagram'],
	['xing.com', 'XING'],
	['github.com', 'GitHub'],
	['youtube.com', 'YouTube'],
	['tiktok.com', 'TikTok'],
	['t.me', 'Telegram'],
	['wa.me', 'WhatsApp'],
	['threads.net', 'Threads'],
	['medium.com', 'Medium'],
	['vk.com', 'VK'],
];

export function isOn(host: string, site: string): boolean {
	return host === site || host.endsWith(`.${site}`);
}

/** No name that is glued to the front: jane-doewww.linkedin.com is nobody's. */
const LINKEDIN = /^(?:(?![a-z]+www\.)[a-z]{1,10}\.){0,2}linkedin\.(?:com|cn)$/;

/** LinkedIn with every country, mobile and touch subdomain, and its former Chinese edition. */
export function isLinkedIn(host: string): boolean {
	return LINKEDIN.test(host);
}

export function looksLikeHost(text: string): boolean {
	return HOST_LIKE.test(text);
}

/** Whether a single word without a slash is a web site's name. */
export function isSiteName(word: string): boolean {
	return HOST_LIKE.test(word) && SITE.test(word);
}

/** Why an address on another host names no member. */
export function foreignHost(host: string): string {
	if (isOn(host, 'lnkd.in')) {
		return 'is a LinkedIn short link; open it and paste the address it leads to';
	}
	const network = NETWORKS.find(([site]) => isOn(host, site));
	if (network)
		return `is a link to ${network[1]}, not to a LinkedIn profile; take the field that holds the address of the profile`;
	return 'is an address outside LinkedIn, not a LinkedIn profile; take the field that holds the address of the profile';
}
