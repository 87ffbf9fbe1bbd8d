import type { FailureRule } from '../shared/errors/rules';

/** OutX's texts on HTTP answers (outx.md, "How failures appear"). Several are known by their beginning only. */
export const outXRules: readonly FailureRule[] = [
	{
		status: [401],
		reason: 'authentication',
		what: 'OutX did not accept the API key',
		next: 'Open the OutX credential, paste the key from the OutX API page again and test it.',
	},
	{
		text: /plugin installation required|browser extension/i,
		reason: 'extensionOffline',
		what: 'No browser with the OutX extension has been active in the last 48 hours',
		next: 'Open Chrome with the OutX extension on the computer that is signed in to LinkedIn, wait a minute and run the item again.',
	},
	{
		text: /access denied/i,
		reason: 'forbidden',
		what: 'This belongs to another OutX team',
		next: 'Check the ID, or use the API key of the team it belongs to.',
	},
	{
		text: /no admin user found/i,
		reason: 'forbidden',
		what: 'Your OutX team has no admin, so there is no LinkedIn account to act from',
		next: 'Make a team member an admin in OutX, then run the item again.',
	},
	{
		text: /agent task not found/i,
		reason: 'notFound',
		what: 'OutX knows no task with this ID',
		next: "Check 'Task ID', and that the API key belongs to the team that started the task.",
	},
	{
		text: /watchlist not found/i,
		reason: 'notFound',
		what: 'OutX knows no watchlist with this ID',
		next: 'Check the watchlist, and that the API key belongs to the team that made it.',
	},
	{
		text: /invalid watchlist id/i,
		reason: 'invalidInput',
		what: 'OutX knows no watchlist with this ID',
		next: 'Check the watchlist, and that the API key belongs to the team that made it.',
	},
	{
		text: /does not support (?:like|comment) functionality/i,
		reason: 'invalidInput',
		what: 'This post cannot be liked or commented on, as OutX does not know its place on LinkedIn',
		next: 'Leave it out: posts from Reddit and some others are for reading only.',
	},
	{
		text: /no valid (?:profile|company) identifiers|(?:profiles|companies) array is required/i,
		reason: 'invalidInput',
		what: 'OutX knows none of these people or companies',
		next: 'Open their pages on LinkedIn and copy the addresses into the field.',
	},
	{
		text: /keywords array is required|no valid keywords|parameter: keywords/i,
		reason: 'invalidInput',
		what: 'OutX could not use the keywords',
		next: "Check 'Keywords': plain words, one per line, work best.",
	},
	{
		text: /prompt is required/i,
		reason: 'invalidInput',
		what: 'OutX could not use the description of the posts',
		next: "Check 'Posts Wanted': a sentence or two work best.",
	},
	{
		text: /invalid fetchFreqInHours/i,
		reason: 'invalidInput',
		what: 'OutX does not look this often',
		next: "Choose another entry of 'How Often to Look'.",
	},
	{
		text: /user_email/i,
		reason: 'invalidInput',
		what: 'OutX could not use the team member',
		next: "Pick 'Team Member' from the list.",
	},
	{
		text: /company_title/i,
		reason: 'invalidInput',
		what: 'OutX could not use the company page',
		next: "Check 'Company Name': it must be written exactly as on LinkedIn.",
	},
	{
		text: /post_id/i,
		reason: 'invalidInput',
		what: 'OutX could not use the post',
		next: "Check 'Post ID': the field 'id' of Collected Post › Get Many.",
	},
	{
		text: /linkedin invitation limit/i,
		reason: 'limitReached',
		what: 'LinkedIn takes no more invitations from this account for now',
		next: 'Wait a day or more before inviting more people.',
	},
	{
		text: /your plan includes up to/i,
		reason: 'limitReached',
		what: 'Your OutX plan has no watchlist left',
		next: 'Delete a watchlist or move to a larger OutX plan.',
	},
	{
		text: /rate limit exceeded/i,
		reason: 'throttled',
		what: 'OutX asks to slow down',
		next: 'Wait a while, then run the remaining items with longer pauses.',
	},
	{
		text: /message text is too long/i,
		reason: 'invalidInput',
		what: 'The message is longer than the 10,000 characters OutX takes',
		next: "Shorten 'Message'.",
	},
	{
		text: /'(?:recipient_urn|profile_urns?|profile_slug)'/i,
		reason: 'invalidInput',
		what: 'OutX could not use the recipient',
		next: "Check 'Recipient': a profile URL works best.",
	},
	{
		text: /'company_slug'/i,
		reason: 'invalidInput',
		what: 'OutX could not use the company',
		next: "Check 'Company': the address of its page on LinkedIn works best.",
	},
	{
		text: /'social_urn'/i,
		reason: 'invalidInput',
		what: 'OutX could not use the post',
		next: "Check 'Post': the link from the three dots beside the post works best.",
	},
	{
		text: /'comment_text'/i,
		reason: 'invalidInput',
		what: 'OutX could not use the comment',
		next: "Check that 'Comment' is not empty.",
	},
	{
		text: /'message'/i,
		reason: 'invalidInput',
		what: 'OutX could not use the message',
		next: "Check that 'Message' is not empty.",
	},
	{
		text: /'note'/i,
		reason: 'invalidInput',
		what: 'OutX could not use the note',
		next: "Check that 'Note' has 300 characters at most.",
	},
	{
		text: /'api_agent_task_id'/i,
		reason: 'invalidInput',
		what: 'OutX could not use the task ID',
		next: "Check 'Task ID'.",
	},
];

