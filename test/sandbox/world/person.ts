import { digits, opaqueId } from '../random';
import { CENSUS, GEO } from './census';
import type { CensusRow } from './census';

export interface Person {
	firstName: string;
	lastName: string;
	/** The slug after /in/, decoded. */
	publicIdentifier: string;
	/** ACoAA…, 39 characters: what a profile URN ends in. */
	memberId: string;
	/** ACwAA…: the Sales Navigator id. */
	salesId: string;
	/** The number of urn:li:member:… */
	memberNumber: string;
	title: string;
	headline: string;
	company: { name: string; slug: string; id: string };
	location: string;
	country: string;
	geoId: string;
	language: string;
	school: string;
	industryId: string;
	groups: string[];
	connectionCount: number;
	/** Open profile: InMail reaches it without a credit. */
	openProfile: boolean;
	/** Hidden: thin to read, impossible to reach. */
	restricted: boolean;
}

/** Needed to add a person; everything else follows from the name. */
export type NewPerson = Partial<Person> & { firstName: string; lastName: string };

const SCHOOLS = ['MIT', 'Sorbonne', 'TU Wien', 'Universidad Complutense', 'IIT Bombay'];

function slugOf(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
}

/** Fills in a whole person; the ids follow from the seed and the slug. */
export function makePerson(given: NewPerson, seed: number): Person {
	const publicIdentifier = (
		given.publicIdentifier ?? slugOf(`${given.firstName} ${given.lastName}`)
	).normalize('NFC');
	const key = `${seed}|${publicIdentifier}`;
	const company = given.company ?? { name: 'Acme', slug: 'acme', id: digits(7, 'company|acme') };
	const title = given.title ?? 'Consultant';
	const country = given.country ?? 'fr';
	return {
		publicIdentifier,
		memberId: opaqueId('ACoAA', key),
		salesId: opaqueId('ACwAA', key),
		memberNumber: digits(9, key),
		title,
		headline: `${title} at ${company.name}`,
		company,
		location: 'Paris, France',
		country,
		geoId: GEO[country]?.id ?? digits(9, `geo|${country}`),
		language: 'en',
		school: SCHOOLS[Number(digits(9, key)) % SCHOOLS.length],
		industryId: String(Number(digits(9, `industry|${company.slug}`)) % 150),
		groups: [],
		connectionCount: 100 + (Number(digits(9, key)) % 900),
		openProfile: false,
		restricted: false,
		...withoutUndefined(given),
	};
}

function withoutUndefined(given: NewPerson): NewPerson {
	const entries = Object.entries(given).filter(([, value]) => value !== undefined);
	return { ...(Object.fromEntries(entries) as NewPerson) };
}

function fromRow(row: CensusRow): NewPerson {
	const [firstName, lastName, publicIdentifier, title, companyName, city, country, language] = row;
	const slug = slugOf(companyName);
	return {
		firstName,
		lastName,
		publicIdentifier,
		title,
		company: { name: companyName, slug, id: digits(7, `company|${slug}`) },
		location: GEO[country] ? `${city}, ${GEO[country].name}` : city,
		country,
		language,
	};
}

/** Everybody of the census, in its order. */
export function makePeople(seed: number): Person[] {
	return CENSUS.map((row) => makePerson(fromRow(row), seed));
}

export const profileUrn = (person: Person): string => `urn:li:fsd_profile:${person.memberId}`;
export const fullName = (person: Person): string => `${person.firstName} ${person.lastName}`;
export const profileUrl = (person: Person): string =>
	`https://www.linkedin.com/in/${encodeURIComponent(person.publicIdentifier)}`;
