import { connectSafely } from '../../nodes/ConnectSafely/vendor';
import { linkupOperations } from '../../nodes/LinkupApi/vendor';
import { outXEvents } from '../../nodes/OutX/trigger/events';
import { outX } from '../../nodes/OutX/vendor';
import type { Call } from './contract';

/** What of the nodes makes a call, as resource.operation or trigger.event, or why nothing does. */
export type Offer = readonly string[] | { readonly notOffered: string };

/** By call, named as in contract.ts. */
export type Offers = Readonly<Record<string, Offer>>;

interface Made {
	/** As resource.operation or trigger.event. */
	readonly name: string;
	readonly calls: readonly string[];
}

const ofOperations = (
	table: ReadonlyArray<{ resource: string; operation: string; calls: readonly string[] }>,
): Made[] =>
	table.map(({ resource, operation, calls }) => ({ name: `${resource}.${operation}`, calls }));

const ofTrigger = (
	trigger: string,
	events: ReadonlyArray<{ value: string; calls: readonly string[] }>,
): Made[] => events.map(({ value, calls }) => ({ name: `${trigger}.${value}`, calls }));

/** What each vendor's nodes make, as their tables say. */
export const MADE = {
	outX: [...ofOperations(outX.operations), ...ofTrigger('outXTrigger', outXEvents)],
	connectSafely: ofOperations(connectSafely.operations),
	linkupApi: ofOperations(linkupOperations),
} as const;

const BY_MAIL = 'hands out the API key by mail; keys belong into the credential';

const REMOVED = 'removed by OutX in April 2026; a prompt goes to the keyword watchlist';

/** Calls that are not offered, and why. */
export const LEFT_OUT: Readonly<Record<keyof typeof MADE, Readonly<Record<string, string>>>> = {
	outX: {
		'POST /linkedin-agent/auth-send-otp': BY_MAIL,
		'POST /linkedin-agent/auth-verify-otp': BY_MAIL,
		'POST /api-keyword-watchlist-prompt': REMOVED,
		'PUT /api-keyword-watchlist-prompt': REMOVED,
	},
	connectSafely: {
		'GET /profile': 'reads less than POST /profile does, which Profile > Get makes',
		'POST /group-members': 'older twin of POST /groups/members, which Group > Get Members makes',
		'POST /people/search': 'another name of POST /search/people',
		'POST /posts/comments/all':
			'gives what Comment > Get Many reads page by page, with Return All to the last',
		'POST /posts/reactions':
			'older twin of POST /posts/reactions/v2, which Reaction > Get Many makes',
	},
	linkupApi: {},
};

/** The contract's name of a call: category and action of LinkupAPI V2 share one address. */
function namedAs(call: string, calls: readonly Call[]): string {
	const [category, action] = call.split(' ');
	const shared = calls.find(
		({ path, name }) => path === `/v2/${category}` && name.endsWith(` ${action}`),
	);
	return shared?.name ?? call;
}

/** What is said of each call of a contract; a call of the tables that it does not know is there as well. */
export function offersOf(vendor: keyof typeof MADE, calls: readonly Call[]): Offers {
	const offers: Record<string, Offer> = {};
	for (const [name, notOffered] of Object.entries(LEFT_OUT[vendor])) offers[name] = { notOffered };
	for (const made of MADE[vendor]) {
		for (const call of made.calls) {
			const name = namedAs(call, calls);
			const before = offers[name] ?? [];
			offers[name] = 'notOffered' in before ? [made.name] : [...before, made.name];
		}
	}
	return offers;
}
