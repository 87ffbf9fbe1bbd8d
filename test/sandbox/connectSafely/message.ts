import { asObject } from '../types';
import type { Answer, Call, Json } from '../types';
import type { Account } from '../world/accounts';
import { profileUrn } from '../world/person';
import type { Person } from '../world/person';
import type { World } from '../world/world';
import { invalid, refuse } from './errors';
import { actingAccount, byUrn, bySlug, isAnswer, notFoundText, withoutSeat } from './lookUp';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** POST /message. */
export function sendMessage(call: Call, world: World): Answer {
	const body = asObject(call.body);
	const account = actingAccount(world, body.accountId);
	if (isAnswer(account)) return account;
	const rates = () => world.connectSafely.quotas.headers(account.id, 'MESSAGE');
	const wrong = validate(body, world, rates());
	if (wrong) return wrong;
	const seat = withoutSeat(world, account);
	if (seat) return seat;
	const { quotas } = world.connectSafely;
	if (quotas.remaining(account.id, 'MESSAGE') === 0) {
		return refuse(world, 429, quotas.exceededText(account.id, 'MESSAGE'), rates());
	}
	const person = recipient(body, world);
	if (!person || person.restricted) {
		const id = text(body.recipientProfileUrn) || text(body.recipientProfileId);
		return refuse(world, 404, notFoundText(id), rates());
	}
	const barred = barrier(body, account, person, world);
	if (barred) return refuse(world, 400, barred, rates());
	quotas.spend(account.id, 'MESSAGE');
	deliver(body, account, person, world);
	return {
		status: 200,
		headers: rates(),
		body: {
			success: true,
			message: 'Message sent successfully',
			recipientProfileUrn: profileUrn(person),
			...(world.connectSafely.deprecationNotice && {
				_deprecated: 'Use POST /linkedin/conversations/send instead',
			}),
		},
	};
}

function validate(body: Json, world: World, headers: Record<string, string>): Answer | undefined {
	if (!text(body.recipientProfileId) && !text(body.recipientProfileUrn)) {
		return invalid(
			world,
			'recipientProfileId',
			'Either recipientProfileId or recipientProfileUrn is required',
			headers,
		);
	}
	if (!text(body.message)) return invalid(world, 'message', 'Message is required', headers);
	const type = body.messageType ?? 'normal';
	if (type !== 'normal' && type !== 'inmail') {
		return invalid(world, 'messageType', 'messageType must be normal or inmail', headers);
	}
	if (type === 'inmail' && !text(body.subject)) {
		return invalid(world, 'subject', 'Subject is required for InMail messages', headers);
	}
	return undefined;
}

function recipient(body: Json, world: World): Person | undefined {
	const urn = text(body.recipientProfileUrn);
	return urn ? byUrn(world, urn) : bySlug(world, text(body.recipientProfileId), 'act');
}

/** Why LinkedIn does not take this message, if so. */
function barrier(body: Json, account: Account, person: Person, world: World): string | undefined {
	const connected = world.network.relation(account.id, person.memberId) === 'connected';
	if (body.messageType === 'inmail') {
		if (person.openProfile) return undefined;
		if (!account.premium) return 'InMail requires a Premium account';
		return account.inMailCredits > 0 ? undefined : 'Not enough InMail credits';
	}
	if (connected) return undefined;
	const groupId = text(body.groupId);
	if (!groupId) return 'Recipient is not a 1st-degree connection';
	return person.groups.includes(groupId) ? undefined : 'Recipient is not a member of this group';
}

function deliver(body: Json, account: Account, person: Person, world: World): void {
	const messageType = body.messageType === 'inmail' ? 'inmail' : 'normal';
	if (messageType === 'inmail' && !person.openProfile) account.inMailCredits -= 1;
	world.deliver({
		at: world.now(),
		vendor: 'connectSafely',
		kind: 'message',
		from: account.id,
		to: person.memberId,
		publicIdentifier: person.publicIdentifier,
		text: String(body.message),
		...(text(body.subject) && { subject: text(body.subject) }),
		messageType,
	});
}