/**
 * What a failed task says. The payload is documented nowhere (outx.md, "Not established"), so key words
 * decide; what none of them fits is a plain `taskFailed`.
 */
export const failedTaskRules: readonly FailureRule[] = [
	{
		text: /already (?:a )?(?:1st.degree )?connect|is a connection/i,
		reason: 'invalidInput',
		what: 'You are connected already',
		next: 'Nothing to do.',
		skip: 'alreadyConnected',
	},
	{
		text: /already (?:been )?(?:invited|sent|pending)|invitation (?:is )?(?:already )?pending|pending invitation/i,
		reason: 'invalidInput',
		what: 'An invitation is under way already',
		next: 'Nothing to do.',
		skip: 'alreadyInvited',
	},
	{
		text: /not (?:a |an )?(?:1st|first).degree|not connected|not (?:a )?connection/i,
		reason: 'notConnected',
		what: 'This person is not among your connections, and LinkedIn lets you write to connections only',
		next: 'Send a connection request first, and write when it is accepted.',
	},
	{
		// Not a time limit, nor one on characters: those are no reason to wait a day.
		text: /(?<!\b(?:time|character|length|size)[ -]?)limit|too many/i,
		reason: 'limitReached',
		what: 'LinkedIn takes no more of these from your account for now',
		next: 'Wait a day or more, then run the remaining items.',
		stopsBatch: true,
	},
	{
		text: /not found|no such|does not exist|could not find|unknown (?:profile|member|recipient)/i,
		reason: 'notFound',
		what: 'OutX did not find this person on LinkedIn',
		next: "Open the profile in a browser and copy its address into 'Recipient'.",
	},
];

/** The lines that can be true of a task that only looks something up. */
export const failedLookUpRules = failedTaskRules.filter(
	({ reason }) => reason === 'limitReached' || reason === 'notFound',
);

const limitRules = failedTaskRules.filter(({ reason }) => reason === 'limitReached');
const notFoundRules = failedTaskRules.filter(({ reason }) => reason === 'notFound');

/** The same of a task on a company page. */
export const failedCompanyRules: readonly FailureRule[] = [
	...limitRules,
	...notFoundRules.map((rule) => ({
		...rule,
		text: /not found|no such|does not exist|could not find|unknown company/i,
		what: 'OutX did not find this company on LinkedIn',
		next: "Open the company page in a browser and copy its address into 'Company'.",
	})),
];

/** The same of a like or a comment. */
export const failedPostRules: readonly FailureRule[] = [
	{
		text: /already (?:been )?(?:liked|reacted)/i,
		reason: 'invalidInput',
		what: 'You have liked this post already',
		next: 'Nothing to do.',
		skip: 'alreadyContacted',
	},
	{
		text: /comment(?:s|ing)? (?:is |are |has been |have been )?(?:disabled|turned off|restricted|closed)|(?:not allowed|cannot|can't|unable) to (?:comment|react|like)/i,
		reason: 'forbidden',
		what: 'The author of this post does not let your account react to it',
		next: 'Leave this post out.',
		stopsBatch: false,
	},
	...limitRules,
	...notFoundRules.map((rule) => ({
		...rule,
		text: /not found|no such|does not exist|no longer (?:exists|available)|could not find|unknown post|deleted/i,
		what: 'OutX did not find this post on LinkedIn',
		next: "Open the post in a browser and copy its link, from the three dots beside it, into 'Post'.",
	})),
];
