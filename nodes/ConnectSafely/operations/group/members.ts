import { choicesPart, textPart } from '../../../shared/fields/kinds';
import type { InputOf } from '../../../shared/fields/part';
import { collectionPart } from '../../../shared/fields/part';
import { byOffset } from '../../../shared/http/paging';
import type { Params } from '../../../shared/http/route';
import { text } from '../../../shared/operation/simple';
import { plainRead } from '../../api';
import { account } from '../../fields';
import { group } from '../../numbered';
import { fullName, memberOfGroup, profileAddress } from '../../records';
import { inTwoWays } from '../../twoWays';
import { groupRules } from './rules';

const filters = collectionPart(
	{ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' },
	textPart('Name', 'memberName', 'What the name of the member begins with', {
		placeholder: 'e.g. Jane',
	}),
	choicesPart('Roles', 'roles', 'Whom to list; everybody unless something is chosen', [
		['MANAGER', 'Managers'],
		['MEMBER', 'Members'],
		['OWNER', 'Owners'],
	]),
);

const fields = [group, account, filters] as const;

type Input = InputOf<typeof fields>;

const about = {
	resource: 'group',
	operation: 'getMembers',
	name: 'Get Members',
	action: 'Get members of a LinkedIn group',
	description:
		'List the members of a group that the LinkedIn account is in. ConnectSafely.ai hands out 1,000 members a day for each account.',
	fields,
	rules: groupRules,
	list: ['members'],
	pages: byOffset('start', { name: 'count', most: 100 }, 'hasMore'),
	simple: {
		...{ name: fullName, headline: text('headline'), role: text('membershipStatus') },
		...{ publicIdentifier: text('publicIdentifier'), profileUrl: profileAddress },
		urn: memberOfGroup,
	},
} as const;

const narrowed = ({ account: accountId, filters: { memberName, roles } }: Input): Params => ({
	accountId,
	membershipStatuses: roles.length > 0 ? roles : undefined,
	typeaheadQuery: memberName,
});

/** connectsafely.ai/docs/api, Get Group Members */
const byNumber = plainRead({
	...about,
	route: 'POST /groups/members',
	send: (input) => ({ ...narrowed(input), groupId: input.group.target.id }),
});

/** connectsafely.ai/docs/api, Get Group Members by URL */
const byAddress = plainRead({
	...about,
	route: 'POST /groups/members-by-url',
	send: (input) => ({
		...narrowed(input),
		groupUrl: `https://www.linkedin.com/groups/${input.group.target.id}`,
	}),
});

const isAddress = (input: unknown): boolean => /\//.test((input as Input).group.input);

export const getGroupMembers = inTwoWays(byNumber, byAddress, isAddress);
