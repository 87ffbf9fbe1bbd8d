import * as fc from 'fast-check';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { CredentialRefusal } from '../../../credentials/shared/authorise';
import { authenticated, CLASS_NAMES, filledIn, KEY, TYPES } from './types';

describe.each(CLASS_NAMES)('%s', (className) => {
	const type = new TYPES[className]();
	const base = String(type.properties.at(-1)?.default);
	const header = className === 'ConnectSafelyAiApi' ? 'Authorization' : 'x-api-key';
	const value = (key: string) => (className === 'ConnectSafelyAiApi' ? `Bearer ${key}` : key);

	const send = async (
		request: Partial<IHttpRequestOptions> & { uri?: string },
		changes: ICredentialDataDecryptedObject = {},
	) => await authenticated(type, filledIn(type, changes), request as IHttpRequestOptions);

	const refusal = async (
		request: Partial<IHttpRequestOptions> & { uri?: string },
		changes: ICredentialDataDecryptedObject = {},
	): Promise<CredentialRefusal> => {
		const error: unknown = await send(request, changes).then(
			() => undefined,
			(thrown: unknown) => thrown,
		);
		expect(error).toBeInstanceOf(CredentialRefusal);
		return error as CredentialRefusal;
	};

	it('puts the key into its header, beside the headers of the request', async () => {
		const request = { url: `${base}/x`, headers: { Accept: 'application/json' } };
		const before = structuredClone(request);
		expect((await send(request)).headers).toEqual({
			Accept: 'application/json',
			[header]: value(KEY),
		});
		expect(request).toEqual(before);
	});

	it('replaces a header of that name, however it is spelt', async () => {
		const { headers } = await send({
			url: `${base}/x`,
			headers: { [header.toUpperCase()]: 'other', [header.toLowerCase()]: 'other' },
		});
		expect(headers).toEqual({ [header]: value(KEY) });
	});

	it('gives the same request when n8n passes it through twice, as it does after a 401', async () => {
		const once = await send({ baseURL: base, url: '/x', headers: { a: '1' } });
		expect(await send(once)).toEqual(once);
	});

	it.each([` ${KEY}`, `${KEY}\n`, `\t${KEY}\r\n`, `\u00a0${KEY}\ufeff`])(
		'trims the key %j',
		async (apiKey) => {
			expect((await send({ url: `${base}/x` }, { apiKey })).headers).toEqual({
				[header]: value(KEY),
			});
		},
	);

	it.each([
		`"${KEY}"`,
		`'${KEY}'`,
		`\`${KEY}\``,
		`“${KEY}”`,
		`„${KEY}“`,
		`«${KEY}»`,
		`" ${KEY} "`,
		`"'${KEY}'"`,
		`"${KEY}",`,
		`${KEY};`,
		`Bearer ${KEY}`,
		`bearer\t${KEY}`,
		`BEARER  "${KEY}"`,
		`"Bearer ${KEY}"`,
		`Authorization: Bearer ${KEY}`,
		`"Authorization": "Bearer ${KEY}",`,
		`x-api-key: ${KEY}`,
		`"apiKey": "${KEY}"`,
		`API_KEY=${KEY}`,
		`API Key: ${KEY}\r\n`,
		`${KEY.slice(0, 5)}\n${KEY.slice(5)}`,
		`${KEY.slice(0, 5)}\r\n${KEY.slice(5)}\r\n`,
		`${KEY.slice(0, 5)}\u2028${KEY.slice(5)}`,
		`${KEY.slice(0, 5)}\u200b${KEY.slice(5)}`,
		`\u2060${KEY}\u00ad`,
		`\u202a${KEY}\u202c`,
	])('takes %j for the key that is meant', async (apiKey) => {
		expect((await send({ url: `${base}/x` }, { apiKey })).headers).toEqual({
			[header]: value(KEY),
		});
	});

	it.each(['Bearer', '""', 'Bearer ""', '\u200b', 'Authorization: Bearer', ' "," '])(
		'calls %j empty',
		async (apiKey) => {
			const { message } = await refusal({ url: `${base}/x` }, { apiKey });
			expect(message).toMatch(/^The API Key in the credential is empty\./);
		},
	);

	it.each([
		['{{hush}}', 'is an expression that was not resolved'],
		['{{ $env.HUSH }}', 'is an expression that was not resolved'],
		['${HUSH}', 'is an expression that was not resolved'],
		['hush-****-1234', 'is the masked form that a web page shows'],
		['hush••••1234', 'is the masked form that a web page shows'],
		['hush…1234', 'is the masked form that a web page shows'],
		['hush"1234', 'has a quotation mark inside'],
		["'hush", 'has a quotation mark inside'],
		['Basic hush', 'has a space'],
		['my key: hush', 'has a space'],
		['hush-1, hush-2', 'has a space'],
		['hush\tush', 'has a space'],
		['hüsh', 'has a space, a line break or a special character'],
	])('says of the key %j that it %s', async (apiKey, why) => {
		const { message } = await refusal({ url: `${base}/x` }, { apiKey });
		expect(message).toContain(`The API Key in the credential ${why}`);
		expect(message).not.toMatch(/hush/i);
	});

	it('never lets a key that holds a line break, a blank or a character beyond ASCII out', async () => {
		const piece = fc.constantFrom(
			...[' ', '\n', '\r', '\t', '\u0000', '\u00a0', '\u2028', '"', "'", 'Bearer ', 'a', 'é', '🔑'],
			...['x-api-key: ', ',', '{{', '***', 'k1', ':', '\u200d'],
		);
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
				const key: unknown = await send(
					{ url: `${base}/x` },
					{ apiKey: ['key', ...pieces].join('') },
				).then(
					({ headers }) => headers?.[header],
					(error: unknown) => error,
				);
				if (key instanceof CredentialRefusal) return;
				expect(key).toMatch(className === 'ConnectSafelyAiApi' ? /^Bearer [!-~]+$/ : /^[!-~]+$/);
			}),
		);
	});

	it.each([
		'hush-1\r\nX-Evil: hush-2',
		'hush-1 hush-2',
		'hush-1\u0000hush-2',
		'hush-1\u2019',
		'hush-1\u007f',
	])('refuses the key %j and does not repeat it', async (apiKey) => {
		const { message } = await refusal({ url: `${base}/x` }, { apiKey });
		expect(message).toMatch(/^The API Key .+ inside\. Copy the API Key again/);
		expect(message).not.toContain('hush');
	});

	it.each(['', '  ', undefined as unknown as string, null as unknown as string, 7])(
		'refuses the key %j',
		async (apiKey) => {
			const { message } = await refusal({ url: `${base}/x` }, { apiKey });
			expect(message).toBe(
				'The API Key in the credential is empty. Open the credential and paste the key.',
			);
		},
	);

	it.each([
		[`${base}/x?y=1`, undefined, `${base}/x?y=1`],
		['/x', base, `${base}/x`],
		['x', `${base}//`, `${base}/x`],
		['/x', ` ${base}/ `, `${base}/x`],
		[`${base}/x`, 'https://elsewhere.example', `${base}/x`],
		['/a%2Fb', base, `${base}/a%2Fb`],
	])('sends %s below %s to the very address it checked', async (url, baseURL, expected) => {
		const sent = await send({ url, baseURL });
		expect([sent.url, sent.baseURL]).toEqual([expected, undefined]);
	});

	it('takes a Base URL with blanks, slashes and a path of its own', async () => {
		const baseUrl = ' http://localhost:5699/staging// ';
		const sent = await send({ baseURL: baseUrl, url: '/v2/x' }, { baseUrl });
		expect(sent.url).toBe('http://localhost:5699/staging/v2/x');
	});

	it('understands the older spelling of the HTTP Request node', async () => {
		expect((await send({ uri: `${base}/x` })).url).toBe(`${base}/x`);
		expect((await refusal({ uri: 'https://evil.example/x' })).message).toContain('evil.example');
	});

	it('follows no redirect with the key, in either of the HTTP dialects of n8n', async () => {
		expect(await send({ url: `${base}/x` })).toMatchObject({
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
		});
	});

	it.each([
		['https://evil.example/x', undefined],
		[base.replace('https:', 'http:'), undefined],
		[`${new URL(base).origin}.evil.example/x`, undefined],
		[`${new URL(base).origin}:8443/x`, undefined],
		[`https://${new URL(base).host}@evil.example/x`, undefined],
		['https:evil.example', undefined],
		['https:\\\\evil.example', undefined],
		['/x', 'https://evil.example'],
		['https://evil.example/x', base],
		['//evil.example/x', base],
		['/x', undefined],
		['', undefined],
	])('keeps the key from %s below %s', async (url, baseURL) => {
		const error = await refusal({ url, baseURL });
		expect(error.message).toMatch(/^The request goes to .+ only\. Send the request to that host/);
		expect(error.message).toContain(new URL(base).host);
		expect(error.message).not.toContain(KEY);
	});

	it('names the host of a foreign address and nothing more of it', async () => {
		const { message } = await refusal({ url: 'https://u:hush@evil.example/hush?hush#hush' });
		expect(message).toContain('to evil.example,');
		expect(message).not.toContain('hush');
	});

	it.each([
		'http://api.evil.example',
		'https://u:hush@api.outx.ai',
		'',
		'nonsense',
		undefined as unknown as string,
	])('refuses the Base URL %j with both sentences', async (baseUrl) => {
		const { message } = await refusal({ url: '/x', baseURL: baseUrl }, { baseUrl });
		expect(message).toMatch(/^The Base URL .+\. (Use|Remove|Enter) .+\.$/);
		expect(message).not.toMatch(/hush|key-abc/);
	});

	it('says for the node that nothing was sent and that no other item will fare better', async () => {
		const { facts, message } = await refusal({ url: `${base}/x` }, { apiKey: '' });
		expect(facts).toMatchObject({
			outcome: 'notSent',
			reason: 'authentication',
			stopsBatch: true,
		});
		expect(message).toBe(`${facts.what}. ${facts.next}`);
	});
});

describe('all but the login token credential', () => {
	it.each(['OutXApi', 'ConnectSafelyAiApi', 'LinkupAccountApi'] as const)(
		'%s leaves the body alone',
		async (className) => {
			const type = new TYPES[className]();
			const body = { login_token: 'theirs' };
			const request = { method: 'POST' as const, url: `${type.properties[1].default}/v1/a`, body };
			expect((await authenticated(type, filledIn(type), request)).body).toBe(body);
		},
	);
});
