import { readNumber } from './ids';
import { pageOf } from './pages';
import { decodeFully, parameter } from './percent';
import type { Post } from './post';
import type { Refusal } from './reading';
import { CUT_SHORT, damaged, isRefusal, refuse } from './reading';
import type { Kind, Page } from './reference';
import { readReference, retell, Unnamed } from './reference';
import { trimEdges } from './text';
import { readUrn } from './urn';

/** Why an input names no post. */
export class NotAPost extends Unnamed {
	override readonly name = 'NotAPost';
}

const NOUN = 'post';

/** A post's own name as LinkedIn's URNs have it, alone or inside another: a comment, a like, an update. */
const MENTION = /(?<![a-z])(activity|share|ugcPost):(\d{1,19})(?!\d)/gi;

/** What may follow a number that is shorter than today's; anything else may be the rest of it. */
const AFTER_NUMBER = /^(?:$|[)#;/](?!\d)|,(?!\d{1,18}(?!\d))|[&?](?:$|[a-z_]\w*=))/i;

/** urn:li:groupPost:<group>-<activity> */
const GROUP_POST = /^urn:li:groupPost:\d{1,19}-(\d{1,19})(?!\d)/i;

/** A text that is a URN, or the post's name without what URNs begin with. */
const URN = /^(?:urn:li:|(?:activity|share|ugcPost):\d)/i;

/** The end of /posts/jane-doe_some-words-activity-7123456789012345678-aBcD; newer ones name no kind. */
const SLUG_END = /(?<![a-z])(?:(activity|share|ugcPost)-)?(\d+)(?:-[\w-]{0,20})?[/.]*$/i;

/** Every post since 2012 has a number of 19 digits: fewer are what was left of one. */
const WHOLE_ID = /^\d{19}$/;

/** What the feed, notifications and mails say of the post that is meant. */
const URN_PARAMETERS = [
	...['highlightedupdateurn', 'highlightedupdateurns', 'updateentityurn', 'updateurn'],
	...['activityurn', 'shareurn', 'threadurn', 'commenturn'],
];

const COPY_LINK = 'open the post and copy its link from the three dots beside it';
const NO_ID = damaged(
	'is a LinkedIn URN without a usable post number; copy the whole link of the post',
);
const LOOSE = damaged(
	'has something behind its number that may be the rest of it; copy the whole link of the post',
);
const TWO_POSTS = refuse('names two posts; give one LinkedIn post per item');
const GLUED = damaged('is glued to another address; give one LinkedIn post per item');
const SHORT_LINK = refuse('is a LinkedIn short link; open it and paste the address it leads to');

const PEOPLE = new Set(['in', 'pub', 'profile', 'sales', 'talent', 'recruiter']);

/** The feeds of before 2018, whose numbers are those of today's activities. */
const OLD_FEEDS = new Set(['hp', 'nhome', 'nus']);

function named(kind: string | undefined, digits: string): Post | undefined {
	const id = readNumber(digits)?.memberNumber;
	if (id === undefined) return undefined;
	switch (kind?.toLowerCase()) {
		case 'share':
			return { share: id };
		case 'ugcpost':
			return { ugcPost: id };
		default:
			return { activity: id };
	}
}

/** A post from a number that stands alone: an activity's, which is what LinkedIn shows. */
function byNumber(text = ''): Post | undefined {
	return WHOLE_ID.test(text) ? named('activity', text) : undefined;
}

function unite(a: Post, b: Post): Post | undefined {
	const tied =
		(a.activity !== undefined && a.activity === b.activity) ||
		(a.share !== undefined && a.share === b.share) ||
		(a.ugcPost !== undefined && a.ugcPost === b.ugcPost);
	return tied ? { ...a, ...b } : undefined;
}

/** The post in a URN: its own, or the one that a comment, a like or an entry of the feed belongs to. */
function urn(text: string): Post | Refusal | undefined {
	if (!URN.test(text)) return undefined;
	const inGroup = GROUP_POST.exec(text);
	if (inGroup) return named('activity', inGroup[1]) ?? NO_ID;
	const mentions = [...text.matchAll(MENTION)].flatMap(
		([, kind, digits]) => named(kind, digits) ?? [],
	);
	const [first, ...others] = mentions;
	if (first === undefined) return refuseUrn(text);
	// A cut or masked number is another post's, or nobody's.
	if (/\d(?:…|\.\.)/.test(text)) return retell(CUT_SHORT, NOUN);
	if (hasLooseNumber(text)) return LOOSE;
	return others.every((other) => unite(first, other)) ? first : TWO_POSTS;
}

/** Whether a post's number is short of 19 digits and something follows it that may be the rest. */
function hasLooseNumber(text: string): boolean {
	return [...text.matchAll(MENTION)].some(({ 0: match, 2: digits, index }) => {
		const rest = text.slice(index + match.length, index + match.length + 20);
		return !WHOLE_ID.test(digits) && !AFTER_NUMBER.test(rest);
	});
}

function refuseUrn(text: string): Refusal {
	if (/(?:activity|share|ugcPost):?[^,)]{0,30}$/i.test(text)) return NO_ID;
	const other = readUrn(text);
	if (other === undefined) return refuse('is no URN of a post');
	return isRefusal(other) ? retell(other, NOUN) : refuse('is the URN of a person, not of a post');
}

