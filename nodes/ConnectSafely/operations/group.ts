import { plainRead } from '../api';
import { found } from '../asked';
import { account } from '../fields';
import { group } from '../numbered';
import { groupRules } from './group/rules';

/**
 * What the members of a group have in common; name and size stand in the search alone (connectsafely.ai/docs/api,
 * Get Group Details).
 */
export const getGroup = plainRead({
	resource: 'group',
	operation: 'get',
	name: 'Get Insights',
	action: 'Get what members of a LinkedIn group have in common',
	description: 'See where the members of a group live, work and the like, as far as LinkedIn tells',
	fields: [group, account],
	route: 'POST /search/groups/details',
	rules: groupRules,
	send: ({ group: { target }, account: accountId }) => ({ accountId, groupId: target.id }),
	one: ['group'],
	each: (record) => found(record, 'group', 'Group'),
	output: { memberInsights: [{ insight: 'string', count: 'integer' }], totalInsights: 'integer' },
});
