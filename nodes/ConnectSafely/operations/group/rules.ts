import type { FailureRule } from '../../../shared/failures/rules';
import { missing } from '../../asked';

/** What is said of a group, ahead of the rules about messages to its members. */
export const groupRules: readonly FailureRule[] = [
	missing('group', 'Group'),
	{
		status: [200, 400, 403, 422],
		text: /\bnot (?:a )?(?:member of|in)\b|\bjoin\b|members? only/i,
		reason: 'forbidden',
		what: 'The LinkedIn account is not a member of this group, and LinkedIn shows members to members only',
		next: "Join the group on LinkedIn, or pick an account that is in it in 'LinkedIn Account'.",
		stopsBatch: false,
	},
	{
		status: [400, 422],
		text: /group/i,
		reason: 'invalidInput',
		what: 'ConnectSafely.ai could not use the group',
		next: "Check 'Group': the address of its page works best.",
	},
];