/** /posts/<words>-activity-<digits>-<sign>: what stands at the end counts, not the words. */
function readSlug(segment = ''): Post | Refusal {
	const slug = trimEdges(decodeFully(segment) ?? segment);
	const [, kind, digits] = SLUG_END.exec(slug) ?? [];
	if (digits !== undefined && WHOLE_ID.test(digits)) return named(kind, digits) ?? NO_ID;
	return damaged('is cut short or no single post; copy the whole link of the post');
}

function page({ path, query }: Page): Post | Refusal {
	const [first = '', second = '', third] = path.map((segment) => decodeFully(segment) ?? '');
	const word = first.toLowerCase();
	if (path.slice(1).some((part) => /https?:|linkedin\./i.test(part))) return GLUED;
	if (/:\d{1,18}\/\d/.test(path.join('/'))) return LOOSE;
	const urns = [...path, parameter(query, URN_PARAMETERS) ?? ''];
	for (const text of urns) {
		const reading = urn(trimEdges(decodeFully(text) ?? ''));
		if (reading) return reading;
	}
	if (word === 'posts') return readSlug(path[1]);
	const isUpdate = (word === 'feed' || word === 'hp') && second.toLowerCase() === 'update';
	const number = isUpdate ? third : OLD_FEEDS.has(word) ? parameter(query, ['topic']) : undefined;
	return byNumber(number) ?? refusePage(word);
}

function refusePage(word: string): Refusal {
	if (word === 'feed') return refuse(`is the LinkedIn feed, not one post; ${COPY_LINK}`);
	if (word === 'pulse') {
		return refuse('is a LinkedIn article, not a post; give the link of the post that shares it');
	}
	if (word === 'slink') return SHORT_LINK;
	if (PEOPLE.has(word)) return refuse(`is the profile of a person, not a post; ${COPY_LINK}`);
	const other = pageOf(word);
	return refuse(other ? `is ${other}, not a post; ${COPY_LINK}` : `is no post; ${COPY_LINK}`);
}

function bare(text: string): Post | Refusal {
	const numbers = text.match(/(?<![\w.%&;*?+\uFFFD-])\d{19}(?![\w%-]|\.\d)/g) ?? [];
	if (new Set(numbers).size > 1) return TWO_POSTS;
	if (numbers.length > 0) return byNumber(numbers[0]) ?? NO_ID;
	if (/^[\d\s.,+]*$/.test(text)) {
		return refuse('is a number, but not a post: those have 19 digits');
	}
	return refuse('is no LinkedIn post; give the link of the post');
}

/** Exported for the test of its speed. */
export const POST: Kind<Post> = {
	noun: NOUN,
	wrong: NotAPost,
	// A number beside an address may be another post's.
	urn: (text) => urn(text) ?? byNumber(text),
	page,
	beginsPath: (segment) => segment === 'posts' || segment === 'feed' || segment === 'embed',
	bare,
	unite,
	isWhole: (id) => WHOLE_ID.test(id),
};

/**
 * Reads anything that names one LinkedIn post: its address in any spelling, a link to one of its
 * comments, any URN with a post in it, the 19 digits of its activity alone.
 * @throws NotAPost, and nothing else
 */
export function readPost(value: unknown): Post {
	return readReference(value, POST);
}
