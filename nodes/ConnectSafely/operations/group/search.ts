import { neededText } from '../../../shared/fields/kinds';
import { byOffset } from '../../../shared/http/paging';
import { count, text, yesNo } from '../../../shared/operation/simple';
import { plainRead } from '../../api';
import { account } from '../../fields';

/** Goes by words alone; the only filter there is does nothing (connectsafely.ai/docs/api, Search Groups). */
export const searchGroups = plainRead({
	resource: 'group',
	operation: 'search',
	name: 'Search',
	action: 'Search LinkedIn groups',
	description: 'Find groups by words',
	fields: [
		neededText('Keywords', 'keywords', 'Words that the groups are looked for by', {
			placeholder: 'e.g. sales operations',
		}),
		account,
	],
	route: 'POST /search/groups',
	send: ({ keywords, account: accountId }) => ({ accountId, keywords }),
	list: ['groups'],
	key: 'groupId',
	pages: byOffset('start', { name: 'count', most: 25 }, 'hasMore'),
	simple: {
		...{ name: text('name'), members: count('memberCount'), isPrivate: yesNo('isPrivate') },
		...{ id: text('groupId'), url: text('groupUrl') },
	},
});
