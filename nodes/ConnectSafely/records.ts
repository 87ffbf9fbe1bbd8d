import type { JsonObject } from '../shared/json/types';
import { memberIn, profileUrl, profileUrn } from '../shared/linkedin';
import { count, made, text } from '../shared/operation/simple';
import type { Kept, Simple } from '../shared/operation/simple';

/** The connection degree in one spelling: "1st", whether the vendor writes that or DISTANCE_1. */
export const degree: Kept = made('string', ({ connectionDegree }: JsonObject) => {
	const word = typeof connectionDegree === 'string' ? connectionDegree : undefined;
	const distance = /^DISTANCE_([123])$/.exec(word ?? '')?.[1];
	return distance === undefined ? word : { 1: '1st', 2: '2nd', 3: '3rd' }[distance];
});

/** A name that comes whole or in two parts. */
export const fullName: Kept = made('string', ({ fullName: whole, name, firstName, lastName }) => {
	const given = [whole, name].find((one) => typeof one === 'string' && one.trim() !== '');
	return (
		given ??
		[firstName, lastName]
			.filter((one) => typeof one === 'string')
			.join(' ')
			.trim()
	);
});

/** The address of a person's profile, where the answer has it or only its last part. */
export const profileAddress: Kept = made('string', ({ profileUrl: given, publicIdentifier }) =>
	typeof given === 'string' && given !== ''
		? given
		: profileUrl(memberIn({ slugs: [publicIdentifier] })),
);

/** urn:li:fsd_groupMembership:(12345678,ACoAA…): the group, and then the person. */
const MEMBERSHIP = /^urn:li:\w*groupMembership:\(\d+,([\w-]+)\)$/i;

/** The person in the URN of a membership. */
export const memberOfGroup: Kept = made('string', ({ entityUrn }) => {
	const id = MEMBERSHIP.exec(typeof entityUrn === 'string' ? entityUrn : '')?.[1];
	return id === undefined ? undefined : profileUrn({ memberId: id });
});

/** Who reacted to a post or shared it: the same members in both lists. */
export const actor = {
	...{ name: text('actorName'), headline: text('actorHeadline'), connectionDegree: degree },
	...{ publicIdentifier: text('actorPublicIdentifier'), profileUrl: text('actorProfileUrl') },
	...{ urn: text('actorUrn'), actorType: text('actorType') },
} satisfies Simple;

/** A post whose author is known from the question: each of the vendor's lists has names of its own for these. */
export const ownPost = {
	text: text('content', 'text', 'userCommentary'),
	author: text('author.name', 'authorName'),
	profileUrl: text('author.profileUrl', 'authorProfileUrl'),
	url: text('postUrl', 'url'),
	urn: text('activityUrn', 'urn', 'ugcPostUrn', 'shareUrn'),
	// As LinkedIn shows it, such as "2d": the vendor has no moment.
	posted: text('timestamp'),
	likes: count('likes', 'numLikes', 'engagement.likes', 'engagement.reactions'),
	comments: count('comments', 'numComments', 'engagement.comments'),
	reposts: count('shares', 'numShares', 'engagement.shares', 'engagement.reposts'),
} satisfies Simple;

/** The same of anybody. */
export const simplePost = {
	...{ text: ownPost.text, author: ownPost.author },
	headline: text('author.headline', 'authorHeadline'),
	...ownPost,
} satisfies Simple;
