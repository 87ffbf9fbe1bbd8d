import { LOOK_FIRST } from '../shared/failures/failure';
import { accountRules, personRules } from '../shared/failures/linkedin';
import type { FailureRule } from '../shared/failures/rules';
import { OWN_REFUSAL, REFUSAL_IN_200 } from '../shared/http/certain';
import type { Certainty } from '../shared/http/certain';

/**
 * What is certain of ConnectSafely.ai: a refusal with a status of its own, as `{ error, success: false }`,
 * `{ success: false, code, message }` or a Zod report (connectsafely.ai/docs/api); and the same with status
 * 200 in words this table knows. A 5xx never is: "A timeout or 500 on a send may have delivered".
 */
export const connectSafelyCertain: readonly Certainty[] = [OWN_REFUSAL, REFUSAL_IN_200];

/** Statuses under which a refusal of a field comes; with 5xx the same words prove nothing. */
const REFUSED = [200, 400, 409, 422];

/** Ahead of the others: the text repeats the public identifier, which may hold any of their words. */
export const nobodyRule = {
	status: [...REFUSED, 404],
	text: /(?:profile|recipient|member|person|user) (?:was |could )?not (?:be )?found/i,
	reason: 'notFound',
	what: 'ConnectSafely.ai did not find this person on LinkedIn',
	next: "Open the profile in a browser and copy its address into 'Recipient'.",
} as const satisfies FailureRule;

const badKey = {
	reason: 'authentication',
	what: 'ConnectSafely.ai did not accept the API key',
	next: 'Copy the key again at connectsafely.ai/api-key, paste it into the credential and test it.',
} as const;

/** The key, the plan and the LinkedIn account that is to act. */
const accessRules: readonly FailureRule[] = [
	...accountRules({
		vendor: 'ConnectSafely.ai',
		reconnect: 'Connect the account again at connectsafely.ai, then run the item again.',
	}),
	{
		text: /\bsession\b.{0,30}\b(?:expired|ended|invalid)\b|\breconnect\b/i,
		reason: 'forbidden',
		what: 'The LinkedIn account is disconnected at ConnectSafely.ai',
		next: 'Connect the account again at connectsafely.ai, then run the item again.',
	},
	{ ...badKey, status: [401] },
	{ ...badKey, text: /^unauthori[sz]ed|(?:invalid|missing) (?:or \w+ )?api key/i },
	{
		text: /\btrial\b.*(?:expired|over|ended)|\bsubscri(?:be|ption)/i,
		reason: 'forbidden',
		what: 'Your ConnectSafely.ai trial is over, or it has no subscription',
		next: 'Choose a plan at connectsafely.ai, then run the item again.',
	},
	{
		text: /\bseat\b/i,
		reason: 'forbidden',
		what: 'This LinkedIn account has no API seat at ConnectSafely.ai',
		next: "Give it a seat at connectsafely.ai, or pick another one in 'LinkedIn Account'.",
	},
	{
		text: /access to (?:this|the) (?:linkedin )?account/i,
		reason: 'forbidden',
		what: 'This API key may not use this LinkedIn account',
		next: "Pick an account from the list in 'LinkedIn Account'.",
	},
	{
		text: /\baccount (?:was )?not found|unknown account/i,
		reason: 'notFound',
		what: 'ConnectSafely.ai knows no LinkedIn account with this ID',
		next: "Pick an account from the list in 'LinkedIn Account'.",
	},
	{
		text: /no (?:active |available )?linkedin account/i,
		reason: 'forbidden',
		what: 'There is no LinkedIn account in your ConnectSafely.ai workspace that could act',
		next: 'Connect one at connectsafely.ai, then run the item again.',
	},
	{
		text: /\baccount (?:is |has been |was )?(?:currently )?(?:unavailable|disabled|paused|restricted|suspended|disconnected|warming|not (?:available|enabled|connected|ready))/i,
		reason: 'forbidden',
		what: 'The LinkedIn account cannot act at the moment',
		next: 'Look at its state at connectsafely.ai and sign it in to LinkedIn again if it asks for that.',
	},
];

/** What LinkedIn does not allow between these two people. */
const obstacleRules: readonly FailureRule[] = [
	{
		text: /(?:requires?|needs?) (?:a |an |linkedin )*premium|premium (?:account )?(?:is )?required/i,
		reason: 'insufficientCredits',
		what: 'InMail needs LinkedIn Premium, which this LinkedIn account does not have',
		next: "Set 'Message Type' to Normal Message for connections, or pick a Premium account.",
	},
	{
		text: /\bcredits?\b/i,
		reason: 'insufficientCredits',
		what: 'This LinkedIn account has no InMail credits left',
		next: 'Wait for the next credits, or send a connection request instead.',
	},
	{
		text: /not (?:a )?(?:member of|in) (?:this|the|that) group/i,
		reason: 'notConnected',
		what: 'This person is not in the group',
		next: "Check 'Group ID', or send a connection request first.",
	},
	{
		text: /not (?:a |an )?(?:1st|first).degree|not (?:yet )?connected|not (?:a |your )?connection\b/i,
		reason: 'notConnected',
		what: 'This person is not among your connections, and LinkedIn lets you write to connections only',
		next: 'Send a connection request first, or use InMail.',
	},
];

const quota = (text: RegExp, what: string, next: string): FailureRule => ({
	text,
	reason: 'limitReached',
	what,
	next,
});

