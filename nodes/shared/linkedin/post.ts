/** What is known about which LinkedIn post it is. Unknown facts are absent, never empty. */
export interface Post {
	/** The digits of urn:li:activity, which nearly every post URL ends in. */
	readonly activity?: string;
	/** The digits of urn:li:share: other ones than those of the same post's activity. */
	readonly share?: string;
	/** The digits of urn:li:ugcPost. */
	readonly ugcPost?: string;
	/** A vendor's own id of a post it has collected. */
	readonly vendorId?: string;
}

/** A post's keys, best known first. Two posts that share a key are the same post. */
export function postKeys({ activity, share, ugcPost, vendorId }: Post): string[] {
	const keys: string[] = [];
	if (activity) keys.push(`activity:${activity}`);
	if (share) keys.push(`share:${share}`);
	if (ugcPost) keys.push(`ugcPost:${ugcPost}`);
	if (vendorId) keys.push(`post:${vendorId}`);
	return keys;
}

/** urn:li:activity:<digits>, or the URN of its share or ugcPost where the activity is not known. */
export function postUrn({ activity, share, ugcPost }: Post): string | undefined {
	if (activity) return `urn:li:activity:${activity}`;
	if (share) return `urn:li:share:${share}`;
	return ugcPost ? `urn:li:ugcPost:${ugcPost}` : undefined;
}

/** The post's canonical address, or undefined where only a vendor's id is known. */
export function postUrl(post: Post): string | undefined {
	const urn = postUrn(post);
	return urn && `https://www.linkedin.com/feed/update/${urn}/`;
}
