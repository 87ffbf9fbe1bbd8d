import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { optionalText } from '../shared/operation/inputs';

interface Filter {
	readonly displayName: string;
	readonly name: string;
	/** The vendor's field (outx.openapi.yaml, search-profiles). */
	readonly field: string;
	/** The vendor wants an array: operators separate several values with commas. */
	readonly several?: boolean;
	readonly placeholder: string;
	readonly description: string;
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
		displayName: 'Company IDs',
		name: 'currentCompany',
		field: 'current_company',
		several: true,
		placeholder: 'e.g. 1441, 1035',
		description: "LinkedIn's numbers of the companies they work for now, separated by commas",
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
		several: true,
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
		several: true,
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
		displayName: 'Location IDs',
		name: 'geoUrn',
		field: 'geo_urn',
		several: true,
		placeholder: 'e.g. 103644278',
		description:
			"LinkedIn's numbers of places, separated by commas. The United States are 103644278.",
	},
	{
		displayName: 'Past Company IDs',
		name: 'pastCompany',
		field: 'past_company',
		several: true,
		placeholder: 'e.g. 1441',
		description: "LinkedIn's numbers of companies they worked for before, separated by commas",
	},
	{
		displayName: 'School',
		name: 'school',
		field: 'school',
		placeholder: 'e.g. MIT',
		description: 'Name of the school they went to',
	},
];

export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: FILTERS.map(({ displayName, name, placeholder, description }) => ({
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder,
		description,
	})),
};

function split(value: string): string[] {
	return value
		.split(/[,;\n]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

const members = Object.fromEntries(
	FILTERS.map(({ displayName, name }) => [name, optionalText(displayName, 1_000)]),
);

/** The vendor's fields of the filters that are filled in. */
export const searchFilters = z
	.preprocess((value) => value ?? {}, z.object(members))
	.transform((filled): Record<string, string | string[]> => {
		const used = FILTERS.flatMap(({ name, field, several }) => {
			const value = filled[name];
			if (value === undefined) return [];
			return [[field, several ? split(value) : value] as const];
		});
		return Object.fromEntries(used.filter(([, value]) => value.length > 0));
	});
