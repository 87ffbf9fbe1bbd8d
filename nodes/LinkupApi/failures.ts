import { LOOK_FIRST } from '../shared/failures/failure';
import { accountRules, personRules } from '../shared/failures/linkedin';
import type { FailureRule } from '../shared/failures/rules';
import { OWN_REFUSAL, REFUSAL_IN_200 } from '../shared/http/certain';
import type { Certainty } from '../shared/http/certain';

/** LinkupAPI's two generations: V1 acts with a login token, V2 through a connected account. */
export type Generation = 'v1' | 'v2';

/**
 * What is certain of LinkupAPI: V1 reports most refusals as `status: error` with status 200, V2 as
 * `success: false` with a real one (docs.linkupapi.com, "Errors"). Only with a text or a code that is known:
 * V1 says `error` of what went wrong on its way to LinkedIn, too. A 5xx never is, CHANNEL_ERROR
 * included.
 */
export const linkupCertain: readonly Certainty[] = [OWN_REFUSAL, REFUSAL_IN_200];

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

/** V2's codes that leave nothing to ask (docs.linkupapi.com, "Errors"). */
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
 * Fits what the vendor itself says, in any case. A page or a body in another form than the
 * vendor's comes as a whole, and may hold any word without meaning it: `@media` in a gateway's
 * page is no attachment.
 */
function says(...wordings: readonly RegExp[]): RegExp {
	const any = wordings.map(({ source }) => source).join('|');
	return new RegExp(`^(?!\\s*[<{[]).*?(?:${any})`, 'is');
}

/** What leaves open whether LinkedIn carried it out, and whether it still will. It comes first. */
const lostLine: readonly FailureRule[] = [
	{
		text: says(
			/\btimed?[ -]?out\b/,
			/network (?:error|failure|problem|issue|or permission)/,
			/connection (?:was )?(?:reset|lost|closed|aborted|refused|error|failed|timed)/,
			/proxy (?:error|failed|connection)/,
			/socket hang ?up|\be(?:connreset|connrefused|timedout)\b/,
		),
		reason: 'vendorUnavailable',
		outcome: 'unknown',
		what: 'LinkupAPI lost its line to LinkedIn, so it may have been carried out',
		next: LOOK_FIRST,
	},
	{ text: says(/bad gateway|service unavailable/), ...fault },
	{ text: says(/internal (?:server )?error|unexpected server error/), ...fault },
];

/**
 * V1's texts, which V2 uses as well (docs.linkupapi.com, send-message, "Notes", and "Errors"). The page tells some in prose only, so key words decide.
 */
