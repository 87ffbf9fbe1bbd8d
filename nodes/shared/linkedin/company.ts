import { readNumber } from './ids';
import { pageOf } from './pages';
import { parameter } from './percent';
import { readBare } from './bare';
import type { Reading, Refusal } from './reading';
import { damaged, isRefusal, refuse } from './reading';
import type { Kind, Page } from './reference';
import { isRefused, readReference, retell, Unnamed } from './reference';
import { readSlug } from './slug';
import { COMPANY_SECTIONS, isBelow, UNKNOWN_PATH } from './tail';
import { trimEdges } from './text';
import { readUrn } from './urn';

/** A company's, school's or showcase page: by the last part of its address, its number, or both. */
export interface Company {
	/** The slug after /company/: decoded, NFC, lower-case, because LinkedIn's slugs ignore case. */
	readonly slug?: string;
	/** The digits of urn:li:company and urn:li:organization. */
	readonly id?: string;
}

/** Why an input names no company page. */
export class NotACompany extends Unnamed {
	override readonly name = 'NotACompany';
}

const NOUN = 'company page';

/** Paths to a page, and what LinkedIn's public pages put before them. */
const PATHS = new Set(
	'company|companies|company-beta|organization|organization-guest|showcase|school|schools'.split(
		'|',
	),
);

const PEOPLE = new Set(['in', 'pub', 'profile', 'talent', 'recruiter']);

/** LinkedIn's names for a company: company, fsd_company, fs_miniCompany, organizationBrand, … */
const COMPANY_URN =
	/^urn:li:\w{0,30}(?:company|organization|organizationalpage|brand)(?::(.{0,40})|$)/i;

/** What LinkedIn puts in the place of a page that is hidden or gone. */
const GONE = refuse(
	'is a page that LinkedIn does not show; open it and copy the address it leads to',
);
const NO_NAME = refuse('has no company in it; copy the address of the company page');
const NO_NUMBER = damaged(
	'is a LinkedIn URN without a usable company number; copy the address of the company page',
);

function byNumber(text: string): Company | undefined {
	const id = readNumber(text)?.memberNumber;
	return id === undefined ? undefined : { id };
}

/** A slug is read by the rules of the members': letters of any script, and hyphens. */
function bySlug(reading: Reading): Company | Refusal {
	if (isRefusal(reading)) {
		return reading.why.includes(' after /in/') ? NO_NAME : retell(reading, NOUN);
	}
	const { publicIdentifier: slug } = reading;
	if (slug === undefined) return refuse('is the ID of a person, not a company page');
	if (PATHS.has(slug)) return NO_NAME;
	return slug === 'unavailable' ? GONE : (byNumber(slug) ?? { slug });
}

function readName([name = '', ...below]: readonly string[], isClosed: boolean): Company | Refusal {
	if (PEOPLE.has(name.toLowerCase()))
		return refuse('is the profile of a person, not a company page');
	if (below.length > 0 && pageOf(name.toLowerCase()) !== undefined) return NO_NAME;
	const company = bySlug(readSlug(name, 'company', isClosed || below.length > 0));
	if (isRefused(company)) return company;
	const isNumbered =
		company.id !== undefined && !below.some((part) => isAddress(part) || /^\d/.test(part));
	if (isNumbered) return company;
	return isBelow(below, COMPANY_SECTIONS) ? company : retell(UNKNOWN_PATH, NOUN);
}

function isAddress(segment: string): boolean {
	return /https?:|linkedin\.|www\./i.test(segment);
}

/** The digits that a text begins with, unless what follows may be the rest of them. */
function leadingDigits(text: string): string {
	return /^\d+(?=$|[),/#;&](?!\d)|\?(?:$|\w+=))/.exec(text)?.[0] ?? '';
}

function urn(text: string): Company | Refusal | undefined {
	const company = COMPANY_URN.exec(text);
	if (company) return byNumber(leadingDigits(company[1] ?? '')) ?? NO_NUMBER;
	const other = readUrn(text);
	if (other === undefined) return undefined;
	if (isRefusal(other)) return retell(other, NOUN);
	return refuse('is the URN of a person, not of a company page');
}

/** "See all employees" leads to a search with the company's number: ["1035"], or 1035 among the jobs. */
function readFilter(query: string): Company | undefined {
	const filter = parameter(query, ['currentcompany', 'facetcurrentcompany', 'f_c', 'companyid']);
	const numbers = filter?.match(/\d+/g) ?? [];
	return numbers.length === 1 ? byNumber(numbers[0]) : undefined;
}

function readSales([kind = '', name = '']: readonly string[], query: string): Company | Refusal {
	const isCompany = kind.toLowerCase() === 'company';
	const found = isCompany ? byNumber(leadingDigits(name)) : readFilter(query);
	return found ?? refuse('is a Sales Navigator page that names no company');
}

function page({ path, query, isClosed }: Page): Company | Refusal {
	const [first = '', ...rest] = path;
	const word = first.toLowerCase();
	if (word === '') return refuse('is the LinkedIn home page, not a company page');
	if (PATHS.has(word)) {
		// /organization-guest/company/acme, and what a form that prepends /company/ makes of it.
		const start = rest.findIndex((part) => !PATHS.has(part.toLowerCase()));
		return start < 0 ? NO_NAME : readName(rest.slice(start), isClosed);
	}
	if (word === 'sales') return readSales(rest, query);
	if (PEOPLE.has(word)) return refuse('is the profile of a person, not a company page');
	const other = pageOf(word);
	return (
		(word === 'search' || word === 'jobs' ? readFilter(query) : undefined) ??
		refuse(
			other === undefined
				? 'is no company address; the address of a company page has /company/ in it'
				: `is ${other}, not a company page`,
		)
	);
}

/** Exported for the test of its speed. */
export const COMPANY: Kind<Company> = {
	noun: NOUN,
	wrong: NotACompany,
	urn,
	page,
	beginsPath: (segment) => PATHS.has(segment),
	bare: (text) => byNumber(trimEdges(text)) ?? bySlug(readBare(text, text, 'company')),
	isWhole: () => false,
	unite(a, b) {
		const tied =
			(a.slug !== undefined && a.slug === b.slug) || (a.id !== undefined && a.id === b.id);
		return tied ? { ...a, ...b } : undefined;
	},
};

/**
 * Reads anything that names one company: the address of a company, school or showcase page in any
 * spelling, a Sales Navigator account, urn:li:company and its like, the number alone, the slug alone.
 * @throws NotACompany, and nothing else
 */
export function readCompany(value: unknown): Company {
	return readReference(value, COMPANY);
}

/** The last part of the page's address; LinkedIn opens /company/ with the number as well. */
export function companySlug({ slug, id }: Company): string {
	return slug ?? id ?? '';
}

/** The address of the company's page. */
export function companyUrl(company: Company): string {
	const slug = companySlug(company);
	// The slash says that the name is whole.
	const end = slug.endsWith('-') ? '/' : '';
	return `https://www.linkedin.com/company/${encodeURIComponent(slug)}${end}`;
}
