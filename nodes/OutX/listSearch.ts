import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { Failure, passOn } from '../shared/failures/failure';
import { connectForList } from '../shared/n8n/lists';
import { fetchConnections } from './people/connections';
import { simplePerson } from './people/person';
import { fetchTeam, teamMembers } from './people/team';
import { outX } from './vendor';
import type { WatchlistType } from './watchlists/watchlists';
import { fetchWatchlists, WATCHLIST_TYPES } from './watchlists/watchlists';

/** One task's worth: each page costs the browser a visit to LinkedIn. */
const PAGE = 40;

/** Long enough for a browser that is awake, short enough for somebody looking at a list. */
const LIST_WAIT = { waitForResult: true, maxWait: 45, pollInterval: 2, onTimeout: 'fail' } as const;

/** Whoever looks at a list has no use for a task ID. */
function forTheEditor(error: unknown): unknown {
	if (!(error instanceof Failure) || error.facts.reason !== 'timeout') return error;
	return error.with({
		what: `OutX has not read your connections within ${LIST_WAIT.maxWait} seconds`,
		next: 'Check that the browser with the OutX extension is open and try again, or name the person By Profile URL.',
	});
}

/** The list mode of `recipient`: the connections of the LinkedIn account that OutX acts from. */
export async function searchConnections(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await connectForList(this, outX, async (api) => {
		const start = Number(paginationToken ?? 0);
		const keyword = filter?.trim() === '' ? undefined : filter?.trim();
		const wanted = { keyword, most: PAGE, start };
		const { people } = await fetchConnections(api, wanted, LIST_WAIT).catch((error: unknown) => {
			throw forTheEditor(error);
		});
		const results = people.map(simplePerson).flatMap((person) => {
			const value = person.urn ?? person.profileUrl;
			if (typeof value !== 'string') return [];
			const name = [person.name, person.headline].filter(Boolean).join(' · ');
			const url = typeof person.profileUrl === 'string' ? person.profileUrl : undefined;
			return [{ name: name === '' ? value : name, value, url }];
		});
		const more = people.length === PAGE ? String(start + PAGE) : undefined;
		return { results, paginationToken: more };
	});
}

const holds = (text: string, filter = ''): boolean =>
	text.toLowerCase().includes(filter.trim().toLowerCase());

const TYPE_WORDS: Readonly<Record<WatchlistType, string>> = {
	keyword: 'keywords',
	company: 'companies',
	people: 'people',
	reddit: 'Reddit',
};

/**
 * The list mode of `watchlist`: those of the chosen type, or of all types where there is none to choose.
 * There, a type that the plan does not have is no reason to hide the others.
 */
export async function searchWatchlists(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const ofWatchlist = this.getCurrentNodeParameter('resource') === 'watchlist';
	const chosen = this.getCurrentNodeParameter('watchlistType') ?? 'keyword';
	const types = WATCHLIST_TYPES.filter((type) => !ofWatchlist || type === chosen);
	return await connectForList(this, outX, async (api) => {
		const read = await Promise.allSettled(
			types.map(async (type) => ({ type, watchlists: await fetchWatchlists(api, type) })),
		);
		const found = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
		const [first] = read;
		if (found.length === 0 && first?.status === 'rejected') throw passOn(first.reason);
		const results = found.flatMap(({ type, watchlists }) =>
			watchlists.flatMap(({ id, name }) => {
				if (typeof id !== 'string') return [];
				const words = typeof name === 'string' && name !== '' ? name : id;
				return [{ name: ofWatchlist ? words : `${words} (${TYPE_WORDS[type]})`, value: id }];
			}),
		);
		return { results: results.filter(({ name }) => holds(name, filter)) };
	});
}

const NO_MEMBERS = {
	reason: 'notFound',
	outcome: 'notSent',
	what: 'OutX does not say who is in your team',
	next: "Choose 'By Email', and enter the address the member signs in to OutX with.",
} as const;

/** The list mode of `teamMember`: whoever of the team has an email address. */
export async function searchTeamMembers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await connectForList(this, outX, async (api) => {
		const members = teamMembers(await fetchTeam(api));
		if (members.length === 0) throw new Failure(NO_MEMBERS);
		const results = members.map(({ name, email }) => ({
			name: name === email ? email : `${name} (${email})`,
			value: email,
		}));
		return { results: results.filter(({ name }) => holds(name, filter)) };
	});
}
