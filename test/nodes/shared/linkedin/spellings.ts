import fc from 'fast-check';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzéüñßøанежяيم张伟田中김', '🚀', '®'];

/** Canonical slugs of several scripts, none of them a placeholder or an id. */
export const slug = fc
	.tuple(
		fc.constantFrom('jane', 'josé', 'анна', '张伟', 'محمد', 'bob'),
		fc.string({ unit: fc.constantFrom(...LETTERS, '-', '1', '9'), minLength: 1, maxLength: 30 }),
		fc.constantFrom('', '-1a2b3c'),
	)
	.map((parts) => parts.join('').normalize('NFC').replace(/-+$/, ''))
	.filter((text) => text.toLowerCase().normalize('NFC') === text);

const idTail = fc.string({
	unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'),
	minLength: 2,
	maxLength: 34,
});
export const memberId = idTail.map((tail) => `ACoAA${tail}`);
export const salesId = fc
	.tuple(fc.constantFrom('ACwAA', 'AEMAA'), idTail)
	.map(([head, tail]) => head + tail);

/** Upper case where the way back to lower case is the way it came, and only then. */
function upper(character: string): string {
	const raised = character.toUpperCase();
	return raised.toLowerCase() === character ? raised : character;
}

/** A slug or path word in other letter cases. */
function recased(text: string): fc.Arbitrary<string> {
	const characters = [...text];
	return fc
		.array(fc.boolean(), { minLength: characters.length, maxLength: characters.length })
		.map((up) => characters.map((c, at) => (up[at] ? upper(c) : c)).join(''));
}

const encodings: ReadonlyArray<(text: string) => string> = [
	(text) => text,
	(text) => text.normalize('NFD'),
	encodeURIComponent,
	(text) => encodeURIComponent(text).toLowerCase(),
	(text) => encodeURIComponent(text.normalize('NFD')),
	(text) => encodeURIComponent(encodeURIComponent(text)),
];
const idEncodings: ReadonlyArray<(text: string) => string> = [encodings[0], encodings[2]];

const scheme = fc.constantFrom('https://', 'http://', 'HTTPS://', '//', 'https:/', '');
const host = fc.constantFrom(
	...[
		'linkedin.com',
		'www.linkedin.com',
		'fr.linkedin.com',
		'm.linkedin.com',
		'touch.linkedin.com',
	],
	...['WWW.LINKEDIN.COM', 'www.LinkedIn.com', 'www.linkedin.com:443', 'www.linkedin.cn'],
);
const prefixes = ['', '', '/mwlite', '/comm', '/public-profile', '/'];
const suffix = fc.constantFrom(
	...['', '/', '//', '/fr', '/en-us/', '/details/experience/', '/overlay/contact-info/'],
	...['/recent-activity/all/', '%20', '%E2%80%8B'],
);
const query = fc.constantFrom('', '?', '?trk=public_profile', '?originalSubdomain=uk&x=%2F');
const fragment = fc.constantFrom('', '#', '#experience', '#/in/john-doe');

const wrappers: ReadonlyArray<(text: string) => string> = [
	(text) => text,
	(text) => ` \u00A0${text}\r\n`,
	(text) => `\uFEFF${text}\u200B`,
	(text) => `"${text}"`,
	(text) => `<${text}>`,
	(text) => `(${text})`,
	(text) => `[Jane Doe](${text})`,
	(text) => `<a href="${text}">Jane</a>`,
	(text) => `LinkedIn: ${text}`,
	(text) => `LinkedIn:${text}`,
	(text) => `${text}.`,
	(text) => `${text},`,
	(text) => `${text};`,
	(text) => `${text} ${text}`,
	(text) => `Jane Doe, jane@acme.com, ${text}, Acme`,
];

/** Only around an address with scheme and host. */
const redirects: ReadonlyArray<(text: string) => string> = [
	(text) => text,
	(text) => encodeURIComponent(text),
	(text) => `https://www.google.com/url?q=${encodeURIComponent(text)}&sa=D`,
	(text) =>
		`https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(text)}&data=05`,
	(text) => `https://www.linkedin.com/authwall?sessionRedirect=${encodeURIComponent(text)}`,
	(text) => `https://www.linkedin.com/in/${text}`,
];

