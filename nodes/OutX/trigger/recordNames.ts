import { isObject } from '../../shared/json/json';
import { readMoment } from '../../shared/http/resets';
import type { JsonObject, JsonValue } from '../../shared/json/types';
import type { Post } from '../../shared/linkedin';
import { readPost } from '../../shared/linkedin';
import { firstText } from '../../shared/operation/present';

type Value = JsonValue | undefined;

/** What stands where an ID is missing. */
const NO_ID = /^(?:|0|-|null|undefined|none|nan|n\/?a|false|\[object object\])$/i;

/** Numbers of posts are given out once over all kinds of posts; older, shorter ones are not. */
const UNIQUE_DIGITS = 16;

/** Addresses on LinkedIn that many posts may share. */
const SHARED_PAGE =
	/^\/(?:in|pub|company|school|showcase|groups?|sales|feed|pulse|hashtag)(?:\/|$)/i;

const ADDRESS =
	/^(?:https?:)?(?:\/\/)?(?:www\.|m\.|old\.|new\.)*([a-z0-9.-]+\.[a-z]{2,})(\/[^?#\s]*)/i;

/** Texts are compared without what gets lost in the mail. */
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** An ID as text, whether it comes as a number or in the other case; undefined where there is none. */
function idOf(value: Value): string | undefined {
	if (typeof value !== 'number' && typeof value !== 'string') return undefined;
	const id = plain(String(value));
	if (NO_ID.test(id)) return undefined;
	// Of an ID in both cases each letter tells.
	const isMixed = id !== id.toLowerCase() && id !== id.toUpperCase();
	return isMixed ? id : id.toLowerCase();
}

function digitsOf(value: Value): Post {
	try {
		return readPost(typeof value === 'number' ? String(value) : value);
	} catch {
		return {};
	}
}

/** The names of LinkedIn's in a URN or an address of a post. */
function linkedInNames(value: Value): string[] {
	return Object.entries(digitsOf(value)).map(([kind, digits]: [string, string]) =>
		digits.length >= UNIQUE_DIGITS ? `post:${digits}` : `${kind}:${digits}`,
	);
}

/** An address that is of one post only, in one spelling. */
function addressName(value: Value): string[] {
	if (typeof value !== 'string') return [];
	const [, host, path] = ADDRESS.exec(value.trim()) ?? [];
	if (host === undefined || !/\d/.test(path)) return [];
	const site = host.toLowerCase();
	if (/(?:^|\.)linkedin\.com$/.test(site) && SHARED_PAGE.test(path)) return [];
	const [, comments] = /^\/(?:.*\/)?comments\/([a-z0-9]+)/i.exec(path) ?? [];
	const isReddit = /(?:^|\.)reddit\.com$/.test(site) && comments !== undefined;
	return [isReddit ? `reddit:${comments.toLowerCase()}` : `url:${site}${path.replace(/\/+$/, '')}`];
}

/** A moment to the second: some spellings have no more of it. */
function secondOf(value: Value): string | undefined {
	const moment = readMoment(value);
	return moment?.slice(0, 19);
}

function authorOf({ author, author_name: name }: JsonObject): string | undefined {
	if (!isObject(author)) return firstText(author, name);
	const { author_slug: slug, full_name: fullName, name: other } = author as JsonObject;
	return firstText(slug, fullName, other, name);
}

/** Texts in one, or undefined where all of them are missing. */
function joined(kind: string, parts: ReadonlyArray<string | undefined>): string | undefined {
	return parts.some((part) => part !== undefined) ? JSON.stringify([kind, ...parts]) : undefined;
}

/** All names of a collected post: OutX's ID, LinkedIn's numbers, the address. */
export function postNames(post: JsonObject): string[] {
	const ids = [post.id, post._id, post.post_id].map(idOf).filter((id) => id !== undefined);
	const { linkedin_post_urn: urn, urn: otherUrn } = post;
	const urls = [post.linkedin_post_url, post.reddit_post_url, post.post_url];
	const own = [urn, otherUrn, ...urls].flatMap(linkedInNames);
	// `url` may be of what a post links to.
	const linkedIn = own.length > 0 ? own : linkedInNames(post.url);
	const others = linkedIn.length > 0 ? [] : urls.flatMap(addressName);
	const names = [...ids.map((id) => `id:${id}`), ...linkedIn, ...others];
	return [...new Set(names.length > 0 ? names : addressName(post.url))];
}

/** What a collected post says, without its counts. */
export function postContent(post: JsonObject): string | undefined {
	const text = firstText(post.content, post.text);
	return joined('post', [secondOf(post.created_at), authorOf(post), text && plain(text)]);
}

/** Who did it, under the name that stays when IDs are issued anew. */
function actorOf(author: Value): string | undefined {
	if (!isObject(author)) return idOf(author);
	const { author_slug: slug, id, full_name: fullName } = author as JsonObject;
	return firstText(slug)?.trim().toLowerCase() ?? idOf(id) ?? firstText(fullName);
}

/** To what it was done. */
function objectOf(post: Value): string | undefined {
	if (!isObject(post)) return idOf(post);
	const { linkedin_post_urn: urn, linkedin_post_url: url, id } = post as JsonObject;
	return [...linkedInNames(urn), ...linkedInNames(url)][0] ?? idOf(id);
}

/** All names of an interaction: OutX's ID, and who did what to which post when. */
export function interactionNames(interaction: JsonObject): string[] {
	const id = idOf(interaction.id);
	const [actor, object] = [actorOf(interaction.author), objectOf(interaction.post)];
	const act = interactionContent(interaction);
	return [
		...(id === undefined ? [] : [`id:${id}`]),
		...(actor === undefined || object === undefined || act === undefined ? [] : [`act:${act}`]),
	];
}

/** Who did what to which post when. */
export function interactionContent(interaction: JsonObject): string | undefined {
	const { interaction_type: type, created_at: at, text, author, post } = interaction;
	const said = firstText(text);
	const who = [actorOf(author), objectOf(post)];
	return joined('act', [firstText(type)?.toLowerCase(), secondOf(at), said && plain(said), ...who]);
}
