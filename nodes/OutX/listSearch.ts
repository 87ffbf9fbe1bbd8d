import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { Failure } from '../shared/errors/failure';
import { connectForList } from '../shared/run/lists';
import { fetchConnections } from './connections';
import { simplePerson } from './records';
import { outX } from './vendor';

/** One task's worth: each page costs the browser a visit to LinkedIn. */
const PAGE = 40;

/** Long enough for a browser that is awake, short enough for somebody looking at a list. */
const PATIENCE = { waitForResult: true, maxWait: 45, pollInterval: 2, onTimeout: 'fail' } as const;

/** Whoever looks at a list has no use for a task ID. */
function forTheEditor(error: unknown): unknown {
	if (!(error instanceof Failure) || error.facts.reason !== 'timeout') return error;
	return error.with({
		what: `OutX has not read your connections within ${PATIENCE.maxWait} seconds`,
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
		const { people } = await fetchConnections(api, wanted, PATIENCE).catch((error: unknown) => {
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