/** Quotas count per LinkedIn account (connectsafely.ai/docs, "Rate limits"). */
const limitRules: readonly FailureRule[] = [
	quota(
		/limit exceeded for connect\b|\bon hold\b|too many (?:pending |outstanding |open )?invitations|invitation limit/i,
		'This LinkedIn account may send no more connection requests for now',
		'Wait until the limit resets: asking meanwhile can prolong it.',
	),
	quota(
		/limit exceeded for (?:direct_)?messages?\b/i,
		'This LinkedIn account has sent the messages of the day',
		'Run the remaining items when the limit has reset.',
	),
	quota(
		/limit exceeded for profile/i,
		'This LinkedIn account has looked at the profiles of the day',
		"Run the remaining items when the limit has reset. Leave 'Force Refresh' off: profiles read in the last 6 hours are free.",
	),
	quota(
		/limit exceeded for \w|(?:daily|weekly|monthly) [\w ]*limit|limit (?:has been |was )?reached/i,
		'A limit of this LinkedIn account is reached',
		'Run the remaining items when the limit has reset.',
	),
	{
		text: /rate limit|too many requests|slow down/i,
		reason: 'throttled',
		what: 'ConnectSafely.ai asks to slow down',
		next: 'Wait a while, then run the remaining items with longer pauses.',
	},
];

/** What leaves open whether LinkedIn carried it out, even with a 4xx in front. */
const unsettledRules: readonly FailureRule[] = [
	{
		// Sends are known to end like this.
		text: /redirect/i,
		reason: 'vendorUnavailable',
		outcome: 'unknown',
		what: 'LinkedIn sent ConnectSafely.ai elsewhere (a redirect), so it may have been carried out',
		next: LOOK_FIRST,
	},
	{
		status: REFUSED,
		text: /timed?[ -]?out|socket hang up|econnreset|network (?:error|failure)/i,
		reason: 'vendorUnavailable',
		outcome: 'unknown',
		what: 'ConnectSafely.ai waited in vain for LinkedIn, so it may have been carried out',
		next: LOOK_FIRST,
	},
	...['CONNECTIONS_UNAVAILABLE', 'INVITATIONS_UNAVAILABLE'].map(
		(code): FailureRule => ({
			code,
			reason: 'vendorUnavailable',
			outcome: 'unknown',
			what: 'LinkedIn gave ConnectSafely.ai nothing usable for the moment',
			next: LOOK_FIRST,
		}),
	),
];

const field = (text: RegExp, what: string, next: string): FailureRule => ({
	status: REFUSED,
	text,
	reason: 'invalidInput',
	what,
	next,
});

const fieldRules: readonly FailureRule[] = [
	field(
		/profile_?(?:id|urn)|recipient/i,
		'ConnectSafely.ai could not use the recipient',
		"Check 'Recipient': a profile URL works best.",
	),
	field(
		/account[_ ]?id/i,
		'ConnectSafely.ai could not use the LinkedIn account',
		"Pick an account from the list in 'LinkedIn Account'.",
	),
	field(
		/custom ?message|\bnote (?:is|must|cannot|exceeds|too)\b/i,
		'ConnectSafely.ai could not use the note',
		"Check that 'Note' has 300 characters at most.",
	),
	field(
		/\bsubject\b(?! to)/i,
		'ConnectSafely.ai could not use the subject',
		"Fill in 'Subject': an InMail needs one.",
	),
	field(
		/message ?type/i,
		'ConnectSafely.ai could not use the message type',
		"Check 'Message Type'.",
	),
	field(/group/i, 'ConnectSafely.ai could not use the group', "Check 'Group ID'."),
	field(
		/^message\b|message (?:is|must|cannot|can't|exceeds|text|content|body|too)\b/i,
		'ConnectSafely.ai could not use the message',
		"Check that 'Message' is neither empty nor too long.",
	),
	{
		code: 'validation_error',
		reason: 'invalidInput',
		what: 'ConnectSafely.ai refused the request',
		next: 'Check the fields of this item against what the vendor says below.',
	},
];

/**
 * ConnectSafely.ai's texts (connectsafely.ai/docs/api). Those of most endpoints are not
 * published, so key words decide; the order matters.
 */
export const connectSafelyRules: readonly FailureRule[] = [
	nobodyRule,
	...personRules,
	...accessRules,
	...obstacleRules,
	...limitRules,
	...unsettledRules,
	...fieldRules,
];

/** What POST /connect says when there is nothing left to do, ahead of the other rules. */
export const invitationRules: readonly FailureRule[] = [
	nobodyRule,
	...personRules,
	limitRules[0],
	{
		status: REFUSED,
		text: /already (?:connected|(?:a |an )?(?:(?:1st|first)[- ]degree )?connection(?! request)|in your network)/i,
		reason: 'invalidInput',
		what: 'You are connected already',
		next: 'Nothing to do.',
		skip: 'alreadyConnected',
	},
	{
		status: REFUSED,
		text: /already (?:been )?(?:invited|sent|pending)|(?:invitation|request) (?:is |was )?(?:already|still) (?:\w+ )?(?:pending|sent)|(?:invitation|request) (?:is )?pending|pending (?:connection )?(?:invitation|request)\b/i,
		reason: 'invalidInput',
		what: 'An invitation is under way already',
		next: 'Nothing to do.',
		skip: 'alreadyInvited',
	},
];
