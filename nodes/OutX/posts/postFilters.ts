import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { optionsField } from '../../shared/fields/properties';
import type { HttpRequest } from '../../shared/http/types';
import { choice, flag, optionalText } from '../../shared/fields/inputs';
import type { InputSchema } from '../../shared/operation/types';
import { dropDown, textField } from '../../shared/fields/describe';
import { choicePart } from '../../shared/fields/kinds';
import { field } from '../../shared/fields/part';
import { listed, listedCompanies, listedPeople } from '../../shared/fields/listed';
import { refuse } from '../../shared/fields/refuse';

/** What a filter comes to in the query; undefined when it is not filled in. */
type Value = string | undefined;

interface Filter {
	readonly field: INodeProperties;
	/** The vendor's name (outx.openapi.yaml, GET /api-posts). */
	readonly query: string;
	readonly input: InputSchema<Value>;
}

const joined = (input: InputSchema<string[]>): InputSchema<Value> =>
	input.transform((values) => (values.length > 0 ? values.join(',') : undefined));

/** A switch that narrows the list when it is on. */
const toggle = (
	title: string,
	name: string,
	query: string,
	keeps: string,
	on = 'true',
): Filter => ({
	field: {
		displayName: title,
		name,
		type: 'boolean',
		default: true,
		description: `Whether to keep only ${keeps}`,
	},
	query,
	input: flag(false).transform((isOn) => (isOn ? on : undefined)),
});

const dateText = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString());

/** A day of the calendar as YYYY-MM-DD, out of n8n's date field or an expression. */
const day = (title: string, name: string, query: string, which: string): Filter => ({
	field: textField(title, name, `Only posts of this day and ${which} ones`, { type: 'dateTime' }),
	query,
	input: z.unknown().transform((value, context): Value => {
		const written = value instanceof Date ? dateText(value) : String(value ?? '').trim();
		if (written === '') return undefined;
		const [found] = /^\d{4}-\d\d-\d\d(?=$|[T ])/.exec(written) ?? [];
		// A calendar has no 31 February, and Date makes 3 March of it.
		const isDay = found !== undefined && dateText(new Date(`${found}T00:00:00Z`)).startsWith(found);
		return isDay ? found : refuse(context, `'${title}' is not a day: write it as 2026-01-31`);
	}),
});

const text = (
	title: string,
	name: string,
	query: string,
	description: string,
	example: string,
	input: InputSchema<Value> = optionalText(title, 1_000),
): Filter => ({
	field: textField(title, name, description, { placeholder: `e.g. ${example}` }),
	query,
	input,
});

/** The last part of a post's address; the slug alone stays as it is. */
const slug = optionalText('One Post', 1_000).transform((address): Value => {
	const found = address && (/\/posts\/([^/?#]+)/.exec(address)?.[1] ?? address);
	return found?.replace(/^\/+|\/+$/g, '');
});

const KINDS = ['', 'article', 'image', 'poll', 'video'] as const;

const FILTERS: readonly Filter[] = [
	text(
		'Companies',
		'companies',
		'company_slug',
		'Only posts of these LinkedIn companies: addresses of their pages, one per line',
		'https://www.linkedin.com/company/microsoft',
		joined(listedCompanies('Companies')),
	),
	toggle('English Only', 'englishOnly', 'lang', 'LinkedIn posts in English', 'en'),
	day('From Day', 'fromDate', 'start_date', 'later'),
	{
		field: dropDown(
			'Kind of Post',
			'postType',
			'Only LinkedIn posts of this kind',
			[
				['article', 'Article'],
				['image', 'Image'],
				['poll', 'Poll'],
				['video', 'Video'],
			],
			'image',
		),
		query: 'post_type',
		input: choice('Kind of Post', KINDS, '').transform((kind) => kind || undefined),
	},
	text(
		'Labels',
		'labels',
		'labels',
		'Only posts with these labels, separated by commas',
		'hot lead',
		joined(listed('Labels')),
	),
	text(
		'One Post',
		'postSlug',
		'linkedin_post_slug',
		'Only the LinkedIn post with this address',
		'https://www.linkedin.com/posts/jane-doe_hiring-activity-7123456789012345678-AbCd',
		slug,
	),
	text(
		'People',
		'people',
		'people_slug',
		'Only posts of these people: addresses of their LinkedIn profiles, one per line',
		'https://www.linkedin.com/in/jane-doe',
		joined(listedPeople('People', 'OutX')),
	),
	toggle('Reacted To', 'interactedOnly', 'interacted', 'posts your team liked or commented on'),
	toggle('Saved Only', 'savedOnly', 'is_saved', 'posts that are bookmarked in OutX'),
	text('Seniority', 'seniority', 'seniority_level', 'Only posts of authors at this level', 'VP'),
	text(
		'Text Contains',
		'searchTerm',
		'search_term',
		'Only LinkedIn posts with this text',
		'hiring',
	),
	day('To Day', 'toDate', 'end_date', 'earlier'),
	toggle('Trending Only', 'trendingOnly', 'trending', 'posts that are popular'),
];

const byName = z
	.preprocess(
		(value) => value ?? {},
		z.object(Object.fromEntries(FILTERS.map(({ field: { name }, input }) => [name, input]))),
	)
	.transform((filled, context): NonNullable<HttpRequest['query']> => {
		const { fromDate, toDate } = filled;
		if (fromDate !== undefined && toDate !== undefined && fromDate > toDate) {
			refuse(context, "'From Day' is later than 'To Day'");
		}
		return Object.fromEntries(FILTERS.map(({ field: { name }, query }) => [query, filled[name]]));
	});

/** The vendor's query for the filters that are filled in. */
export const postFilters = field(
	{
		...optionsField(FILTERS.map((filter) => filter.field)),
		displayName: 'Filters',
		name: 'filters',
		placeholder: 'Add filter',
	},
	byName,
);

/** Other values answer 400 (outx.openapi.yaml). */
export const sort = choicePart(
	'Sort',
	'sort',
	'In which order the posts come',
	[
		['popular_first', 'Most Popular First'],
		['engagement', 'Most Reactions First'],
		['relevance_first', 'Most Relevant First'],
		['recent', 'Newest First'],
	],
	'recent',
);
