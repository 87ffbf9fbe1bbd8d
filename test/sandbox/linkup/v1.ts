import { asObject } from '../types';
import type { Answer, Call, Json } from '../types';
import type { Account } from '../world/accounts';
import type { Person } from '../world/person';
import { conversationUrn, messageUrn } from '../world/urns';
import type { World } from '../world/world';
import { logIn, verifyCode } from './login';
import {
	byHandle,
	deliver,
	handleOf,
	invitationState,
	inviteBarrier,
	isMediaFile,
	isMediaLink,
	messagesData,
	ownProfile,
	profileData,
} from './shared';
import { COUNTRIES, refuse, TEXTS } from './v1Errors';

interface Route {
	required: string[];
	price: (body: Json) => number;
	run: (body: Json, account: Account, world: World) => Answer;
}

const one = (): number => 1;

const ROUTES: Readonly<Record<string, Route>> = {
	'/v1/messages/send-message': {
		required: ['linkedin_url', 'message_text', 'login_token'],
		price: (body) => (body.media_link || body.media_file ? 2 : 1),
		run: sendMessage,
	},
	'/v1/messages/conversation': { required: ['login_token'], price: one, run: conversation },
	'/v1/network/connect': { required: ['linkedin_url', 'login_token'], price: one, run: connect },
	'/v1/network/invitation-status': {
		required: ['linkedin_url', 'login_token'],
		price: one,
		run: invitationStatus,
	},
	'/v1/profile/info': { required: ['linkedin_url', 'login_token'], price: one, run: profileInfo },
	'/v1/profile/me': {
		required: ['login_token'],
		price: one,
		run: (_body, account) => success({ data: ownProfile(account) }),
	},
};

/** LinkupAPI's first generation; undefined for paths it does not have here. */
export function v1(call: Call, world: World): Answer | undefined {
	if (call.path === '/v1/check' && call.method === 'GET') return success({});
	if (call.method !== 'POST') return undefined;
	const body = asObject(call.body);
	if (call.path === '/v1/auth/login') return logIn(body, world);
	if (call.path === '/v1/auth/verify') return verifyCode(body, world);
	const route = ROUTES[call.path];
	return route && charged(route, body, world);
}

/** V1 bills every answer, failures included. */
function charged(route: Route, body: Json, world: World): Answer {
	const { linkup } = world;
	const price = route.price(body);
	if (linkup.credits < price) return refuse(world, 402, TEXTS.credits);
	const answer = run(route, body, world);
	const failed = answer.status !== 200 || asObject(answer.body).status === 'error';
	linkup.credits -= failed ? 1 : price;
	return answer;
}

function run(route: Route, body: Json, world: World): Answer {
	const missing = route.required.find((name) => typeof body[name] !== 'string' || !body[name]);
	if (missing) return refuse(world, 400, TEXTS.missing(missing));
	if (body.country !== undefined && !COUNTRIES.includes(String(body.country))) {
		return refuse(world, 400, TEXTS.country);
	}
	const account = world.linkup.accountOf(String(body.login_token));
	if (!account) return refuse(world, 401, TEXTS.cookie);
	if (world.linkup.linkedinThrottled) return refuse(world, 429, TEXTS.rate);
	return route.run(body, account, world);
}

export const success = (more: Json): Answer => ({
	status: 200,
	body: { status: 'success', ...more },
});

/** The person a linkedin_url names, or the refusal. */
function named(body: Json, world: World, isMessage: boolean): Person | Answer {
	const bareIds = isMessage || world.linkup.v1BareIds === 'everywhere';
	const handle = handleOf(body.linkedin_url, bareIds);
	if (handle === undefined) return refuse(world, 400, TEXTS.url);
	return byHandle(world, handle) ?? refuse(world, 404, TEXTS.notFound);
}

const isAnswer = (value: Person | Answer): value is Answer => 'status' in value;

function sendMessage(body: Json, account: Account, world: World): Answer {
	const hasLink = body.media_link !== undefined && body.media_link !== '';
	const hasFile = !hasLink && body.media_file !== undefined && body.media_file !== '';
	if (hasLink && !isMediaLink(body.media_link)) return refuse(world, 400, TEXTS.link);
	if (hasFile && !isMediaFile(body.media_file)) return refuse(world, 400, TEXTS.file);
	const person = named(body, world, true);
	if (isAnswer(person)) return person;
	const connected = world.network.relation(account.id, person.memberId) === 'connected';
	if (person.restricted || (world.linkup.v1OnlyConnections && !connected)) {
		return refuse(world, 403, TEXTS.permission);
	}
	const text = String(body.message_text);
	deliver(world, account, person, { kind: 'message', text, hasMedia: hasLink || hasFile });
	const index = world.network.conversation(account.id, person.memberId).length - 1;
	return success({
		message: 'Message sent successfully',
		...(world.linkup.v1MessageData && {
			data: {
				entityUrn: messageUrn(account, person, index),
				conversation_id: conversationUrn(account, person),
				deliveredAt: world.now(),
			},
		}),
	});
}

function connect(body: Json, account: Account, world: World): Answer {
	const note = typeof body.message === 'string' ? body.message.trim() : '';
	if (note.length > 300) return refuse(world, 400, TEXTS.note);
	const person = named(body, world, false);
	if (isAnswer(person)) return person;
	if (person.restricted) return refuse(world, 403, TEXTS.permission);
	const barred = inviteBarrier(world, account, person);
	if (barred) return refuse(world, 400, barred);
	deliver(world, account, person, { kind: 'invitation', text: note });
	return success({ message: 'Connection request sent successfully' });
}

function invitationStatus(body: Json, account: Account, world: World): Answer {
	const person = named(body, world, false);
	if (isAnswer(person)) return person;
	return success({ data: invitationState(world, account, person) });
}

function profileInfo(body: Json, _account: Account, world: World): Answer {
	const person = named(body, world, false);
	return isAnswer(person) ? person : success({ data: profileData(person) });
}

function conversation(body: Json, account: Account, world: World): Answer {
	const person =
		typeof body.conversation_id === 'string'
			? (world.people.find((p) => conversationUrn(account, p) === body.conversation_id) ??
				refuse(world, 404, TEXTS.notFound))
			: body.linkedin_url === undefined
				? refuse(world, 400, TEXTS.missing('linkedin_url'))
				: named(body, world, false);
	if (isAnswer(person)) return person;
	const count = typeof body.total_results === 'number' ? body.total_results : 10;
	const messages = messagesData(world, account, person, count);
	return success({
		data: {
			conversation_id: conversationUrn(account, person),
			total_results: messages.length,
			messages,
			next_cursor: null,
			has_next_page: false,
		},
	});
}
