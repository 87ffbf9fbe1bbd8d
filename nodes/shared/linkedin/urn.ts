import { readLeadId, readNumber, readProfileId } from './ids';
import type { Member } from './member';
import type { Reading } from './reading';
import { CUT_SHORT, damaged, refuse, TWO_PEOPLE } from './reading';

/** URN kinds that name a member, in lower case, and how the id behind them is read. */
const READERS = new Map<string, (id: string) => Member | undefined>([
	['person', readProfileId],
	['profile', readProfileId],
	['fsd_profile', readProfileId],
	['fs_profile', readProfileId],
	['fs_miniprofile', readProfileId],
	['fs_normalized_profile', readProfileId],
	['fs_salesprofile', readLeadId],
	['fsd_salesprofile', readLeadId],
	['ts_profile', readLeadId],
	['member', (id) => readNumber(id) ?? readProfileId(id)],
]);

/** The first that fits names the kind: 'fs_miniCompany', 'fsd_jobPosting', 'groupPost', … */
const OTHERS: ReadonlyArray<readonly [RegExp, string]> = [
	[/conversation|thread|message/, 'a LinkedIn conversation'],
	[/comment/, 'a LinkedIn comment'],
	[/invitation/, 'a LinkedIn invitation'],
	[/company|organization|brand/, 'a LinkedIn company page'],
	[/school/, 'a LinkedIn school page'],
	[/job/, 'a LinkedIn job'],
	[/group/, 'a LinkedIn group'],
	[/event/, 'a LinkedIn event'],
	[/activity|share|ugcpost|update|repost/, 'a LinkedIn post'],
	[/article/, 'a LinkedIn article'],
];

/** The rest of a tuple, a bracket, and what an address has after a name; anything else may be a part of the id. */
const AFTER_ID = /^(?:$|[,;)#]|\/(?:$|[^\w%])|[&?](?:$|[a-z_]\w*=))/i;

const NO_ID = damaged(
	'is a LinkedIn URN without a usable member id; copy it again, or give the address of the profile',
);

/** A conversation's participant wraps the URN of the member who takes part. */
const PARTICIPANT = /^urn:li:msg_messagingParticipant:(?=urn:)/i;

/**
 * Reads urn:li:<kind>:<id>, decoded already, with <id> bare or the first of a (tuple). Undefined
 * for a text that is no LinkedIn URN. A kind that only contains a member's URN, as a conversation
 * contains its owner's, names something else and is refused.
 */
export function readUrn(text: string): Reading | undefined {
	const parts = /^urn:li:([a-z_]{1,40})(?::(\(?(?:profileId:)?)([\w-]*)|$)/i.exec(
		text.replace(PARTICIPANT, ''),
	);
	if (!parts) return undefined;
	const [matched, kind, opening = '', id = ''] = parts;
	const reader = READERS.get(kind.toLowerCase());
	if (!reader) return refuseKind(kind.toLowerCase());
	const rest = text.replace(PARTICIPANT, '').slice(matched.length);
	if (/^(?:…|\.\.)/.test(rest)) return CUT_SHORT;
	if (opening === '' && /^[,;]./.test(rest)) return TWO_PEOPLE;
	const member = AFTER_ID.test(rest) ? reader(id) : undefined;
	return member ?? NO_ID;
}

function refuseKind(kind: string): Reading {
	const other = OTHERS.find(([pattern]) => pattern.test(kind));
	return refuse(other ? `is the URN of ${other[1]}, not of a person` : 'is no URN of a person');
}
