import { z } from 'zod';

import { requiredText } from '../../shared/fields/inputs';
import { neededText } from '../../shared/fields/kinds';
import { reading } from '../../shared/fields/part';
import { byOffset } from '../../shared/http/paging';
import { isObject } from '../../shared/json/json';
import { count, list, made, text } from '../../shared/operation/simple';
import { plainRead } from '../api';
import { found, missing, sameThing } from '../asked';
import { company, companyIdOf } from '../companies';
import { account } from '../fields';

/** What a company is looked for by: words, or the address of a search in Sales Navigator. */
const words = reading(
	neededText(
		'Keywords',
		'keywords',
		'Words that the companies are looked for by. The address of a company search in Sales Navigator will do as well, if the LinkedIn account has that.',
		{ placeholder: 'e.g. logistics software' },
	),
	requiredText('Keywords', 10_000).transform((value, context) => {
		const given = value.trim();
		if (!/^(?:https?:\/\/|www\.|\w+\.linkedin\.|linkedin\.)/i.test(given))
			return { keywords: given };
		if (/^https:\/\/(?:www\.)?linkedin\.com\/sales\/search\/company\b/i.test(given)) {
			return { url: given };
		}
		const message =
			"'Keywords' holds an address that is not that of a company search in Sales Navigator (https://www.linkedin.com/sales/search/company…)";
		context.addIssue({ code: z.ZodIssueCode.custom, message });
		return z.NEVER;
	}),
);

/**
 * Pages inside: one call of the day's 1,000 for each 10 companies (connectsafely.ai/docs/api, Search Companies). Its
 * filters do nothing by now, so none is offered.
 */
export const searchCompanies = plainRead({
	resource: 'company',
	operation: 'search',
	name: 'Search',
	action: 'Search LinkedIn companies',
	description: 'Find companies by words, or by a search in Sales Navigator',
	fields: [words, account],
	route: 'POST /search/companies',
	send: ({ keywords, account: accountId }) => ({ accountId, ...keywords }),
	list: ['companies'],
	key: 'companyId',
	pages: byOffset('start', { name: 'count', most: 50 }, 'hasMore'),
	simple: {
		...{ name: text('name'), industry: text('industry'), location: text('location') },
		...{ headline: text('headline'), description: text('description') },
		...{ followers: count('followerCount'), id: text('companyId') },
		...{ universalName: text('universalName'), url: text('companyUrl') },
	},
});

/** A company's page, by its number where that is known (connectsafely.ai/docs/api, Get Company Details). */
export const getCompany = plainRead({
	resource: 'company',
	operation: 'get',
	name: 'Get',
	action: 'Get a LinkedIn company',
	description: 'Read the page of a company: what it does, how large it is, where it is on the web',
	fields: [company, account],
	route: 'POST /search/companies/details',
	rules: [missing('company', 'Company')],
	send: ({ company: { target }, account: accountId }) => ({
		accountId,
		companyId: companyIdOf(target),
	}),
	one: ['company'],
	prove(body, { company: { target } }) {
		const said = isObject(body) && isObject(body.company) ? body.company : {};
		const names = [
			[target.id, said.id],
			[target.slug, said.universalName],
		] as const;
		sameThing('company', 'Company', ...names);
	},
	each: (record) => found(record, 'company', 'Company'),
	simple: {
		...{ name: text('name'), tagline: text('tagline'), website: text('websiteUrl') },
		...{ employees: count('staffCount'), description: text('description'), phone: text('phone') },
		headquarters: made('object', ({ headquarters }) =>
			isObject(headquarters) && Object.keys(headquarters).length > 0 ? headquarters : undefined,
		),
		...{ specialities: list('specialities'), id: text('id'), url: text('linkedinUrl') },
	},
});
