import { choicePart, neededText, switchPart, wordsPart } from '../../../shared/fields/kinds';
import { collectionPart, optionsPart } from '../../../shared/fields/part';

export const feedOrder = choicePart(
	'Sort By',
	'sortOrder',
	'In which order LinkedIn shows the posts',
	[
		['relevance', 'What LinkedIn Finds Relevant'],
		['recent', 'Newest First'],
	],
	'relevance',
);

export const postWords = neededText(
	'Keywords',
	'keywords',
	'Words that the posts have to hold, taken as one phrase unless that is switched off in the options',
	{ placeholder: 'e.g. cold outreach' },
);

export const postFilters = collectionPart(
	{ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' },
	wordsPart(
		'Author Job Titles',
		'authorJobTitles',
		'Job titles of those who wrote the posts, separated by commas',
		{ placeholder: 'e.g. Head of Sales, CRO' },
	),
	choicePart(
		'Posted',
		'datePosted',
		'How old the posts may be',
		[
			['any-time', 'Any Time'],
			['past-24h', 'In the Last 24 Hours'],
			['past-week', 'In the Last Week'],
			['past-month', 'In the Last Month'],
		],
		'any-time',
	),
);

export const postSearchOptions = optionsPart(
	switchPart(
		'Exact Phrase',
		'exactSearch',
		'Whether the keywords have to stand in the post exactly as written',
		true,
	),
	choicePart(
		'Sort By',
		'sortBy',
		'In which order the posts come',
		[
			['relevance', 'What LinkedIn Finds Relevant'],
			['date_posted', 'Newest First'],
		],
		'relevance',
	),
);
