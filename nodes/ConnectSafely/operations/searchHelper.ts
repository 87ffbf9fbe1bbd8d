import { z } from 'zod';

import { listed } from '../../shared/fields/listed';
import { neededText, wordsPart } from '../../shared/fields/kinds';
import { collectionPart, reading } from '../../shared/fields/part';
import { plainRead } from '../api';
import { account } from '../fields';

const helper = (what: string, placeholder: string) =>
	neededText('Name', 'keywords', `Name of the ${what}, or the beginning of it`, {
		placeholder: `e.g. ${placeholder}`,
	});

/** A name in the place of a code might be passed over, and places all over the world be found. */
const countryCodes = reading(
	wordsPart('Country Codes', 'countryCodes', 'Countries as two letters, separated by commas', {
		placeholder: 'e.g. DE, AT',
	}),
	listed('Country Codes').superRefine((codes, context) => {
		const wrong = codes.find((code) => !/^[a-z]{2}$/i.test(code));
		if (wrong === undefined) return;
		const message = `'Country Codes' takes two letters for each country, such as DE, and not '${wrong.slice(0, 40)}'`;
		context.addIssue({ code: z.ZodIssueCode.custom, message });
	}),
);

const codesIn = (codes: readonly string[]): string[] | undefined =>
	codes.length > 0 ? codes.map((code) => code.toUpperCase()) : undefined;

/** Ten or so matches that come whole, at no cost of a quota (connectsafely.ai/docs/api, Search Geo Locations). */
export const findLocations = plainRead({
	resource: 'searchHelper',
	operation: 'findLocations',
	name: 'Find Location IDs',
	action: 'Find IDs of LinkedIn locations',
	description: 'Look up the numbers of cities, regions and countries, which searches need',
	fields: [
		helper('city, region or country', 'Berlin'),
		account,
		collectionPart(
			{ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' },
			countryCodes,
		),
	],
	route: 'POST /search/geo',
	send: ({ keywords, account: accountId, filters }) => ({
		accountId,
		keywords,
		countryCodes: codesIn(filters.countryCodes),
	}),
	list: ['locations'],
	whole: true,
	output: { name: 'string', geoId: 'string', countryCode: 'string' },
});

/** At most ten matches, in LinkedIn's order (connectsafely.ai/docs/api, Search Schools). */
export const findSchools = plainRead({
	resource: 'searchHelper',
	operation: 'findSchools',
	name: 'Find School IDs',
	action: 'Find IDs of schools on LinkedIn',
	description: 'Look up the numbers of schools and universities, which searches need',
	fields: [helper('school', 'Stanford'), account],
	route: 'POST /search/schools',
	send: ({ keywords, account: accountId }) => ({ accountId, keywords }),
	list: ['schools'],
	whole: true,
	output: { name: 'string', schoolId: 'string' },
});

/** A number that does not exist finds nobody, without a word (connectsafely.ai/docs/api, Search Service Categories). */
export const findServiceCategories = plainRead({
	resource: 'searchHelper',
	operation: 'findServiceCategories',
	name: 'Find Service Category IDs',
	action: 'Find IDs of LinkedIn service categories',
	description: 'Look up the numbers of the services that people offer, which searches need',
	fields: [helper('service', 'Financial Analysis'), account],
	route: 'POST /search/service-categories',
	send: ({ keywords, account: accountId }) => ({ accountId, keywords }),
	list: ['serviceCategories'],
	whole: true,
	output: { name: 'string', serviceCategoryId: 'string' },
});
