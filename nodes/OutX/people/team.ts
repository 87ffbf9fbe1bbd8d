import { z } from 'zod';

import { isObject } from '../../shared/json/json';
import type { JsonObject } from '../../shared/json/types';
import type { OutXApi } from '../api';
import { firstText } from '../../shared/operation/present';

const answer = z.custom<JsonObject>(isObject);

/** GET /api-team: the team, its plan and its usage. No key of it is documented (outx.openapi.yaml). */
export async function fetchTeam(api: OutXApi): Promise<JsonObject> {
	return (await api.client.read({ method: 'GET', path: '/api-team' }, answer)).data;
}

/** Somebody whose LinkedIn account may act. */
export interface TeamMember {
	readonly email: string;
	/** As people know them; the address where there is no name. */
	readonly name: string;
}

/** An answer nested deeper, or longer than this, lists no members. */
const DEEPEST = 6;
const MOST = 10_000;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const isEmail = (text: string): boolean => EMAIL.test(text);

function memberIn(record: JsonObject): TeamMember | undefined {
	const person = isObject(record.user) ? { ...(record.user as JsonObject), ...record } : record;
	const email = firstText(
		person.email,
		person.user_email,
		person.userEmail,
		person.email_address,
		person.emailAddress,
		person.mail,
	)?.trim();
	if (email === undefined || !isEmail(email)) return undefined;
	const parts = [person.first_name ?? person.firstName, person.last_name ?? person.lastName];
	const name = firstText(
		person.full_name,
		person.fullName,
		person.name,
		parts.filter((part) => typeof part === 'string').join(' '),
	);
	return { email, name: name?.trim() ?? email };
}

/**
 * Everybody with an e-mail address in a team's answer, wherever it lists them, each once: people have to
 * be found although the answer's shape is unknown.
 */
export function teamMembers(team: JsonObject): TeamMember[] {
	const found = new Map<string, TeamMember>();
	let left = MOST;
	const search = (value: unknown, depth: number): void => {
		if (depth > DEEPEST || --left < 0) return;
		if (Array.isArray(value)) {
			for (const one of value) search(one, depth + 1);
			return;
		}
		if (!isObject(value)) return;
		const member = depth > 0 ? memberIn(value as JsonObject) : undefined;
		const key = member?.email.toLowerCase() ?? '';
		if (member && !found.has(key)) found.set(key, member);
		if (!member) for (const one of Object.values(value)) search(one, depth + 1);
	};
	search(team, 0);
	return [...found.values()];
}
