import type { FailureRule } from '../shared/errors/rules';

/** LinkupAPI's two generations: V1 acts with a login token, V2 through a connected account. */
export type Generation = 'v1' | 'v2';

const LOOK_FIRST =
	'Look at the conversation or the invitation on LinkedIn before repeating this item.';

const CHECK_RECIPIENT =
	"Open the profile in a browser and copy its address into 'Recipient': it starts with https://www.linkedin.com/in/.";

const RECONNECT =
	'Reconnect the LinkedIn account at app.linkupapi.com/account-connection, then run the item again.';

const RENEW: Readonly<Record<Generation, string>> = {
	v1: 'Run the Log In operation, then paste the token it returns into the Login Token field of the credential.',
	v2: RECONNECT,
};

const wrongKey = {
	reason: 'authentication',
	what: 'LinkupAPI did not accept the API key',
	next: 'Copy the key again at app.linkupapi.com, paste it into the credential and test it.',
} as const;

const fault = {
	reason: 'vendorUnavailable',
	outcome: 'unknown',
	what: 'LinkupAPI had a fault of its own, so it may have been carried out',
	next: LOOK_FIRST,
} as const;

const noCredits = {
	reason: 'insufficientCredits',
	what: 'LinkupAPI has no credits left for this',
	next: 'Top up at app.linkupapi.com, then run the remaining items.',
} as const;

const throttled = {
	reason: 'throttled',
	what: 'LinkupAPI asks to slow down',
	next: 'Wait a while, then run the remaining items with longer pauses.',
} as const;

/** V2's codes that leave nothing to ask (linkupapi.md, "Errors"). */
const clearCodes: readonly FailureRule[] = [
	{ code: 'INVALID_API_KEY', ...wrongKey },
	{
		code: 'ACCOUNT_INACTIVE',
		reason: 'authentication',
		what: 'The LinkedIn account is not connected to LinkupAPI at the moment',
		next: RECONNECT,
	},
	{
		code: 'INVALID_ACCOUNT',
		reason: 'notFound',
		what: 'LinkupAPI knows no such LinkedIn account under this API key',
		next: "Choose 'LinkedIn Account' from the list, and check that the API key is the one the account belongs to.",
	},
	{
		code: 'INVALID_ACTION',
		reason: 'unexpectedAnswer',
		what: 'LinkupAPI does not offer this action any more',
		next: 'Update this node to its newest version.',
		stopsBatch: true,
	},
	{ code: 'INSUFFICIENT_CREDITS', ...noCredits },
	{ code: 'INTERNAL_ERROR', ...fault },
];

/** V2's codes that say little, for when their text says nothing more. */
const vagueCodes: readonly FailureRule[] = [
	{ code: 'RATE_LIMITED', ...throttled },
	{
		code: 'INVALID_PARAMS',
		reason: 'invalidInput',
		what: 'LinkupAPI could not use a field of this item',
		next: 'Check the fields of this item against what the vendor says below.',
	},
	{
		code: 'CHANNEL_ERROR',
		reason: 'forbidden',
		what: 'LinkedIn refused this for this person',
		next: 'The profile may be restricted, or the LinkedIn account may lack a Premium seat: leave this person out.',
		stopsBatch: false,
	},
];

/**
 * V1's texts, which V2 uses as well (seed linkupapi-send-message, "Notes"; linkupapi.md, "Errors"). The
 * seed tells some in prose only, so key words decide. What leaves open whether it was done comes first.
 */
