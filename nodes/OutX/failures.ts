import { accountRules, personRules } from '../shared/failures/linkedin';
import type { Places } from '../shared/failures/linkedin';
import type { FailureRule } from '../shared/failures/rules';
import { OWN_REFUSAL } from '../shared/http/certain';
import type { Certainty } from '../shared/http/certain';

const PLACES: Places = {
	vendor: 'OutX',
	reconnect:
		'Sign in to LinkedIn in the browser that has the OutX extension, wait a minute and run the item again.',
};

/**
 * OutX's texts on HTTP answers (outx.ai/docs/api-reference/errors). Several are known by their beginning
 * only.
 */
export const outXRules: readonly FailureRule[] = [
	...accountRules(PLACES),
	...personRules,
	{
		status: [401],
		reason: 'authentication',
		what: 'OutX did not accept the API key',
		next: 'Open the OutX credential, paste the key from the OutX API page again and test it.',
	},
	{
		text: /plugin installation required|browser extension|\bextension\b.{0,30}\b(?:not connected|offline|disconnected|inactive|not (?:active|running|installed))\b/i,
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
 * What is certain of OutX: a refusal of the request itself, with a status of its own and as `{ error }`
 * (outx.ai/docs/api-reference/errors). No page shows a refusal in a 200.
 */
export const outXCertain: readonly Certainty[] = [OWN_REFUSAL];

/**
 * What is certain of a task that failed. The pages document one cause: "Attempting to message a
 * non-connection will result in a task failure" (linkedin-agent/send-message, FAQ). What else a failed task
 * may say is published nowhere, and its browser may have clicked by then: it leaves everything open.
 */
export const DOCUMENTED_TASK_FAILURE =
	/\bnot (?:a |an )?(?:1st|first)[- ]degree\b|\bnon-connection\b|\bnot (?:a |one of your )connections?\b/i;

const extensionRule: FailureRule = {
	text: /\b(?:extension|plugin)\b.{0,30}\b(?:not (?:connected|active|running|installed|available|responding)|offline|disconnected|inactive|closed)\b/i,
	reason: 'extensionOffline',
	what: 'The browser with the OutX extension is not connected',
	next: 'Open Chrome with the OutX extension on the computer that is signed in to LinkedIn, and wait a minute.',
};

const limitRule: FailureRule = {
	// Not a time limit, nor one on characters: those are no reason to wait a day.
	text: /\b(?:invitations?|messages?|invites?|requests?|weekly|daily|monthly|hourly|linkedin|account|search|usage|rate|connection)\b[\w ]{0,30}(?<!\b(?:time|character|length|size)[ -]?)\blimit\b|(?<!\b(?:time|character|length|size) )\blimit (?:has been |was |is )?(?:reached|hit)\b|\breached (?:the|your|a|an) [\w ]{0,30}(?<!\b(?:time|character|length|size)[ -]?)\blimit\b|\btoo many (?:\w+ )?(?:requests|invitations|invites|messages|connections)\b/i,
	reason: 'limitReached',
	what: 'LinkedIn takes no more of these from your account for now',
	next: 'Wait a day or more, then run the remaining items.',
	stopsBatch: true,
};

const missing = (thing: string): RegExp =>
	new RegExp(
		[
			`\\b(?:${thing})\\b[^.;]{0,40}\\b(?:not (?:be )?found|do(?:es)? not exist|doesn't exist|no longer (?:exists|available)|deleted)\\b`,
			`\\b(?:could not|couldn't|cannot|can't|unable to) find (?:the |this |a |any )?(?:${thing})\\b(?! button| box| page element)`,
			`\\b(?:no such|unknown) (?:${thing})\\b`,
			'^(?:404[: ]*)?not found\\.?$',
		].join('|'),
		'i',
	);

const personMissing: FailureRule = {
	text: missing('profile|member|person|recipient|user'),
	reason: 'notFound',
	what: 'OutX did not find this person on LinkedIn',
	next: "Open the profile in a browser and copy its address into 'Recipient'.",
};

/** What a failed message says, as far as key words tell; what none of them fits is a plain `taskFailed`. */
export const failedTaskRules: readonly FailureRule[] = [
	extensionRule,
	...personRules,
	{
		text: new RegExp(
			`${DOCUMENTED_TASK_FAILURE.source}|\\bnot connected (?:to|with)\\b(?! (?:linkedin|the (?:internet|server|extension)))`,
			'i',
		),
		reason: 'notConnected',
		what: 'This person is not among your connections, and LinkedIn lets you write to connections only',
		next: 'Send a connection request first, and write when it is accepted.',
	},
	...accountRules(PLACES),
	limitRule,
	personMissing,
];

/** The same of an invitation, which may not be needed. */
export const failedInvitationRules: readonly FailureRule[] = [
	extensionRule,
	...personRules,
	{
		text: /\balready (?:an? )?(?:(?:1st|first)[- ]degree )?connect(?:ed|ion)\b(?! request)|\bis (?:already )?a connection\b/i,
		reason: 'invalidInput',
		what: 'You are connected already',
		next: 'Nothing to do.',
		skip: 'alreadyConnected',
	},
	{
		text: /\balready (?:been )?(?:invited|pending)\b|\b(?:invitation|connection request|request)\b.{0,20}\balready (?:been )?(?:sent|pending)\b|\b(?:invitation|request) (?:is )?pending\b|\bpending (?:invitation|connection request)\b/i,
		reason: 'invalidInput',
		what: 'An invitation is under way already',
		next: 'Nothing to do.',
		skip: 'alreadyInvited',
	},
	...failedTaskRules,
];

/** The lines that can be true of a task that only looks something up. */
export const failedLookUpRules: readonly FailureRule[] = [
	extensionRule,
	...personRules.filter(({ reason }) => reason === 'forbidden'),
	...accountRules(PLACES),
	limitRule,
	personMissing,
];

/** The same of a task on a company page. */
export const failedCompanyRules: readonly FailureRule[] = [
	extensionRule,
	...accountRules(PLACES),
	limitRule,
	{
		...personMissing,
		text: missing('company|page|organi[sz]ation'),
		what: 'OutX did not find this company on LinkedIn',
		next: "Open the company page in a browser and copy its address into 'Company'.",
	},
];

/** The same of a like or a comment. */
export const failedPostRules: readonly FailureRule[] = [
	extensionRule,
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
	...accountRules(PLACES),
	limitRule,
	{
		...personMissing,
		text: missing('post|update|activity|content|article'),
		what: 'OutX did not find this post on LinkedIn',
		next: "Open the post in a browser and copy its link, from the three dots beside it, into 'Post'.",
	},
];
