import fc from 'fast-check';

/** Something that happened to a text on its way: `at` says where, from 0 to 1, and `pick` which of several. */
export interface Harm {
	readonly at: number;
	readonly pick: number;
}

/** A text and where in it the name begins and ends, as far as earlier harm left it in one piece. */
export interface Spelt {
	readonly text: string;
	readonly name: string;
}

type Damage = (spelt: Spelt, harm: Harm) => string;

const BLANKS = [
	...[' ', '\u00A0', '\t', '\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\u3000', '\u2009'],
	...['\u200B', '\u200C', '\u200D', '\uFEFF', '\u00AD', '\u2060', '\u202A', '\u034F', '\u2800'],
	...[
		'\u0000',
		'\u0007',
		'\u001B',
		'\u007F',
		'\u000B',
		'  ',
		' \n ',
		'=\n',
		'\\\n',
		'%20',
		'%0A',
		'%0D%0A',
	],
	...[
		'%09',
		'%00',
		'%C2%A0',
		'%E2%80%A8',
		'<br>',
		'<wbr>',
		'<b>',
		'</b>',
		'&nbsp;',
		'&#10;',
		'&shy;',
	],
	...['\\n', '\\t', '\\r\\n', '&zwnj;', '&#8203;', '+', '%2B'],
];
const LOST = ['?', '%3F', '\uFFFD', '*', '%EF%BF%BD', '??', 'ï¿½', '&#65533;', '□', '&#63;'];
const GLUES = [
	'',
	'\\n',
	'\\t',
	'|',
	',',
	';',
	'/',
	'\n',
	' ',
	', ',
	'; ',
	'%0A',
	'%2C',
	'&',
	'-',
	'#',
	'?',
];
const OTHERS = [
	'https://www.linkedin.com/in/john-smith',
	'linkedin.com/in/john-smith/',
	'www.linkedin.com/in/john-smith?trk=x',
	'https://www.linkedin.com/company/john-smith',
	'https%3A%2F%2Fwww.linkedin.com%2Fin%2Fjohn-smith',
	'/in/john-smith',
	'john-smith',
	'urn:li:person:ACoAAAjohnsmith0000000000000000000000000',
];
const WORDS = [
	'in',
	'pub',
	'company',
	'sales',
	'sales/lead',
	'school',
	'details',
	'x',
	'16/788',
	'posts',
	'profile',
];
const ENDS = ['…', '...', '..', '-', '-…', ' …', ' ...', '[...]', ' [...]', '&hellip;', '(…)', '‥'];
const DASHES = ['–', '—', '\u2010', '\u2011', '\u2212', ' - ', ' – ', '- ', ' -', '-\n', '-\u00AD'];

function insideName({ text, name }: Spelt, at: number): number {
	const start = text.lastIndexOf(name);
	if (start < 0) return Math.floor(at * text.length);
	// Never at either edge: what is inserted there takes nothing off the name.
	return start + 1 + Math.floor(at * Math.max(1, name.length - 1));
}

function splice(text: string, at: number, taken: number, put: string): string {
	return text.slice(0, at) + put + text.slice(at + taken);
}

function of<T>(list: readonly T[], pick: number): T {
	return list[Math.floor(pick * list.length) % list.length];
}

