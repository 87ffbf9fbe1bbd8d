import { asObject } from '../types';
import type { Answer, Call, Json } from '../types';
import type { World } from '../world/world';
import { WATCHLIST_TYPES } from './watchlists';
import type { Watchlist, WatchlistType } from './watchlists';

const FREQUENCIES: readonly unknown[] = [1, 3, 6, 12, 24, 48, 72];

const refuse = (status: number, error: string): Answer => ({ status, body: { error } });
const NOT_FOUND = refuse(404, 'Watchlist not found');
const DENIED = refuse(403, 'Access denied');
const NO_ID = refuse(400, 'Missing required parameter: id');

const isText = (value: unknown): value is string =>
	typeof value === 'string' && value.trim() !== '';

/** The type whose path this is. */
export function watchlistType(path: string): WatchlistType | undefined {
	return WATCHLIST_TYPES.find((type) => path === `/api-${type}-watchlist`);
}

/** The four paths with four methods each. */
export function watchlistAnswer(type: WatchlistType, call: Call, world: World): Answer {
	switch (call.method) {
		case 'POST':
			return create(type, asObject(call.body), world);
		case 'GET':
			return call.query.id === undefined ? list(type, world) : get(type, call.query.id, world);
		case 'PUT':
			return update(type, asObject(call.body), world);
		case 'DELETE':
			return remove(type, call.query.id, world);
		default:
			return { ...refuse(405, 'Method not allowed'), unchecked: true };
	}
}

const isByWords = (type: WatchlistType): boolean => type === 'keyword' || type === 'reddit';

const wordOf = (keyword: unknown): unknown =>
	typeof keyword === 'string' ? keyword : asObject(keyword).keyword;

const textsIn = (value: unknown): string[] =>
	Array.isArray(value) ? value.map((one) => String(wordOf(one) ?? '').trim()).filter(Boolean) : [];

/** What is wrong with the list a watchlist is made of, in the vendor's words. */
function listProblem(body: Json, field: string, noun: string): string | undefined {
	const value = body[field];
	if (!Array.isArray(value) || value.length === 0) {
		return `${field} array is required and must not be empty`;
	}
	if (textsIn(value).length > 0) return undefined;
	return field === 'keywords'
		? 'No valid keywords provided after cleaning'
		: `No valid ${noun} identifiers provided`;
}

function createProblem(type: WatchlistType, body: Json): string | undefined {
	const { prompt, fetchFreqInHours: hours } = body;
	if (hours !== undefined && !FREQUENCIES.includes(hours)) return 'Invalid fetchFreqInHours';
	if (type === 'people') return listProblem(body, 'profiles', 'profile');
	if (type === 'company') return listProblem(body, 'companies', 'company');
	if (prompt === undefined) return listProblem(body, 'keywords', 'keyword');
	return isText(prompt) ? undefined : 'prompt is required and must be a non-empty string';
}

const labelsIn = (value: unknown): string[] =>
	Array.isArray(value) ? value.map((label) => String(asObject(label).name ?? label)) : [];

function create(type: WatchlistType, body: Json, world: World): Answer {
	const problem = createProblem(type, body);
	if (problem) return refuse(400, problem);
	const { watchlists, watchlistLimit } = world.outX;
	if (watchlists.ours.length >= watchlistLimit) {
		return refuse(402, `Your plan includes up to ${watchlistLimit} watchlists. Please upgrade.`);
	}
	const { prompt, name, fetchFreqInHours, description, objective, slack_webhook_url } = body;
	const keywords = Array.isArray(body.keywords) ? body.keywords : [];
	const watchlist = watchlists.add({
		type,
		...(isText(name) ? { name } : { name: String(prompt ?? textsIn(keywords)[0] ?? type) }),
		keywords,
		profiles: textsIn(body.profiles),
		companies: textsIn(body.companies),
		labels: labelsIn(body.labels),
		...(typeof fetchFreqInHours === 'number' && { fetchFreqInHours }),
		more: { prompt, description, objective, slack_webhook_url },
	});
	return {
		status: 200,
		body: {
			id: watchlist.id,
			name: watchlist.name,
			slug: watchlist.slug,
			type,
			...(isByWords(type) && { keywords: textsIn(keywords) }),
			fetchFreqInHours: watchlist.fetchFreqInHours,
			...(isText(prompt) && {
				prompt,
				message:
					'Watchlist created. Keywords and labels are being generated in the background and will be available shortly.',
			}),
			...(isText(slack_webhook_url) && { slack_webhook_url }),
			created: true,
		},
	};
}

