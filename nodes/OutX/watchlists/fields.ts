import type { INodeProperties } from 'n8n-workflow';

import { requiredId } from '../../shared/fields/inputs';
import { choicePart } from '../../shared/fields/kinds';
import { field } from '../../shared/fields/part';
import { refuse } from '../../shared/fields/refuse';

/** One object for all operations: parameters that are the same object keep their value on switching. */
export const watchlistType = choicePart(
	'Watchlist Type',
	'watchlistType',
	'What the watchlist looks at',
	[
		['company', 'Companies', 'What certain companies post on LinkedIn'],
		['keyword', 'Keywords', 'LinkedIn posts with certain words'],
		['people', 'People', 'What certain people post on LinkedIn'],
		['reddit', 'Reddit', 'Reddit posts with certain words'],
	],
	'keyword',
	{ noDataExpression: true },
);

const watchlistProperty: INodeProperties & { readonly name: 'watchlist' } = {
	displayName: 'Watchlist',
	name: 'watchlist',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The watchlist, as it is called in OutX',
	typeOptions: { loadOptionsDependsOn: ['watchlistType'] },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a watchlist…',
			typeOptions: { searchListMethod: 'searchWatchlists', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 550e8400-e29b-41d4-a716-446655440000',
			hint: "The field 'id' of Watchlist › Get Many",
		},
	],
};

/** A watchlist's ID. What cannot be one is refused before it is asked for. */
export const watchlist = field(
	watchlistProperty,
	requiredId('Watchlist').superRefine((id, context) => {
		if (/^[\w-]{1,100}$/.test(id)) return;
		refuse(context, "'Watchlist' holds no ID of an OutX watchlist: pick it from the list");
	}),
);

/** Types whose posts are found by words. */
export const BY_WORDS = ['keyword', 'reddit'] as const;

export const goesByWords = (type: string): boolean => BY_WORDS.some((known) => known === type);
