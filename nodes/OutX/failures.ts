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
		text: /'(?:recipient_urn|profile_urn|profile_slug)'/i,
		reason: 'invalidInput',
		what: 'OutX could not use the recipient',
		next: "Check 'Recipient': a profile URL works best.",
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
