import { Failure } from '../../../shared/failures/failure';
import type { FailureRule } from '../../../shared/failures/rules';
import { byNext, untilEmpty } from '../../../shared/http/paging';
import type { InputOf } from '../../../shared/fields/part';
import { plainRead } from '../../api';
import { account } from '../../fields';
import { simplePost } from '../../records';
import { inTwoWays } from '../../twoWays';
import { postFilters, postSearchOptions, postWords } from './fields';

const fields = [postWords, account, postFilters, postSearchOptions] as const;

type Input = InputOf<typeof fields>;

const about = {
	resource: 'post',
	operation: 'search',
	name: 'Search',
	action: 'Search LinkedIn posts',
	description:
		'Find posts by words. Filters and sorting are passed to an older search of ConnectSafely.ai, which alone documents them.',
	fields,
	list: ['posts'],
	simple: simplePost,
} as const;

/** The search of the second generation has not reached every region (connectsafely.ai/docs/api, Search Posts V2). */
const elsewhere = {
	status: [400, 403, 404, 422, 501],
	text: /\bregion|roll(?:ed|ing)?[- ]?out|\bv2\b|^(?:\w+ )?not found\W*$|feature (?:is )?not/i,
	reason: 'forbidden',
	what: 'ConnectSafely.ai does not offer this search for the region of the LinkedIn account',
	next: "Pick another one in 'LinkedIn Account'.",
	stopsBatch: false,
} as const satisfies FailureRule;

const isElsewhere = (error: unknown): boolean =>
	error instanceof Failure &&
	// A path that is not there yet says so in the server's words, not in the vendor's.
	(error.facts.what === elsewhere.what || ['404', '405'].includes(error.facts.httpCode ?? ''));

/** Pages inside a request, so one takes up to 50; how it ends is not published (Search Posts V2). */
const byV2 = plainRead({
	...about,
	route: 'POST /search/posts/v2',
	rules: [elsewhere],
	send: ({ keywords, account: accountId, exactSearch }) => ({ accountId, keywords, exactSearch }),
	key: 'activityUrn',
	pages: untilEmpty('start', { name: 'count', most: 50 }),
});

/** The only one whose filters are published; 30 at most per request, whatever is asked for (Search Posts). */
const byV1 = plainRead({
	...about,
	route: 'POST /posts/search',
	send: ({ keywords, account: accountId, exactSearch, sortBy, filters }) => ({
		...{ accountId, keywords, exactSearch, sortBy },
		datePosted: filters.datePosted,
		authorJobTitles: filters.authorJobTitles.length > 0 ? filters.authorJobTitles : undefined,
	}),
	pages: byNext({ start: 'pagination.nextStart' }, 'pagination.hasMore', {
		name: 'count',
		most: 30,
	}),
});

/** Whether something is wanted that only the older search is known to do: others ignore what they do not know. */
function isNarrowed(input: unknown): boolean {
	const { sortBy, filters } = input as Input;
	const { datePosted, authorJobTitles } = filters;
	return sortBy !== 'relevance' || datePosted !== 'any-time' || authorJobTitles.length > 0;
}

export const searchPosts = inTwoWays(byV2, byV1, isNarrowed, isElsewhere);
