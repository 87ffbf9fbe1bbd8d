import type { FailureRule } from './rules';

/** What LinkedIn itself says, by whichever vendor: its words come through, or are told in other ones. */
export interface Places {
	/** The vendor's display name. */
	readonly vendor: string;
	/** What to do to connect a LinkedIn account again: one sentence. */
	readonly reconnect: string;
}

/** The LinkedIn account that is to act, not the key of the vendor. */
export function accountRules({ vendor, reconnect }: Places): readonly FailureRule[] {
	return [
		{
			text: /\baccount\b.{0,30}\b(?:disconnected|logged out|signed out|not (?:connected|logged in|signed in)\b(?! (?:to|with) (?:this|the|that) (?:member|person|user|profile|recipient)))|\bnot (?:logged|signed) in(?:to| to)? linkedin|\b(?:log|sign) ?in to linkedin\b/i,
			reason: 'forbidden',
			what: `The LinkedIn account is disconnected at ${vendor}`,
			next: reconnect,
		},
		{
			text: /\b(?:your|linkedin|sender(?:'s)?|sending) account\b.{0,30}\b(?:restricted|suspended|banned|locked|blocked)\b|\byou(?:'re| are| have been) (?:temporarily )?(?:restricted|blocked from|banned)\b/i,
			reason: 'forbidden',
			what: 'LinkedIn has restricted the LinkedIn account that is to act',
			next: 'Sign in to LinkedIn in a browser, see what it asks for, and let the account rest.',
		},
	];
}

const NOBODY_ELSE = { stopsBatch: false } as const;

/** What LinkedIn has against this one person or this one note: everybody behind has a turn of their own. */
export const personRules: readonly FailureRule[] = [
	{
		text: /\b(?:connect|messag|invit|send|writ)\w*\b.{0,40}\byourself\b|\byour own (?:profile|account)\b|\bself[- ](?:invit|connect|messag)/i,
		reason: 'invalidInput',
		what: 'This person is the LinkedIn account itself, and LinkedIn connects nobody with themselves',
		next: 'Leave this item out.',
		...NOBODY_ELSE,
	},
	{
		text: /\be-?mail(?: address)?\b.{0,30}\b(?:required|needed|necessary)\b.{0,30}\b(?:connect|invit)|\b(?:connect|invit)\w*\b.{0,40}\b(?:requires?|needs?)\b.{0,30}\be-?mail|\b(?:requires?|needs?|enter|provide|know) (?:the |their |an? )?(?:recipient'?s?|member'?s?|person'?s?|invitee'?s?)? ?e-?mail\b/i,
		reason: 'invalidInput',
		what: 'LinkedIn takes an invitation to this person only with their email address',
		next: 'Leave this person out, or invite them by hand on LinkedIn.',
		...NOBODY_ELSE,
	},
	{
		text: /\binvit\w*\b.{0,40}\brecently\b|\brecently\b.{0,30}\b(?:invit|withdr|declin|ignor|sent (?:an? )?(?:invit|connection))|\bwithdr(?:aw|ew)n?\b.{0,80}\b(?:wait|again|weeks?|days?|recent\w*|lately|cannot|can't|until|cool|before)\b|\b(?:wait|cannot|can't|until)\b.{0,60}\bwithdr|\b(?:wait|in|after|for) (?:\w+ )?(?:(?:3|three) weeks|21 days)\b|\bcannot (?:be )?(?:re-?invit|resen[dt])/i,
		reason: 'forbidden',
		what: 'LinkedIn takes no new invitation to this person yet, because an earlier one was withdrawn or turned down lately',
		next: 'Invite this person again in three weeks at the earliest.',
		...NOBODY_ELSE,
	},
	{
		text: /\b(?:custom(?:i[sz]ed)?|personali[sz]ed|personal)\b[\w -]{0,30}\b(?:notes?|messages?|invitations?|invites?)\b.{0,60}\b(?:limit|quota|reached|exceeded|used up|left|remaining|premium|allowed)\b|\b(?:limit|quota|maximum)\b.{0,40}\b(?:custom(?:i[sz]ed)?|personali[sz]ed|notes?)\b|\bnotes?\b.{0,60}\b(?:limit|quota|too long|longer|exceed\w*|at most|max(?:imum)?|characters|not allowed|not available|premium)\b|\bpremium\b.{0,40}\bnotes?\b|\btoo long\b.{0,20}\bnotes?\b|\b(?:custom ?message|invitation message|invite message|message)\b.{0,60}\b(?:200|300) char/i,
		reason: 'noteRefused',
		what: 'LinkedIn does not take this note from this account: it is too long for it, or no more notes are left',
		next: "Send the request without 'Note', or shorten it: free LinkedIn accounts may have 200 characters, and a few notes a month.",
		...NOBODY_ELSE,
	},
	{
		text: /\bblocked (?:you\b|by (?:this|the|that) (?:member|person|user|recipient|profile))|\byou(?:'ve| have)? blocked\b|\b(?:cannot|can't|can not|unable to|may not|not allowed to|not able to|could not|couldn't|won't) (?:be )?(?:messaged?|contact(?:ed)?|reach(?:ed)?|invited?|connect(?:ed)? (?:with|to)|writ(?:e|ten) to|send (?:an? )?(?:messages?|inmails?|invitations?|invites?) to) (?:this|that|the) (?:member|person|user|profile|recipient)|\b(?:member|person|user|profile|recipient)\b.{0,20}\b(?:cannot|can't|can not|may not) be (?:messaged|contacted|reached|invited|viewed|accessed)|\b(?:does not|doesn't|do not|not) (?:accept|allow|receive|want)(?:ing)? (?:any )?(?:new )?(?:messages|inmails?|invitations|invites|connection)|\bprofile\b.{0,20}\b(?:not accessible|inaccessible|not visible|private|hidden|restricted)\b|\bprofile (?:is |was )?unavailable\b|\blimited (?:profile )?visibility\b/i,
		reason: 'forbidden',
		what: 'LinkedIn does not let this account reach this person',
		next: 'Leave this person out, or act from another LinkedIn account.',
		...NOBODY_ELSE,
	},
];
