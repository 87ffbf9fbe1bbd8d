import type { Json } from '../types';
import type { TaskType } from './queue';

const isText = (value: unknown): value is string =>
	typeof value === 'string' && value.trim() !== '';
const isTexts = (value: unknown): boolean =>
	Array.isArray(value) && value.every((item) => typeof item === 'string');
const isWithin = (value: unknown, min: number, max: number): boolean =>
	typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;

export const isUrn = (text: string): boolean => text.startsWith('urn:');

const bad = (field: string): string => `Missing or invalid '${field}'`;

/** The text OutX answers 400 with, or undefined when the body will do. */
export function validate(type: TaskType, input: Json): string | undefined {
	return RULES[type](input);
}

const RULES: Record<TaskType, (input: Json) => string | undefined> = {
	agent_send_message: ({ recipient_urn, message }) => {
		if (!isText(recipient_urn)) return bad('recipient_urn');
		if (!isText(message)) return bad('message');
		return message.length > 10_000 ? 'Message text is too long (max 10000 characters)' : undefined;
	},
	agent_send_connection_request: ({ profile_urn, note }) => {
		if (!isText(profile_urn)) return bad('profile_urn');
		if (note === undefined) return undefined;
		if (typeof note !== 'string') return "Invalid 'note': must be a string";
		return note.trim().length > 300 ? "Invalid 'note': must be 300 characters or fewer" : undefined;
	},
	agent_profile_fetch: (input) => needs('profile_slug', input),
	agent_search_profiles: search,
	agent_fetch_connections: ({ keyword, sort_type, start, count }) => {
		if (keyword !== undefined && typeof keyword !== 'string') return bad('keyword');
		if (sort_type !== undefined && sort_type !== 'RECENTLY_ADDED') return bad('sort_type');
		if (start !== undefined && !isWithin(start, 0, 1e9)) return bad('start');
		return count !== undefined && !isWithin(count, 1, 100) ? bad('count') : undefined;
	},
	agent_like_post: (input) => needs('social_urn', input),
	agent_comment_post: (input) => needs('social_urn', input) ?? needs('comment_text', input),
	agent_fetch_profiles_posts: ({ profile_urns }) =>
		isTexts(profile_urns) && (profile_urns as string[]).length > 0
			? undefined
			: bad('profile_urns'),
	agent_fetch_company: (input) => needs('company_slug', input),
	agent_fetch_company_posts: (input) => needs('company_slug', input),
};

function needs(field: string, input: Json): string | undefined {
	return isText(input[field]) ? undefined : bad(field);
}

const TEXT_FILTERS = ['keywords', 'title', 'company', 'first_name', 'last_name', 'school'];
const LIST_FILTERS = ['geo_urn', 'current_company', 'industry', 'past_company', 'profile_language'];

function search(input: Json): string | undefined {
	const wrong =
		TEXT_FILTERS.find((name) => input[name] !== undefined && typeof input[name] !== 'string') ??
		LIST_FILTERS.find((name) => input[name] !== undefined && !isTexts(input[name]));
	if (wrong) return bad(wrong);
	if (input.count !== undefined && !isWithin(input.count, 1, 50)) return bad('count');
	const given = [...TEXT_FILTERS, ...LIST_FILTERS].some((name) => {
		const value = input[name];
		return isText(value) || (Array.isArray(value) && value.length > 0);
	});
	return given ? undefined : 'At least one search filter is required';
}
