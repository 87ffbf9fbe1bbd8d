/** What is known about who a LinkedIn member is. Unknown facts are absent, never empty. */
export interface Member {
	/** The slug after /in/: decoded, NFC, lower-case, because LinkedIn's slugs ignore case. */
	readonly publicIdentifier?: string;
	/** The id shared by urn:li:person, fsd_profile and fs_miniProfile (ACoAA…). Case-sensitive. */
	readonly memberId?: string;
	/** Sales Navigator (ACwAA…) or Recruiter (AEMAA…) id, without its auth type and token. */
	readonly salesId?: string;
	/** The digits of urn:li:member: LinkedIn's tracking number. */
	readonly memberNumber?: string;
}

/** A member's keys, best known first. Two members that share a key are the same person. */
export function memberKeys(member: Member): string[] {
	const keys: string[] = [];
	if (member.publicIdentifier) keys.push(`in:${member.publicIdentifier}`);
	if (member.memberId) keys.push(`id:${member.memberId}`);
	if (member.salesId) keys.push(`sales:${member.salesId}`);
	if (member.memberNumber) keys.push(`number:${member.memberNumber}`);
	return keys;
}

/** Whether both are known to be one person; false may also mean that nothing ties them together. */
export function sameMember(a: Member, b: Member): boolean {
	const known = new Set(memberKeys(a));
	return memberKeys(b).some((key) => known.has(key));
}

/** Everything `a` says, with the gaps filled by `b`. Does not check that they are one person. */
export function mergeMembers(a: Member, b: Member): Member {
	const publicIdentifier = a.publicIdentifier || b.publicIdentifier;
	const memberId = a.memberId || b.memberId;
	const salesId = a.salesId || b.salesId;
	const memberNumber = a.memberNumber || b.memberNumber;
	return {
		...(publicIdentifier && { publicIdentifier }),
		...(memberId && { memberId }),
		...(salesId && { salesId }),
		...(memberNumber && { memberNumber }),
	};
}