function texts(generation: Generation): readonly FailureRule[] {
	return [
		{
			text: /\btimed?[ -]?out\b|network (?:error|failure|problem|issue|or permission)|connection (?:was )?(?:reset|lost|closed|aborted|refused|error|failed|timed)|proxy (?:error|failed|connection)|socket hang ?up|\be(?:connreset|connrefused|timedout)\b|internal (?:server )?error|unexpected server error|bad gateway|service unavailable/i,
			reason: 'vendorUnavailable',
			outcome: 'unknown',
			what: 'LinkupAPI lost its line to LinkedIn, so it may have been carried out',
			next: LOOK_FIRST,
		},
		{ text: /\bapi[ _-]?key\b/i, ...wrongKey },
		{
			text: /(?:invalid|expired|missing|revoked|wrong)\b.*(?:cookie|login[ _]token|li_at|session)|(?:cookie|login[ _]token|li_at|session)\b.*\b(?:invalid|expired|missing|revoked|required)|reconnect/i,
			reason: 'authentication',
			what: 'LinkedIn no longer accepts the login of this account',
			next: RENEW[generation],
		},
		{
			text: /verification (?:code )?(?:is )?(?:required|needed)|checkpoint|challenge|captcha/i,
			reason: 'authentication',
			what: 'LinkedIn wants to check who you are before it lets this account act',
			next: `Sign in to LinkedIn in a browser and confirm the check. ${RENEW[generation]}`,
		},
		{
			text: /(?:invalid|wrong|incorrect) (?:linkedin )?(?:credentials|e-?mail|password|login)/i,
			reason: 'authentication',
			what: 'LinkedIn did not accept the email or the password',
			next: 'Correct Email and Password in the credential before logging in again: LinkedIn locks accounts after several wrong attempts.',
		},
		{
			text: /country/i,
			reason: 'invalidInput',
			what: 'LinkupAPI does not know the country',
			next: 'Choose another Country in the credential.',
			stopsBatch: true,
		},
		{
			text: /(?:invalid|wrong|incorrect|expired) (?:verification |security )?code\b|\bcode (?:is |has )?(?:invalid|wrong|incorrect|expired)/i,
			reason: 'invalidInput',
			what: 'LinkedIn did not accept the code',
			next: "Check 'Code', and that Email and Country in the credential are those of the Log In. Run Log In again for a new code.",
		},
		{
			text: /(?:insufficient|not enough|no|out of) (?:more )?credits?\b/i,
			...noCredits,
		},
		{
			text: /too long|characters or fewer|\bmax(?:imum)? \d+ char/i,
			reason: 'invalidInput',
			what: 'The text is longer than LinkedIn takes from this account',
			next: 'Shorten it. A note takes 300 characters from a paid LinkedIn account and 200 from a free one.',
		},
		{ text: /rate.?limit|too many requests|slow down|throttl/i, ...throttled },
		{
			text: /(?:daily|weekly|monthly|invitation|linkedin|account)[\w ]*\blimit\b|limit (?:has been |is |was )?reached|too many invitations|\bquota\b/i,
			reason: 'limitReached',
			what: 'LinkedIn takes no more of these from this account for now',
			next: 'Wait a day or more, then run the remaining items.',
		},
		{
			text: /not (?:a |an )?(?:1st|first).degree|not connected (?:with|to) (?:this|the|that)|not (?:a|in your) (?:connection|network)|out(?:side)?(?: of)? your network/i,
			reason: 'notConnected',
			what: 'This person is not among your connections, and LinkedIn lets this account write to connections only',
			next: 'Send a connection request first, and write when it is accepted.',
		},
		{
			text: /media|base64|attachment/i,
			reason: 'invalidInput',
			what: 'LinkupAPI could not use the attachment',
			next: "Check 'Media URL' or 'Input Binary Field': a .png, .jpeg, .mp4 or .pdf file works.",
		},
		{
			text: /(?:profile|linkedin)[ _]url|invalid (?:profile|identifier)/i,
			reason: 'invalidInput',
			what: 'LinkupAPI could not use the recipient',
			next: CHECK_RECIPIENT,
		},
		{
			text: /missing required parameter|\bis required\b/i,
			reason: 'invalidInput',
			what: 'LinkupAPI misses a field',
			next: 'Fill in the field that the vendor names below.',
		},
		{
			text: /invitation already accepted, expired or invalid/i,
			reason: 'notFound',
			what: 'This invitation is no longer open',
			next: 'Read the state of the invitation with Connection › Get Status.',
		},
		{
			text: /not found|no such|does(?: not|n.t) exist|unknown (?:profile|member)/i,
			reason: 'notFound',
			what: 'LinkupAPI did not find this person on LinkedIn',
			next: CHECK_RECIPIENT,
		},
		{
			text: /inmail|premium/i,
			reason: 'forbidden',
			what: 'LinkedIn wants a Premium seat for this person',
			next: 'Send a connection request instead, or act from an account with Premium.',
			stopsBatch: false,
		},
		{
			text: /permission|restricted|not allowed|cannot be (?:reached|contacted)/i,
			reason: 'forbidden',
			what: 'This LinkedIn account is not allowed to reach this person',
			next: 'Leave this person out, or act from another LinkedIn account.',
			stopsBatch: false,
		},
	];
}

/** V1 answers 401 and 403 to a wrong key and to a dead cookie alike (V1Error401, V1Error403). */
const v1Statuses: readonly FailureRule[] = [
	{
		status: [401, 403],
		reason: 'authentication',
		what: 'LinkupAPI did not accept the API key or the login token',
		next: `Test the credential. If the key is right: ${RENEW.v1}`,
	},
];

export function linkupRules(generation: Generation): readonly FailureRule[] {
	return generation === 'v1'
		? [...texts('v1'), ...v1Statuses]
		: [...clearCodes, ...texts('v2'), ...vagueCodes];
}

/** What an invitation is answered with when there is nothing left to do. */
export const invitationRules: readonly FailureRule[] = [
	{
		text: /already (?:been )?connected|already (?:a )?(?:1st.degree )?connection/i,
		reason: 'invalidInput',
		what: 'You are connected already',
		next: 'Nothing to do.',
		skip: 'alreadyConnected',
	},
	{
		text: /already (?:been )?(?:invited|sent|pending)|invitation (?:is )?(?:already |still )?pending|pending invitation/i,
		reason: 'invalidInput',
		what: 'An invitation is under way already',
		next: 'Nothing to do.',
		skip: 'alreadyInvited',
	},
];