function texts(generation: Generation): readonly FailureRule[] {
	return [
		...accountRules({ vendor: 'LinkupAPI', reconnect: RENEW[generation] }),
		...personRules,
		{ text: says(/\bapi[ _-]?key\b/), ...wrongKey },
		{
			text: says(
				/(?:invalid|expired|missing|revoked|wrong)\b.{0,60}(?:cookie|login[ _]token|li_at|session)/,
				/(?:cookie|login[ _]token|li_at|session)\b.{0,60}\b(?:invalid|expired|missing|revoked|required)/,
				/\breconnect\b|\blog ?in (?:again|is required|required)/,
			),
			reason: 'authentication',
			what: 'LinkedIn no longer accepts the login of this account',
			next: RENEW[generation],
		},
		{
			text: says(
				/verification (?:code )?(?:is )?(?:required|needed)/,
				/checkpoint|challenge|captcha/,
			),
			reason: 'authentication',
			what: 'LinkedIn wants to check who you are before it lets this account act',
			next: `Sign in to LinkedIn in a browser and confirm the check. ${RENEW[generation]}`,
		},
		{
			text: says(
				/(?:invalid|wrong|incorrect) (?:linkedin )?(?:credentials|e-?mail|password|login)/,
			),
			reason: 'authentication',
			what: 'LinkedIn did not accept the email or the password',
			next: 'Correct Email and Password in the credential before logging in again: LinkedIn locks accounts after several wrong attempts.',
		},
		{
			text: says(/(?:invalid|unknown|unsupported).{0,20}\bcountry/),
			reason: 'invalidInput',
			what: 'LinkupAPI does not know the country',
			next: 'Choose another Country in the credential.',
			stopsBatch: true,
		},
		{
			text: says(
				/(?:invalid|wrong|incorrect|expired) (?:verification |security )?code\b/,
				/\bcode (?:is |has )?(?:invalid|wrong|incorrect|expired)/,
			),
			reason: 'invalidInput',
			what: 'LinkedIn did not accept the code',
			next: "Check 'Code', and that Email and Country in the credential are those of the Log In. Run Log In again for a new code.",
		},
		{ text: says(/(?:insufficient|not enough|no|out of) (?:more )?credits?\b/), ...noCredits },
		{
			text: says(/too long|characters or fewer|\bmax(?:imum)? \d+ char/),
			reason: 'invalidInput',
			what: 'The text is longer than LinkedIn takes from this account',
			next: 'Shorten it.',
		},
		{ text: says(/rate.?limit|too many requests|slow down|throttl/), ...throttled },
		{
			text: says(
				/(?:daily|weekly|monthly|invitation|linkedin|account)[\w ]{0,40}\blimit\b/,
				/limit (?:has been |is |was )?reached|too many invitations|\bquota\b/,
			),
			reason: 'limitReached',
			what: 'LinkedIn takes no more of these from this account for now',
			next: 'Wait a day or more, then run the remaining items.',
		},
		{
			text: says(
				/not (?:a |an )?(?:1st|first).degree/,
				/not connected (?:with|to) (?:this|the|that)|not (?:a|in your) (?:connection|network)/,
				/out(?:side)?(?: of)? your network/,
			),
			reason: 'notConnected',
			what: 'This person is not among your connections, and LinkedIn lets this account write to connections only',
			next: 'Send a connection request first, and write when it is accepted.',
		},
		{
			text: says(
				/(?:invalid|unsupported|malformed|wrong|too large).{0,20}(?:media|base64|attachment)/,
			),
			reason: 'invalidInput',
			what: 'LinkupAPI could not use the attachment',
			next: "Check 'Media URL' or 'Input Binary Field': a .png, .jpeg, .mp4 or .pdf file works.",
		},
		{
			text: says(
				/(?:invalid|malformed|wrong|missing).{0,30}(?:profile|linkedin)[ _]url/,
				/invalid (?:profile|identifier)/,
			),
			reason: 'invalidInput',
			what: 'LinkupAPI could not use the recipient',
			next: CHECK_RECIPIENT,
		},
		{
			text: says(/\binmail\b|\bpremium\b/),
			reason: 'forbidden',
			what: 'LinkedIn wants a Premium seat for this person',
			next: 'Send a connection request instead, or act from an account with Premium.',
			stopsBatch: false,
		},
		{
			text: says(/missing required parameter/, /^\w+ is required/),
			reason: 'invalidInput',
			what: 'LinkupAPI misses a field',
			next: 'Fill in the field that the vendor names below.',
		},
		{
			text: says(/invitation already accepted, expired or invalid/),
			reason: 'notFound',
			what: 'This invitation is no longer open',
			next: 'Read the state of the invitation with Connection › Get Status.',
		},
		{
			text: says(
				/(?:profile|member|person|user|recipient|resource)\b.{0,30}(?:not found|not exist|n.t exist)/,
				/(?:unknown|no such) (?:profile|member|person|user|recipient)/,
			),
			reason: 'notFound',
			what: 'LinkupAPI did not find this person on LinkedIn',
			next: CHECK_RECIPIENT,
		},
		{
			text: says(/permission|\brestricted\b|not allowed|cannot be (?:reached|contacted)/),
			reason: 'forbidden',
			what: 'This LinkedIn account is not allowed to reach this person',
			next: 'Leave this person out, or act from another LinkedIn account.',
			stopsBatch: false,
		},
	];
}

/**
 * V1 answers 500 to what went wrong on its own side, whatever the text (docs.linkupapi.com, "Credits").
 */
const v1Faults: readonly FailureRule[] = [
	{ status: [500], ...fault },
	{ status: [501, 502, 503, 504], ...fault },
];

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
		? [...lostLine, ...v1Faults, ...texts('v1'), ...v1Statuses]
		: [...lostLine, ...clearCodes, ...texts('v2'), ...vagueCodes];
}

/** What an invitation is answered with when there is nothing left to do. */
export const invitationRules: readonly FailureRule[] = [
	...personRules,
	{
		text: says(/already (?:been )?connected|already (?:a )?(?:1st.degree )?connection/),
		reason: 'invalidInput',
		what: 'You are connected already',
		next: 'Nothing to do.',
		skip: 'alreadyConnected',
	},
	{
		text: says(
			/already (?:been )?(?:invited|sent|pending)/,
			/invitation (?:is )?(?:already |still )?pending|pending invitation/,
		),
		reason: 'invalidInput',
		what: 'An invitation is under way already',
		next: 'Nothing to do.',
		skip: 'alreadyInvited',
	},
];
