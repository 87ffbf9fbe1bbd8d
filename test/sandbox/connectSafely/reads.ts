import type { Answer, Call, Json } from '../types';
import type { Account } from '../world/accounts';
import { decode } from '../world/directory';
import { fullName, profileUrn } from '../world/person';
import { conversationUrn, messageUrn } from '../world/urns';
import type { World } from '../world/world';
import { refuse } from './errors';
import { actingAccount, bySlug, isAnswer, notFoundText } from './lookUp';
import { FEATURES } from './quotas';

/** GET /accounts. */
export function listAccounts(call: Call, world: World): Answer {
	const wanted = (call.query.q ?? '').trim().toLowerCase();
	const slug = /linkedin\.com\/in\/([^/?#]+)/.exec(wanted)?.[1];
	const needle = slug ? decode(slug) : wanted;
	const own = world.accounts.filter((account) => account.vendor === 'connectSafely');
	const hits = own.filter(
		(account) =>
			account.id === needle ||
			[account.firstName, account.lastName, account.publicIdentifier].some((name) =>
				name.toLowerCase().includes(needle),
			),
	);
	return { status: 200, body: hits.map(accountBody) };
}

function accountBody(account: Account): Json {
	return {
		id: account.id,
		firstName: account.firstName,
		lastName: account.lastName,
		publicId: account.publicIdentifier,
		picture: null,
		status: account.status,
		enabled: true,
		apiSeatAllocated: account.seat,
	};
}

/** GET /account/{accountId}/quota. */
export function accountQuota(accountId: string, world: World): Answer {
	const account = actingAccount(world, accountId, 404);
	if (isAnswer(account)) return account;
	const { quotas } = world.connectSafely;
	const reports = FEATURES.map((feature) => quotas.report(account.id, feature));
	return { status: 200, body: { accountId: account.id, quotas: reports } };
}

/** GET /inmail/credits. */
export function inMailCredits(call: Call, world: World): Answer {
	const account = actingAccount(world, call.query.accountId);
	if (isAnswer(account)) return account;
	const credits = account.premium ? account.inMailCredits : 0;
	return { status: 200, body: { success: true, credits, accountId: account.id }, unchecked: true };
}

/** GET /relationship/{profileId} and /relationship/{accountId}/{profileId}. */
export function relationship(world: World, slug: string, accountId?: string): Answer {
	const account = actingAccount(world, accountId, accountId ? 404 : 403);
	if (isAnswer(account)) return account;
	const person = bySlug(world, slug, 'read');
	if (!person || person.restricted) return refuse(world, 404, notFoundText(slug));
	const relation = world.network.relation(account.id, person.memberId);
	return {
		status: 200,
		body: {
			connected: relation === 'connected',
			invitationSent: relation === 'invited',
			invitationReceived: relation === 'inviting',
			status: STATUS[relation],
			profileUrn: profileUrn(person),
			accountId: account.id,
		},
	};
}

const STATUS = {
	none: 'NOT_CONNECTED',
	connected: 'CONNECTED',
	invited: 'INVITATION_SENT',
	inviting: 'INVITATION_RECEIVED',
} as const;

/** GET /conversations/exists/{profileId}. */
export function conversationExists(call: Call, slug: string, world: World): Answer {
	const account = actingAccount(world, call.query.accountId);
	if (isAnswer(account)) return account;
	const person = bySlug(world, slug, 'read');
	if (!person) return refuse(world, 404, notFoundText(slug));
	const exists = world.network.shown(account.id, person.memberId, world.now()).length > 0;
	return {
		status: 200,
		body: {
			success: true,
			hasConversation: exists,
			conversationUrn: exists ? conversationUrn(account, person) : null,
			profileUrn: profileUrn(person),
			accountId: account.id,
		},
	};
}

/** GET /conversations/{conversationUrn}/messages, newest first. */
export function conversationMessages(call: Call, urn: string, world: World): Answer {
	const account = actingAccount(world, call.query.accountId);
	if (isAnswer(account)) return account;
	const person = world.people.find((p) => conversationUrn(account, p) === urn);
	if (!person) return refuse(world, 404, 'Conversation not found');
	const count = Number(call.query.count ?? 50);
	const since = Number(call.query.since ?? 0);
	const all = world.network.shown(account.id, person.memberId, world.now());
	const fresh = all
		.map((message, index) => ({ ...message, index }))
		.filter((message) => message.at > since)
		.reverse();
	const messages = fresh.slice(0, count).map((message) => ({
		messageUrn: messageUrn(account, person, message.index),
		text: message.text,
		sentAt: message.at,
		senderProfileId: message.fromOwner ? account.memberId : person.memberId,
		senderName: message.fromOwner ? `${account.firstName} ${account.lastName}` : fullName(person),
		isSentByOwner: message.fromOwner,
		hasAttachment: message.hasMedia,
		attachments: [],
	}));
	const participant = {
		profileId: person.memberId,
		name: fullName(person),
		headline: person.headline,
	};
	return {
		status: 200,
		body: {
			success: true,
			messages,
			participants: [participant],
			hasMore: fresh.length > count,
			cursor: null,
		},
	};
}
