import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { CredentialRefusal } from '../../../credentials/shared/authorise';
import { MissingLoginToken } from '../../../credentials/shared/loginFields';
import { authenticated, filledIn, KEY, TYPES } from './types';

const type = new TYPES.LinkupLoginTokenApi();
const FULL = {
	loginToken: 'AQED-token',
	country: 'DE',
	email: 'sales@example.com',
	password: ' pass word ',
};

async function send(
	path: string,
	body?: IHttpRequestOptions['body'],
	changes: ICredentialDataDecryptedObject = {},
	method: IHttpRequestOptions['method'] = 'POST',
): Promise<IHttpRequestOptions> {
	const credentials = filledIn(type, { ...FULL, ...changes });
	return await authenticated(type, credentials, {
		method,
		url: `${String(credentials.baseUrl).trim()}${path}`,
		body,
	});
}

const bodyOf = async (...args: Parameters<typeof send>) => (await send(...args)).body;

async function refusal(...args: Parameters<typeof send>): Promise<CredentialRefusal> {
	const error: unknown = await send(...args).then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	expect(error).toBeInstanceOf(CredentialRefusal);
	const { message } = error as CredentialRefusal;
	for (const secret of [KEY, FULL.loginToken, FULL.password.trim(), FULL.email, 'hush']) {
		expect(message).not.toContain(secret);
	}
	return error as CredentialRefusal;
}

describe('a call that acts as the LinkedIn account', () => {
	it('gets token and country beside what the operation sends', async () => {
		const body = { linkedin_url: 'https://www.linkedin.com/in/jane', message_text: 'Hi' };
		const before = structuredClone(body);
		expect(await bodyOf('/v1/messages/send-message', body)).toEqual({
			...before,
			login_token: 'AQED-token',
			country: 'DE',
		});
		expect(body).toEqual(before);
	});

	it.each([undefined, {}, Object.create(null) as Record<string, never>])(
		'has a body even where the operation sends %j',
		async (body) => {
			expect(await bodyOf('/v1/profile/me', body)).toEqual({
				login_token: 'AQED-token',
				country: 'DE',
			});
		},
	);

	it('takes them from the credential only', async () => {
		expect(await bodyOf('/v1/network/connect', { login_token: 'theirs', country: 'US' })).toEqual({
			login_token: 'AQED-token',
			country: 'DE',
		});
	});

	it('never gets email or password', async () => {
		expect(JSON.stringify(await send('/v1/network/connect', {}))).not.toMatch(/sales@|pass word/);
	});

	it('works behind a Base URL with a path', async () => {
		const body = await bodyOf('/v1/profile/me', {}, { baseUrl: 'http://localhost:5699/linkup' });
		expect(body).toMatchObject({ login_token: 'AQED-token' });
	});

	it('gets no empty country, and a trimmed token', async () => {
		expect(
			await bodyOf('/v1/profile/me', {}, { country: '', loginToken: ' AQED-token\n' }),
		).toEqual({ login_token: 'AQED-token' });
	});

	it('gives the same request when n8n passes it through twice, as it does after a 401', async () => {
		const once = await send('/v1/profile/me', { a: 1 });
		expect(await authenticated(type, filledIn(type, FULL), once)).toEqual(once);
	});

	it.each(['', '  \n', undefined as unknown as string])(
		'is refused with the token %j',
		async (loginToken) => {
			const error = await refusal('/v1/messages/send-message', {}, { loginToken });
			expect(error).toBeInstanceOf(MissingLoginToken);
			expect(error.message).toMatch(/no Login Token.*Run the Log In operation.*paste the token/);
			expect(error.facts).toMatchObject({ outcome: 'notSent', reason: 'authentication' });
		},
	);

	it('is refused with a token that is two words', async () => {
		const error = await refusal('/v1/profile/me', {}, { loginToken: 'hush hush' });
		expect(error.message).toContain('The Login Token in the credential has a space, a line break');
	});

	it.each(['token-\nabc', '"token-abc"', 'Bearer token-abc', ' token-\r\nabc,'])(
		'carries the token %j as it is meant',
		async (loginToken) => {
			expect(await bodyOf('/v1/profile/me', {}, { loginToken })).toMatchObject({
				login_token: 'token-abc',
			});
		},
	);

	it.each([
		['a list', [1]],
		['text', 'a=1'],
		['bytes', Buffer.from('{}')],
		['a form', new URLSearchParams('a=1')],
	])('is refused when its body is %s', async (_, body) => {
		expect((await refusal('/v1/profile/me', body)).message).toMatch(/Send the body as JSON\.$/);
	});
});

describe('Log In', () => {
	it('gets email, password and country, and no token', async () => {
		expect(await bodyOf('/v1/auth/login', {})).toEqual({
			email: 'sales@example.com',
			password: ' pass word ',
			country: 'DE',
		});
		expect(await bodyOf('/v1/auth/login/', {}, { loginToken: '' })).toMatchObject({
			password: ' pass word ',
		});
	});

	it.each([
		['email', 'Email'],
		['password', 'Password'],
	])('is refused without %s', async (field, label) => {
		const { message } = await refusal('/v1/auth/login', {}, { [field]: '' });
		expect(message).toMatch(
			new RegExp(`^The ${label} in the LinkupAPI credential is empty\\. Enter`),
		);
	});
});

describe('Verify Code', () => {
	it('gets email and country beside the code, and neither token nor password', async () => {
		expect(await bodyOf('/v1/auth/verify', { code: '123456' })).toEqual({
			code: '123456',
			email: 'sales@example.com',
			country: 'DE',
		});
	});

	it('is refused without email, not without password', async () => {
		expect((await refusal('/v1/auth/verify', { code: '1' }, { email: ' ' })).message).toContain(
			'Email',
		);
		expect(await bodyOf('/v1/auth/verify', { code: '1' }, { password: '' })).toHaveProperty(
			'email',
		);
	});
});

describe('every other call', () => {
	it('carries the header only when it is a GET, whatever else is empty', async () => {
		const sent = await send('/v1/check', undefined, { loginToken: '', email: '' }, 'GET');
		expect(sent.headers).toEqual({ 'x-api-key': KEY });
		expect(sent.body).toBeUndefined();
	});

	it('carries the header only outside /v1/ and beside the Base URL', async () => {
		expect(await bodyOf('/messages/send', { to: '1' })).toEqual({ to: '1' });
		const beside = await authenticated(
			type,
			filledIn(type, { ...FULL, baseUrl: 'http://localhost:5699/linkup' }),
			{ method: 'POST', url: 'http://localhost:5699/v1/profile/me', body: {} },
		);
		expect(beside.body).toEqual({});
	});

	it('may do without a token where the vendor searches its own database', async () => {
		expect(await bodyOf('/v1/data/mail/finder', { a: 1 }, { loginToken: '' })).toEqual({
			a: 1,
			country: 'DE',
		});
	});
});
