import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { readCompany } from '../../shared/linkedin';
import { optionalText } from '../../shared/fields/inputs';
import { field } from '../../shared/fields/part';
import type { OutXApi } from '../api';
import { companyId } from './companies';
import { countryOptions, readPlaces } from './places';
import type { WaitChoice } from '../tasks/waiting';
import { byDisplayName } from '../../shared/fields/byName';

interface Filter {
	readonly displayName: string;
	readonly name: string;
	/** The vendor's field (outx.openapi.yaml, search-profiles). */
	readonly field: string;
	/**
	 * The vendor wants an array. Reads what operators separate with commas; throws an error whose message is
	 * for them.
	 */
	readonly several?: (text: string) => string[];
	readonly placeholder: string;
	readonly description: string;
}

function split(value: string): string[] {
	return value
		.split(/[,;\n]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

/** Numbers of companies, and the names in their addresses where the number is not known. */
function companies(text: string): string[] {
	return split(text).map((part) => {
		const { id, slug = '' } = readCompany(part);
		return id ?? slug;
	});
}

const FILTERS: readonly Filter[] = [
	{
		displayName: 'Company',
		name: 'company',
		field: 'company',
		placeholder: 'e.g. Google',
		description: 'Name of the company they work for now',
	},
	{
		displayName: 'Company Pages',
		name: 'currentCompany',
		field: 'current_company',
		several: companies,
		placeholder: 'e.g. https://www.linkedin.com/company/microsoft',
		description:
			"Companies they work for now: addresses of their LinkedIn pages or LinkedIn's numbers of them, separated by commas",
	},
	{
		displayName: 'First Name',
		name: 'firstName',
		field: 'first_name',
		placeholder: 'e.g. Jane',
		description: 'First name of the person',
	},
	{
		displayName: 'Industry IDs',
		name: 'industry',
		field: 'industry',
		several: split,
		placeholder: 'e.g. 4, 6',
		description: "LinkedIn's numbers of industries, separated by commas",
	},
	{
		displayName: 'Job Title',
		name: 'title',
		field: 'title',
		placeholder: 'e.g. VP of Engineering',
		description: 'What they are called at work',
	},
	{
		displayName: 'Keywords',
		name: 'keywords',
		field: 'keywords',
		placeholder: 'e.g. machine learning',
		description: 'Words anywhere in name, headline or profile',
	},
	{
		displayName: 'Languages',
		name: 'profileLanguage',
		field: 'profile_language',
		several: split,
		placeholder: 'e.g. en, de',
		description: 'Languages of the profile as two letters, separated by commas',
	},
	{
		displayName: 'Last Name',
		name: 'lastName',
		field: 'last_name',
		placeholder: 'e.g. Doe',
		description: 'Last name of the person',
	},
	{
		displayName: 'Locations',
		name: 'geoUrn',
		field: 'geo_urn',
		several: readPlaces,
		placeholder: 'e.g. 103644278',
		description:
			"Cities, regions or countries: search people on LinkedIn with the filter Locations set and paste the address of that search. LinkedIn's numbers of places, separated by commas, will do as well.",
	},
	{
		displayName: 'Past Company Pages',
		name: 'pastCompany',
		field: 'past_company',
		several: companies,
		placeholder: 'e.g. https://www.linkedin.com/company/microsoft',
		description:
			"Companies they worked for before: addresses of their LinkedIn pages or LinkedIn's numbers of them, separated by commas",
	},
	{
		displayName: 'School',
		name: 'school',
		field: 'school',
		placeholder: 'e.g. MIT',
		description: 'Name of the school they went to',
	},
];

/** Beside 'Locations', for those who do not have an address at hand. */
const countries: INodeProperties = {
	displayName: 'Countries',
	name: 'countries',
	type: 'multiOptions',
	default: [],
	options: countryOptions,
	description: 'Countries they live in. For other places, see Locations.',
};

const property: INodeProperties & { readonly name: 'filters' } = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		...FILTERS.map(
			({ displayName, name, placeholder, description }): INodeProperties => ({
				displayName,
				name,
				type: 'string',
				default: '',
				placeholder,
				description,
			}),
		),
		countries,
	].sort((a, b) => byDisplayName(a.displayName, b.displayName)),
};

/** A list of values, as several of the editor's options or as a text an expression gives. */
function listInput(
	{ displayName }: Pick<Filter, 'displayName'>,
	read: (text: string) => string[],
): z.ZodType<string[], z.ZodTypeDef, unknown> {
	const text = z.unknown().transform((value) => (Array.isArray(value) ? value.join('\n') : value));
	return text.pipe(optionalText(displayName, 10_000)).transform((value, context): string[] => {
		try {
			return [...new Set(value === undefined ? [] : read(value))];
		} catch (error) {
			const why = error instanceof Error ? error.message : 'It cannot be read.';
			const message = `'${displayName}' is not usable: ${why}`;
			context.addIssue({ code: z.ZodIssueCode.custom, message });
			return z.NEVER;
		}
	});
}

const members = {
	...Object.fromEntries(
		FILTERS.map((filter) => [
			filter.name,
			filter.several ? listInput(filter, filter.several) : optionalText(filter.displayName, 1_000),
		]),
	),
	countries: listInput(countries, readPlaces),
};

export type SearchFilters = Record<string, string | string[]>;

const byField = z
	.preprocess((value) => value ?? {}, z.object(members))
	.transform((filled: Record<string, string | string[] | undefined>): SearchFilters => {
		const places = new Set([...(filled.countries ?? []), ...(filled.geoUrn ?? [])]);
		const used = FILTERS.map(
			({ name, field }) => [field, name === 'geoUrn' ? [...places] : (filled[name] ?? '')] as const,
		);
		return Object.fromEntries(used.filter(([, value]) => value.length > 0));
	});

/** The vendor's fields of the filters that are filled in. */
export const searchFilters = field(property, byField);

const OF_COMPANIES = ['current_company', 'past_company'];

/** The same with LinkedIn's numbers of the companies that are known by their pages only. */
export async function withCompanyIds(
	api: OutXApi,
	filters: SearchFilters,
	choice: WaitChoice,
): Promise<SearchFilters> {
	const whole: SearchFilters = { ...filters };
	for (const field of OF_COMPANIES) {
		const named = filters[field];
		if (!Array.isArray(named)) continue;
		const ids = new Set<string>();
		for (const name of named)
			ids.add(/^\d+$/.test(name) ? name : await companyId(api, name, choice));
		whole[field] = [...ids];
	}
	return whole;
}
