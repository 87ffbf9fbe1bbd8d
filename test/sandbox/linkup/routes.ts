import { KEYS } from '../constants';
import type { Handler } from '../types';
import type { World } from '../world/world';
import { withRawInvitationId } from './shared';
import { v1 } from './v1';
import { refuse, TEXTS } from './v1Errors';
import { v2 } from './v2';
import { CODES, failure } from './v2Answers';

/** LinkupAPI's API, both generations. */
export function linkupHandler(world: World): Handler {
	return (call) => {
		const isV1 = call.path.startsWith('/v1/');
		if (call.headers['x-api-key'] !== KEYS.linkupApi || world.linkup.keyRevoked) {
			return isV1
				? refuse(world, 401, TEXTS.key)
				: failure('INVALID_API_KEY', CODES.INVALID_API_KEY.message, {}, world);
		}
		if (world.linkup.tooFast()) {
			return isV1
				? refuse(world, 429, TEXTS.rate)
				: failure('RATE_LIMITED', CODES.RATE_LIMITED.message, {}, world);
		}
		const answer = isV1
			? (v1(call, world) ?? {
					...refuse(world, 404, TEXTS.notFound),
					unchecked: true,
					unrouted: true,
				})
			: v2(call, world);
		if (world.linkup.invitationIdAs === 'string') return answer;
		return { ...answer, raw: withRawInvitationId(answer.body) };
	};
}
