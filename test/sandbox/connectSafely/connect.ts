import { asObject } from '../types';
import type { Answer, Call } from '../types';
import type { Account } from '../world/accounts';
import { isoSeconds } from '../world/calendar';
import { profileUrn } from '../world/person';
import type { Person } from '../world/person';
import type { World } from '../world/world';
import { invalid, refuse } from './errors';
import { actingAccount, bySlug, byUrn, isAnswer, notFoundText, withoutSeat } from './lookUp';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** POST /connect. */
export function sendConnectionRequest(call: Call, world: World): Answer {
	const body = asObject(call.body);
	const account = actingAccount(world, body.accountId);
	if (isAnswer(account)) return account;
	const { quotas } = world.connectSafely;
	const rates = () => quotas.headers(account.id, 'CONNECT');
	const [urn, slug, note] = [text(body.profileUrn), text(body.profileId), text(body.customMessage)];
	if (!urn && !slug) {
		return invalid(world, 'profileId', 'Either profileId or profileUrn is required', rates());
	}
	if (note.length > 300) {
		return invalid(world, 'customMessage', 'Custom message cannot exceed 300 characters', rates());
	}
	const seat = withoutSeat(world, account);
	if (seat) return seat;
	const held = onHold(account, world);
	if (held) return held;
	const person = urn ? byUrn(world, urn) : bySlug(world, slug, 'act');
	if (!person || person.restricted) return refuse(world, 404, notFoundText(urn || slug), rates());
	const barred = barrier(account, person, world);
	if (barred) return refuse(world, 400, barred, rates());
	quotas.spend(account.id, 'CONNECT');
	world.deliver({
		at: world.now(),
		vendor: 'connectSafely',
		kind: 'invitation',
		from: account.id,
		to: person.memberId,
		publicIdentifier: person.publicIdentifier,
		...(note && { text: note }),
	});
	return {
		status: 200,
		headers: rates(),
		body: {
			success: true,
			message: 'Connection request sent successfully',
			profileUrn: profileUrn(person),
		},
	};
}

/** Over the weekly limit, or still on hold for having been. */
function onHold(account: Account, world: World): Answer | undefined {
	const { connectSafely } = world;
	const over = connectSafely.quotas.remaining(account.id, 'CONNECT') === 0;
	if (!over && connectSafely.holdUntil(account.id) === undefined) return undefined;
	const until = connectSafely.hold(account.id);
	return refuse(
		world,
		429,
		connectSafely.quotas.exceededText(account.id, 'CONNECT'),
		connectSafely.quotas.headers(account.id, 'CONNECT'),
		{ holdUntil: isoSeconds(until) },
	);
}

function barrier(account: Account, person: Person, world: World): string | undefined {
	const relation = world.network.relation(account.id, person.memberId);
	if (relation === 'connected') return 'Already connected with this profile';
	if (relation === 'none') return undefined;
	return 'Connection request already pending';
}