function address(
	path: string,
	names: readonly string[],
	ways: ReadonlyArray<(text: string) => string>,
): fc.Arbitrary<string> {
	return fc
		.record({
			scheme,
			host,
			prefix: fc.constantFrom(...prefixes, ...(path === 'in' ? ['/mwlite/profile'] : [])),
			path: recased(path),
			name: fc.constantFrom(...names),
			encode: fc.constantFrom(...ways),
			suffix,
			query,
			fragment,
			redirect: fc.constantFrom(...redirects),
			wrap: fc.constantFrom(...wrappers),
		})
		.map((a) => {
			const plain = `${a.scheme}${a.host}${a.prefix}/${a.path}/${a.encode(a.name)}${a.suffix}${a.query}${a.fragment}`;
			return a.wrap(a.scheme.includes('://') ? a.redirect(plain) : plain);
		});
}

/** Addresses of the profile with this slug, as CRMs hold them. */
export function slugSpelling(text: string): fc.Arbitrary<string> {
	return recased(text).chain((name) => address('in', [name], encodings));
}

/** Addresses and URNs with this member id. */
export function memberIdSpelling(id: string): fc.Arbitrary<string> {
	const urn = fc
		.record({
			prefix: fc.constantFrom('urn:li:', 'URN:LI:', 'Urn:li:'),
			kind: fc.constantFrom('person', 'fsd_profile', 'fs_miniProfile', 'FS_MINIPROFILE'),
			encode: fc.constantFrom(...idEncodings),
			wrap: fc.constantFrom(...wrappers),
		})
		.map((u) => u.wrap(u.encode(`${u.prefix}${u.kind}:${id}`)));
	const bare = fc.constantFrom(...wrappers).map((wrap) => wrap(id));
	return fc.oneof(address('in', [id], idEncodings), urn, bare);
}

/** Sales Navigator and Recruiter addresses and URNs with this id. */
export function salesIdSpelling(id: string): fc.Arbitrary<string> {
	const names = [id, `${id},NAME_SEARCH,x1Yz`, `${id},name,`];
	const paths = fc.constantFrom('sales/lead', 'sales/people', 'talent/profile');
	const urn = fc
		.constantFrom(...idEncodings)
		.map((encode) => encode(`urn:li:fs_salesProfile:(${id},NAME_SEARCH,x1Yz)`));
	return fc.oneof(
		paths.chain((path) => address(path, names, idEncodings)),
		urn,
	);
}

const SCRAPS = [
	...[
		'https://',
		'http:',
		'//',
		'/',
		'\\',
		'www.',
		'linkedin.com',
		'linkedin.com/in/',
		'/in/',
		'in/',
	],
	...['/pub/', '/12/345/678', '/sales/lead/', '/talent/profile/', '/profile/view?id=', 'urn:li:'],
	...[
		'urn%3Ali%3A',
		'person:',
		'fsd_profile:',
		'fs_salesProfile:(',
		'member:',
		'company:',
		'ACoAA',
	],
	...[
		'ACwAAb',
		'jane',
		'doe',
		'-',
		',',
		';',
		':',
		'.',
		'..',
		'…',
		'(',
		')',
		'<',
		'>',
		'"',
		"'",
		'@',
	],
	...['%', '%2', '%2F', '%252F', '%C3', '%C3%A9', '%E2%80%8C', '%00', '?', '#', '&', '=', '&amp;'],
	...[
		' ',
		'\n',
		'\u200B',
		'\u200C',
		'\u200D',
		'\uFEFF',
		'\uD800',
		'\uDC00',
		'\u0301',
		'İ',
		'Σ',
		'🚀',
	],
	...[
		'?url=',
		'google.com/url?q=',
		'LinkedIn: ',
		'{{',
		'}}',
		'1',
		'0',
		'null',
		'evil.example',
		'张',
	],
];

/** Texts that are almost something: the hardest to read. */
export const scrappy = fc
	.array(fc.constantFrom(...SCRAPS), { minLength: 1, maxLength: 12 })
	.map((parts) => parts.join(''));

/** Any sequence of UTF-16 units, unpaired surrogates included. */
export const anyText = fc
	.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
	.map((units) => String.fromCharCode(...units));