function asLatin1(text: string): string {
	return [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join('');
}

function asWindows1252(text: string): string {
	return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
}

function asEntity(letter: string, pick: number): string {
	const code = letter.codePointAt(0) ?? 0;
	const whole = of([`&#${code};`, `&#x${code.toString(16)};`, '&eacute;', `&amp;#${code};`], pick);
	return of([whole, whole.slice(0, -1), whole.slice(1), whole], (pick * 7) % 1);
}

/** Every kind of damage seen in exports, PDFs, spreadsheets, mails and forms. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
	blank: (spelt, { at, pick }) => splice(spelt.text, insideName(spelt, at), 0, of(BLANKS, pick)),
	anywhere: ({ text }, { at, pick }) =>
		splice(text, Math.floor(at * text.length), 0, of(BLANKS, pick)),
	lost: (spelt, { at, pick }) => {
		const where = insideName(spelt, at);
		// A question mark behind all else is an empty query, or a question.
		const isLast = where + 1 >= spelt.text.lastIndexOf(spelt.name) + spelt.name.length;
		return isLast ? spelt.text : splice(spelt.text, where, 1, of(LOST, pick));
	},
	entity: (spelt, { at, pick }) => {
		const where = insideName(spelt, at);
		const letter = String.fromCodePoint(spelt.text.codePointAt(where) ?? 45);
		const entity = asEntity(letter, pick);
		return entity.includes('eacute') && letter !== 'é'
			? spelt.text
			: splice(spelt.text, where, letter.length, entity);
	},
	mojibake: ({ text, name }, { pick }) => {
		const wrong = of(
			[asLatin1, asWindows1252, (t: string) => asWindows1252(t).toLowerCase()],
			pick,
		)(name);
		return text.split(name).join(wrong);
	},
	glued: ({ text }, { at, pick }) => {
		if (!text.includes('linkedin.com/in/')) return text;
		const other = of(OTHERS, pick);
		// Two names without a sign between them are one, and one beside an address is a comment on it.
		const glue = other === 'john-smith' ? '|' : of(GLUES, at);
		return text + glue + other;
	},
	cut: (spelt, { at, pick }) => {
		const where = insideName(spelt, at);
		return spelt.text.slice(0, where) + of(ENDS, pick);
	},
	pathBefore: ({ text, name }, { pick }) => text.split(name).join(`${of(WORDS, pick)}/${name}`),
	pathAfter: ({ text, name }, { at, pick }) =>
		text.split(name).join(`${name}/${of(WORDS, pick)}${at < 0.5 ? '' : '/john-smith'}`),
	slash: (spelt, { at, pick }) =>
		splice(
			spelt.text,
			insideName(spelt, at),
			0,
			of(['%2F', '%252F', '/', '\\', '|', ';', '%7C'], pick),
		),
	encoded: ({ text, name }, { pick }) =>
		text
			.split(name)
			.join(
				of(
					[encodeURIComponent, (t: string) => encodeURIComponent(encodeURIComponent(t)), escape],
					pick,
				)(name),
			),
	dash: ({ text, name }, { pick }) => text.split(name).join(name.split('-').join(of(DASHES, pick))),
	blanks: ({ text, name }, { pick }) =>
		text.split(name).join(name.split('-').join(of([' ', '+', '%20', '\u00A0', '_ '], pick))),
};

export const harm: fc.Arbitrary<Harm> = fc.record({
	at: fc.double({ min: 0, max: 0.999, noNaN: true }),
	pick: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

/** One to three damages, one upon the other. */
export const harms: fc.Arbitrary<Array<[string, Harm]>> = fc.array(
	fc.tuple(fc.constantFrom(...Object.keys(DAMAGES)), harm),
	{ minLength: 1, maxLength: 3 },
);

export function damage(spelt: Spelt, done: ReadonlyArray<readonly [string, Harm]>): string {
	return done.reduce(
		(text, [kind, one]) => DAMAGES[kind]({ text, name: spelt.name }, one),
		spelt.text,
	);
}

/** The names of people, as LinkedIn makes slugs of them. */
export const NAMES = [
	...[
		'jane-doe',
		'jane-doe-1a2b3c4d',
		'janedoe',
		'j-doe',
		'jane-marie-van-der-doe-67834512',
		'jane_doe',
	],
	...[
		"jane-o'hara",
		'josé-garcía',
		'rené-doe-1a2b3c',
		'françois',
		'müller-straße',
		'jane-doe,-phd-1a2b',
	],
	...[
		'анна-иванова-1a2b3c',
		'мария',
		'张伟',
		'张伟-a1b2c3',
		'田中-太郎',
		'김철수',
		'محمد-علي-123',
		'فاطمة',
	],
	...[
		'jane-🚀-1a2b',
		'jane-doe-pmp®-1a2b',
		'ελένη-παπά',
		'นภา-ศรี',
		'jane.doe',
		'doe-(phd)-12',
		'łukasz-żak',
	],
];

const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéèüöñçøžšанежя张伟田김مع19');
export const personName: fc.Arbitrary<string> = fc.oneof(
	fc.constantFrom(...NAMES),
	fc
		.array(fc.string({ unit: letters, minLength: 2, maxLength: 7 }), { minLength: 1, maxLength: 4 })
		.map((parts) => `ja${parts.join('-')}`.normalize('NFC')),
);

/** Addresses of the name, each of which is read when nothing happens to it. */
export const ADDRESSES: ReadonlyArray<(name: string) => string> = [
	(name) => `https://www.linkedin.com/in/${name}`,
	(name) => `https://www.linkedin.com/in/${name}/`,
	(name) => `linkedin.com/in/${name}`,
	(name) => `https://de.linkedin.com/in/${name}?trk=people_search`,
	(name) => `https://www.linkedin.com/in/${name}/details/experience/`,
	(name) => `https://www.linkedin.com/in/${name}/de`,
	(name) => `https://www.linkedin.com/in/${name} (LinkedIn)`,
	(name) => `Jane Doe – https://linkedin.com/in/${name} – CEO`,
	(name) => `https://www.linkedin.com/in/${name}, met in Berlin`,
	(name) => `<a href="https://www.linkedin.com/in/${name}">Profile</a>`,
	(name) => `[Profile](https://www.linkedin.com/in/${name})`,
	(name) => `{"linkedin":"https://www.linkedin.com/in/${name}"}`,
	(name) => `LinkedIn: https://www.linkedin.com/in/${name}.`,
	(name) => `Jane Doe, jane@acme.com, https://www.linkedin.com/in/${name}, Acme`,
	(name) => `["https://www.linkedin.com/in/${name}"]`,
	(name) => `**https://www.linkedin.com/in/${name}**`,
	(name) => `/in/${name}`,
	(name) => name,
	(name) => `${name}/`,
	(name) => `/${name}`,
	(name) => `${name}?trk=x`,
];
