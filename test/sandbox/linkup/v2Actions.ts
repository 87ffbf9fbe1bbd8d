import type { Json } from '../types';
import type { Account } from '../world/accounts';
import { fullName, profileUrn } from '../world/person';
import type { Person } from '../world/person';
import { conversationUrn, messageUrn } from '../world/urns';
import type { World } from '../world/world';
import {
	byHandle,
	deliver,
	handleOf,
	invitationState,
	inviteBarrier,
	isMediaLink,
	messagesData,
	ownProfile,
	profileData,
} from './shared';
import type { Code } from './v2Answers';

type Result = { data: unknown } | { code: Code; message?: string };

interface Action {
	price: (params: Json) => number;
	run: (params: Json, account: Account, world: World) => Result;
}

const invalid = (message?: string): Result => ({ code: 'INVALID_PARAMS', message });
const refused = (message?: string): Result => ({ code: 'CHANNEL_ERROR', message });
const free = (): number => 0;
const one = (): number => 1;

/** V2's actions, by path and name. */
export const ACTIONS: Readonly<Record<string, Readonly<Record<string, Action>>>> = {
	'/v2/messages': {
		send: { price: (params) => (params.media_link || params.media_links ? 2 : 1), run: send },
		get_conversation: { price: one, run: getConversation },
	},
	'/v2/network': {
		invite: { price: one, run: invite },
		check_invitation: {
			price: one,
			run: (params, account, world) => {
				const person = fromUrl(params, world);
				if ('code' in person) return person;
				return { data: invitationState(world, account, person) };
			},
		},
	},
	'/v2/profiles': {
		get: {
			price: one,
			run: (params, _account, world) => {
				const person = anyone(params, world);
				return 'code' in person ? person : { data: profileData(person) };
			},
		},
		get_me: { price: free, run: (_params, account) => ({ data: ownProfile(account) }) },
	},
};

type Refusal = Extract<Result, { code: Code }>;

const notFound: Refusal = { code: 'CHANNEL_ERROR', message: 'Profile not found' };

/** profile_url, or its alias linkedin_url. */
function fromUrl(params: Json, world: World): Person | Refusal {
	const handle = handleOf(params.profile_url ?? params.linkedin_url, false);
	if (handle === undefined) return { code: 'INVALID_PARAMS', message: 'Invalid profile_url' };
	return byHandle(world, handle) ?? notFound;
}

/** By URL, by the decoded handle or by profile URN, whatever is given. */
function anyone(params: Json, world: World): Person | Refusal {
	if (typeof params.identifier === 'string' && params.identifier) {
		return byHandle(world, params.identifier) ?? notFound;
	}
	if (typeof params.profile_urn === 'string' && params.profile_urn) {
		return world.lookUp.withMemberId(params.profile_urn.split(':').pop() ?? '') ?? notFound;
	}
	return fromUrl(params, world);
}

function send(params: Json, account: Account, world: World): Result {
	const text = typeof params.message_text === 'string' ? params.message_text : '';
	if (!text.trim()) return invalid('message_text is required');
	const links = [params.media_link, params.media_links].flat().filter((link) => link !== undefined);
	if (!links.every(isMediaLink)) return invalid('Invalid media_link');
	const salesId = /ACwAA[\w-]+/.exec(String(params.recipient_urn))?.[0];
	const person = salesId ? (world.lookUp.withSalesId(salesId) ?? notFound) : fromUrl(params, world);
	if ('code' in person) return person;
	const inmail = params.inmail === true;
	if (person.restricted) return refused();
	if (inmail && !person.openProfile) {
		if (!account.premium || account.inMailCredits < 1)
			return refused('InMail needs a premium seat');
		account.inMailCredits -= 1;
	}
	const connected = world.network.relation(account.id, person.memberId) === 'connected';
	if (!inmail && !connected && world.linkup.v2OnlyConnections) {
		return refused('Recipient is not a 1st-degree connection');
	}
	const subject = typeof params.subject === 'string' ? params.subject : undefined;
	deliver(world, account, person, {
		kind: 'message',
		text,
		subject,
		inmail,
		hasMedia: links.length > 0,
	});
	const index = world.network.conversation(account.id, person.memberId).length - 1;
	return {
		data: {
			entity_urn: messageUrn(account, person, index),
			conversation_id: conversationUrn(account, person),
		},
	};
}

function getConversation(params: Json, account: Account, world: World): Result {
	const person =
		typeof params.conversation_id === 'string'
			? (world.people.find((p) => conversationUrn(account, p) === params.conversation_id) ??
				notFound)
			: fromUrl(params, world);
	if ('code' in person) return person;
	const count = typeof params.count === 'number' ? params.count : 10;
	const messages = messagesData(world, account, person, count, true);
	return {
		data: {
			conversation_id: conversationUrn(account, person),
			participant: { name: fullName(person) },
			total_message_count: world.network.conversation(account.id, person.memberId).length,
			unread_count: 0,
			messages,
			next_cursor: null,
		},
	};
}

function invite(params: Json, account: Account, world: World): Result {
	const note = typeof params.message === 'string' ? params.message.trim() : '';
	const longest = account.premium ? 300 : 200;
	if (note.length > longest) return invalid(`message must be ${longest} characters or fewer`);
	const person = anyone({ ...params, profile_urn: undefined }, world);
	if ('code' in person) return person;
	if (person.restricted) return refused();
	const barred = inviteBarrier(world, account, person);
	if (barred) return refused(barred);
	deliver(world, account, person, { kind: 'invitation', text: note });
	return {
		data: {
			invitation_urn: `urn:li:invitation:${world.network.invitationId(account.id, person.memberId)}`,
			profile_urn: profileUrn(person),
			first_name: person.firstName,
			last_name: person.lastName,
			headline: person.headline,
			public_identifier: person.publicIdentifier,
			profile_picture_url: null,
		},
	};
}
