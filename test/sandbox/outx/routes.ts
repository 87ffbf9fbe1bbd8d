import { KEYS } from '../constants';
import { asObject } from '../types';
import type { Answer, Call, Handler, Json } from '../types';
import type { World } from '../world/world';
import { interactionsAnswer, postsAnswer, reactionAnswer } from './engagement';
import type { TaskType } from './queue';
import { teamAnswer } from './team';
import { isUrn, validate } from './validate';
import { watchlistAnswer, watchlistType } from './watchlistRoutes';

export const PLUGIN_REQUIRED =
	"Plugin installation required: Please install the OutX browser extension on at least one team member's account to use the API. The plugin must have been active within the last 48 hours.";

interface Route {
	type: TaskType;
	/** Ends `… task created successfully`. */
	name: string;
	/** Runs in the oldest admin's browser, so there has to be one. */
	needsAdmin: boolean;
}

const ROUTES: Readonly<Record<string, Route>> = {
	'send-message': { type: 'agent_send_message', name: 'Send message', needsAdmin: true },
	'send-connection-request': {
		type: 'agent_send_connection_request',
		name: 'Send connection request',
		needsAdmin: true,
	},
	'fetch-profile': { type: 'agent_profile_fetch', name: 'Profile fetch', needsAdmin: false },
	'search-profiles': { type: 'agent_search_profiles', name: 'Search profiles', needsAdmin: true },
	'fetch-connections': {
		type: 'agent_fetch_connections',
		name: 'Fetch connections',
		needsAdmin: true,
	},
	'like-post': { type: 'agent_like_post', name: 'Like post', needsAdmin: true },
	'comment-post': { type: 'agent_comment_post', name: 'Comment', needsAdmin: true },
	'fetch-profiles-posts': {
		type: 'agent_fetch_profiles_posts',
		name: 'Fetch posts',
		needsAdmin: false,
	},
	'fetch-company': { type: 'agent_fetch_company', name: 'Company fetch', needsAdmin: false },
	'fetch-company-posts': {
		type: 'agent_fetch_company_posts',
		name: 'Company posts fetch',
		needsAdmin: false,
	},
};

const refuse = (status: number, error: string): Answer => ({ status, body: { error } });

/** OutX's API. */
export function outXHandler(world: World): Handler {
	return (call) => {
		const { outX } = world;
		const key = call.headers['x-api-key'];
		if (!key) return refuse(401, 'Missing API Key');
		if (key !== KEYS.outX || outX.keyRevoked) return refuse(401, 'Invalid API Key');
		const other = engagement(call, world);
		if (other) return other;
		const route = /^\/linkedin-agent\/([a-z-]+)$/.exec(call.path)?.[1];
		const isRead = route === 'get-task-status';
		if (!isRead && !(route && ROUTES[route])) {
			return { ...refuse(404, 'Not found'), unchecked: true, unrouted: true };
		}
		if (call.method !== (isRead ? 'GET' : 'POST')) return refuse(405, 'Method not allowed');
		if (!outX.extensionOnline) return refuse(403, PLUGIN_REQUIRED);
		if (route === 'get-task-status') return status(call, world);
		return create(ROUTES[String(route)], call, world);
	};
}

/** Watchlists, what they collect, and the team; undefined for any other path. */
function engagement(call: Call, world: World): Answer | undefined {
	const { outX } = world;
	const type = watchlistType(call.path);
	const respond = type
		? () => watchlistAnswer(type, call, world)
		: ENGAGEMENT[`${call.method} ${call.path}`];
	if (!respond) {
		const isKnown = Object.keys(ENGAGEMENT).some((key) => key.endsWith(` ${call.path}`));
		return isKnown ? { ...refuse(405, 'Method not allowed'), unchecked: true } : undefined;
	}
	const isExempt = outX.globalDataSharing && call.path !== '/api-team';
	if (!outX.extensionOnline && !isExempt) return refuse(403, PLUGIN_REQUIRED);
	return respond(call, world);
}

const ENGAGEMENT: Readonly<Record<string, (call: Call, world: World) => Answer>> = {
	'GET /api-posts': postsAnswer,
	'GET /api-interactions': interactionsAnswer,
	'POST /api-like': (call, world) => reactionAnswer('like', call, world),
	'POST /api-comment': (call, world) => reactionAnswer('comment', call, world),
	'GET /api-team': (_call, world) => ({ status: 200, body: teamAnswer(world) }),
};

function create(route: Route, call: Call, world: World): Answer {
	const input = asObject(call.body);
	const problem = validate(route.type, input);
	if (problem) return refuse(400, problem);
	if (route.needsAdmin && !world.outX.hasAdmin) {
		return refuse(404, 'No admin user found in the team');
	}
	if (
		route.type === 'agent_send_connection_request' &&
		world.outX.invitationsUsed >= world.outX.invitationLimit
	) {
		return refuse(429, 'LinkedIn invitation limit reached. Please try again later.');
	}
	const task = world.outX.create(route.type, withDefaults(route.type, input));
	return {
		status: 200,
		body: {
			success: true,
			api_agent_task_id: task.id,
			message: `${route.name} task created successfully`,
		},
	};
}

function withDefaults(type: TaskType, input: Json): Json {
	return type === 'agent_fetch_connections' ? { start: 0, count: 40, ...input } : input;
}

function status(call: Call, world: World): Answer {
	const id = call.query.api_agent_task_id;
	if (!id) return refuse(400, "Missing or invalid 'api_agent_task_id'");
	const task = isUrn(id) ? undefined : world.outX.task(id);
	if (!task) return refuse(404, 'Agent task not found');
	const running = task.finished === undefined;
	const hidden = running && !world.outX.showsProcessing && task.scripted?.status !== 'processing';
	return {
		status: 200,
		body: {
			success: true,
			data: {
				id: task.id,
				status: hidden ? 'pending' : task.status,
				task_input: task.input,
				task_output: task.output,
			},
		},
	};
}