function summary(watchlist: Watchlist): Json {
	const { id, name, slug, type, fetchFreqInHours, keywords, createdAt, disable } = watchlist;
	return {
		id,
		name,
		slug,
		type,
		fetchFreqInHours,
		...(isByWords(type) && { keywords: textsIn(keywords) }),
		createdAt,
		disable,
	};
}

function list(type: WatchlistType, world: World): Answer {
	const watchlists = world.outX.watchlists.ours
		.filter((watchlist) => watchlist.type === type)
		.map(summary);
	return { status: 200, body: { watchlists, count: watchlists.length } };
}

/** The watchlist, or why it is not to be had. */
function known(type: WatchlistType, id: string, world: World): Watchlist | Answer {
	const watchlist = world.outX.watchlists.find(id);
	if (watchlist?.type !== type) return NOT_FOUND;
	return watchlist.foreign ? DENIED : watchlist;
}

const isAnswer = (found: Watchlist | Answer): found is Answer => 'status' in found;

function get(type: WatchlistType, id: string, world: World): Answer {
	const found = known(type, id, world);
	if (isAnswer(found)) return found;
	const { keywords, profiles, companies, more, labels } = found;
	return {
		status: 200,
		body: {
			...summary(found),
			...(isByWords(type) && { keywords, keyword_tracking: [{ active: true }] }),
			...(type === 'people' && { profiles_count: profiles.length, lists: [{ id: 'list-1' }] }),
			...(type === 'company' && { companies_count: companies.length }),
			labels: labels.map((key) => ({ key })),
			...more,
		},
	};
}

const PATCHES = ['name', 'disable', 'fetchFreqInHours', 'slack_webhook_url'];
const WORD_PATCHES = ['keywords', 'labels', 'prompt'];

function updateProblem(type: WatchlistType, body: Json): string | undefined {
	const { name, disable, fetchFreqInHours: hours, prompt } = body;
	const known = isByWords(type) ? [...PATCHES, ...WORD_PATCHES] : PATCHES;
	if (!known.some((field) => body[field] !== undefined)) return 'No valid update fields provided';
	if (name !== undefined && !isText(name)) return 'Name cannot be empty';
	if (disable !== undefined && typeof disable !== 'boolean') {
		return 'disable must be a boolean value';
	}
	if (hours !== undefined && !FREQUENCIES.includes(hours)) return 'Invalid fetchFreqInHours';
	if (prompt !== undefined && !isText(prompt)) {
		return 'prompt is required and must be a non-empty string';
	}
	if (isByWords(type) && body.keywords !== undefined) return listProblem(body, 'keywords', '');
	return undefined;
}

function update(type: WatchlistType, body: Json, world: World): Answer {
	if (!isText(body.id)) return NO_ID;
	const found = known(type, body.id, world);
	if (isAnswer(found)) return found;
	const problem = updateProblem(type, body);
	if (problem) return refuse(400, problem);
	const { name, disable, fetchFreqInHours, keywords, labels, prompt, slack_webhook_url } = body;
	if (isText(name)) found.name = name;
	if (typeof disable === 'boolean') found.disable = disable;
	if (typeof fetchFreqInHours === 'number') found.fetchFreqInHours = fetchFreqInHours;
	if (isByWords(type) && Array.isArray(keywords)) {
		found.keywords = body.append === true ? [...found.keywords, ...keywords] : [...keywords];
	}
	if (isByWords(type) && labels !== undefined) found.labels = labelsIn(labels);
	if (slack_webhook_url !== undefined) found.more = { ...found.more, slack_webhook_url };
	if (isText(prompt)) found.more = { ...found.more, prompt };
	return {
		status: 200,
		body: {
			id: found.id,
			...(name !== undefined && { name }),
			...(fetchFreqInHours !== undefined && { fetchFreqInHours }),
			...(disable !== undefined && { disable }),
			...(prompt !== undefined && { prompt }),
			updated: true,
			message:
				prompt === undefined
					? 'Watchlist updated successfully'
					: 'Prompt updated. Keywords and labels are being regenerated in the background.',
		},
	};
}

function remove(type: WatchlistType, id: string | undefined, world: World): Answer {
	if (!isText(id)) return NO_ID;
	const found = known(type, id, world);
	if (isAnswer(found)) return found;
	world.outX.watchlists.delete(id);
	const message = 'Watchlist and all related data deleted successfully';
	return { status: 200, body: { id, deleted: true, message } };
}
