import type { Json } from '../types';
import type { Account } from '../world/accounts';
import { decode } from '../world/directory';
import type { Person } from '../world/person';
import { messageUrn } from '../world/urns';
import { profileUrn } from '../world/person';
import type { World } from '../world/world';

const PROFILE_URL = /^https:\/\/www\.linkedin\.com\/in\/([^/?#\s]+)\/?$/;
const MEMBER_ID = /^ACoAA[\w-]{20,}$/;
const PUBLIC_URL =
	/^https?:\/\/(?!localhost|127\.|10\.|192\.168\.|169\.254\.|0\.)[^/\s]+\.[^/\s]+\/\S+$/i;
const EXTENSION = /\.(png|mp4|jpe?g|pdf)$/i;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * What a profile URL names: a handle, a member id, or nothing because it is no proper profile URL.
 */
export function handleOf(url: unknown, bareIds: boolean): string | undefined {
	if (typeof url !== 'string') return undefined;
	const handle = PROFILE_URL.exec(url)?.[1];
	if (handle !== undefined) return decode(handle);
	return bareIds && MEMBER_ID.test(url) ? url : undefined;
}

/** LinkedIn opens /in/<handle> and /in/<member id> alike. */
export function byHandle(world: World, handle: string): Person | undefined {
	return world.lookUp.withSlug(handle) ?? world.lookUp.withMemberId(handle);
}

/** Public, direct and ending in a known extension. */
export function isMediaLink(value: unknown): boolean {
	return typeof value === 'string' && PUBLIC_URL.test(value) && EXTENSION.test(value);
}

/** Base64, with or without a data-URL prefix, plain or as `data` of an object. */
export function isMediaFile(value: unknown): boolean {
	const data =
		typeof value === 'object' && value !== null ? (value as { data?: unknown }).data : value;
	if (typeof data !== 'string') return false;
	const base64 = data.replace(/^data:[\w.+-]+\/[\w.+-]+(?:;[\w=.+-]+)*;base64,/, '');
	return base64.length > 0 && BASE64.test(base64);
}

/** The answer of invitation-status (V1) and check_invitation (V2). */
export function invitationState(world: World, account: Account, person: Person): Json {
	const relation = world.network.relation(account.id, person.memberId);
	const pending = relation === 'invited' || relation === 'inviting';
	const state = {
		connected: 'ACCEPTED',
		none: 'NO_INVITATION',
		invited: 'PENDING',
		inviting: 'PENDING',
	};
	const type = { connected: 'CONNECTED', none: null, invited: 'SENT', inviting: 'RECEIVED' };
	const says = {
		connected: 'You are connected with this person',
		none: 'No invitation with this person',
		invited: 'Invitation pending',
		inviting: 'Invitation received from this person',
	};
	return {
		invitation_state: state[relation],
		invitation_type: type[relation],
		invitation_id: pending ? world.network.invitationId(account.id, person.memberId) : null,
		member_distance: relation === 'connected' ? 1 : 2,
		message: says[relation],
	};
}

/**
 * Writes the 19 digits of invitation_id as a raw JSON number, which is more than JSON.parse can
 * hold.
 */
export function withRawInvitationId(body: unknown): string {
	return JSON.stringify(body).replace(/"invitation_id":"(\d+)"/, '"invitation_id":$1');
}

export function profileData(person: Person): Json {
	if (person.restricted) {
		return { public_id: person.publicIdentifier, first_name: 'LinkedIn', last_name: 'Member' };
	}
	return {
		public_id: person.publicIdentifier,
		first_name: person.firstName,
		last_name: person.lastName,
		headline: person.headline,
		location: person.location,
		summary: null,
		industry: 'Software Development',
		profile_urn: profileUrn(person),
		experience: [{ title: person.title, company: person.company.name }],
		education: [{ school: person.school }],
		skills: ['Negotiation'],
	};
}

export function ownProfile(account: Account): Json {
	return {
		public_id: account.publicIdentifier,
		first_name: account.firstName,
		last_name: account.lastName,
		headline: 'Sender',
	};
}

/** Messages with a person, newest first; V2 tells the address of who wrote them, too. */
export function messagesData(
	world: World,
	account: Account,
	person: Person,
	count: number,
	withAddress = false,
): Json[] {
	const all = world.network.shown(account.id, person.memberId, world.now());
	return all
		.map((message, index) => {
			const sender = message.fromOwner ? account : person;
			return {
				text: message.text,
				timestamp: message.at,
				sender: `${sender.firstName} ${sender.lastName}`,
				sender_info: {
					first_name: sender.firstName,
					last_name: sender.lastName,
					...(withAddress && {
						profile_url: `https://www.linkedin.com/in/${encodeURIComponent(sender.publicIdentifier)}/`,
					}),
				},
				message_type: 'TEXT',
				entity_urn: messageUrn(account, person, index),
			};
		})
		.reverse()
		.slice(0, count);
}

/** Why LinkedIn does not take an invitation, if so. */
export function inviteBarrier(world: World, account: Account, person: Person): string | undefined {
	const relation = world.network.relation(account.id, person.memberId);
	if (relation === 'connected') return 'You are already connected with this person';
	if (relation === 'invited') return 'Invitation already sent to this person';
	if (relation === 'inviting') return 'This person has already sent you an invitation';
	return undefined;
}

/** A LinkupAPI act that reached its person now. */
export function deliver(
	world: World,
	account: Account,
	person: Person,
	act: {
		kind: 'message' | 'invitation';
		text?: string;
		subject?: string;
		inmail?: boolean;
		hasMedia?: boolean;
	},
): void {
	const { kind, text, subject, inmail, hasMedia } = act;
	world.deliver({
		at: world.now(),
		vendor: 'linkupApi',
		kind,
		from: account.id,
		to: person.memberId,
		publicIdentifier: person.publicIdentifier,
		...(text && { text }),
		...(subject && { subject }),
		...(inmail && { messageType: 'inmail' as const }),
		...(kind === 'message' && { hasMedia: hasMedia ?? false }),
	});
}
