import type { Answer, Json } from '../types';
import type { World } from '../world/world';
import type { Login } from './state';
import { COUNTRIES, refuse, TEXTS } from './v1Errors';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** POST /v1/auth/login. */
export function logIn(body: Json, world: World): Answer {
	const wrong = checkInput(body, ['email', 'password'], world);
	if (wrong) return wrong;
	const login = world.linkup.logins.find(
		(l) => l.email === body.email && l.password === body.password,
	);
	if (!login) return refuse(world, 401, TEXTS.credentials);
	if (login.code === undefined) return token(login, world);
	world.linkup.challenge({ ...login, country: countryOf(body) });
	return {
		status: 200,
		body: { status: 'success', requires_verification: true, message: 'Verification code required' },
	};
}

/** POST /v1/auth/verify: the same e-mail and country as in the first step, and the mailed code. */
export function verifyCode(body: Json, world: World): Answer {
	const wrong = checkInput(body, ['email', 'code'], world);
	if (wrong) return wrong;
	const login = world.linkup.answerChallenge(text(body.email), countryOf(body), text(body.code));
	return login ? token(login, world) : refuse(world, 400, TEXTS.code);
}

const countryOf = (body: Json): string => text(body.country) || 'FR';

function checkInput(body: Json, required: string[], world: World): Answer | undefined {
	const missing = required.find((name) => !text(body[name]));
	if (missing) return refuse(world, 400, TEXTS.missing(missing));
	return COUNTRIES.includes(countryOf(body)) ? undefined : refuse(world, 400, TEXTS.country);
}

function token(login: Login, world: World): Answer {
	world.linkup.issueToken(login.loginToken, login.accountId);
	const issued = { login_token: login.loginToken };
	const place = world.linkup.tokenPlace === 'data' ? { data: issued } : issued;
	return { status: 200, body: { status: 'success', ...place } };
}
