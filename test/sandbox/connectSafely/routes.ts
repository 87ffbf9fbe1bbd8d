import { KEYS } from '../constants';
import type { Answer, Call, Handler } from '../types';
import { iso } from '../world/calendar';
import { decode } from '../world/directory';
import type { World } from '../world/world';
import { sendConnectionRequest } from './connect';
import { refuse } from './errors';
import { sendMessage } from './message';
import { fetchProfile } from './profile';
import {
	accountQuota,
	conversationExists,
	conversationMessages,
	inMailCredits,
	listAccounts,
	relationship,
} from './reads';

export const TRIAL_OVER =
	'Your trial has expired. Please subscribe to continue using this feature.';
export const TOO_FAST = 'Too many requests. Please slow down.';

/** ConnectSafely's API. */
export function connectSafelyHandler(world: World): Handler {
	return (call) => {
		const { connectSafely } = world;
		if (call.headers.authorization !== `Bearer ${KEYS.connectSafely}` || connectSafely.keyRevoked) {
			return { status: 401, body: { error: 'Unauthorized' } };
		}
		const wait = connectSafely.tooFast();
		if (wait !== undefined) return throttled(world, wait);
		if (connectSafely.trialOver) return refuse(world, 403, TRIAL_OVER);
		return (
			route(call, world) ?? { ...refuse(world, 404, 'Not found'), unchecked: true, unrouted: true }
		);
	};
}

function route(call: Call, world: World): Answer | undefined {
	const [first, ...rest] = call.path.slice(1).split('/').map(decode);
	switch (`${call.method} ${first}${rest.length > 0 ? '/*' : ''}`) {
		case 'POST message':
			return sendMessage(call, world);
		case 'POST connect':
			return sendConnectionRequest(call, world);
		case 'POST profile':
		case 'GET profile':
			return fetchProfile(call, world);
		case 'GET accounts':
			return listAccounts(call, world);
		case 'GET account/*':
			return rest[1] === 'quota' ? accountQuota(rest[0], world) : undefined;
		case 'GET inmail/*':
			return rest[0] === 'credits' ? inMailCredits(call, world) : undefined;
		case 'GET relationship/*':
			if (rest.length > 2 || rest.includes('')) return undefined;
			return relationship(world, rest[rest.length - 1], rest.length === 2 ? rest[0] : undefined);
		case 'GET conversations/*':
			if (rest[0] === 'exists' && rest.length === 2)
				return conversationExists(call, rest[1], world);
			return rest[1] === 'messages' ? conversationMessages(call, rest[0], world) : undefined;
		default:
			return undefined;
	}
}

/** 429 of the per-minute layer: soon over, and it says when. */
function throttled(world: World, wait: number): Answer {
	return refuse(world, 429, TOO_FAST, {
		'X-RateLimit-Limit': String(world.connectSafely.velocityLimit),
		'X-RateLimit-Remaining': '0',
		'X-RateLimit-Reset': iso(world.now() + wait),
		'Retry-After': String(Math.max(1, Math.ceil(wait / 1000))),
	});
}
