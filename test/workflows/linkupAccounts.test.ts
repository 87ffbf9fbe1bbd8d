import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { LinkupApi } from '../../nodes/LinkupApi/LinkupApi.node';
import { ACCOUNTS, KEYS, LOGINS, PEOPLE } from '../sandbox';
import type { FaultSpec, LoggedRequest } from '../sandbox';
import { listSearch } from '../support/engine';
import { locator, nodeTypes, shownError, useFixture } from './support/fixture';
import type { RunSpec } from './support/fixture';
import type { FailureCase } from './support/operationSuite';
import { operationSuite } from './support/operationSuite';

const fixture = useFixture();

const node = 'linkupApi' as const;

const LOGIN = '/v1/auth/login';
const VERIFY = '/v1/auth/verify';

const requestsTo = (path: string): LoggedRequest[] =>
	fixture.sandbox.requests.filter((request) => request.path === path);

const fault = (spec: FaultSpec) => (): unknown => fixture.sandbox.faults.add(spec);

const id = (value: string): IDataObject => ({ __rl: true, mode: 'id', value });

describe('LinkupAPI login token', () => {
	const { trusted, challenged } = LOGINS;

	const signIn = async (
		operation: 'logIn' | 'verifyCode',
		login: IDataObject,
		more: Partial<RunSpec> = {},
	) =>
		await fixture.run({
			node,
			...more,
			parameters: { resource: 'loginToken', operation, ...more.parameters },
			credentials: {
				linkupLoginTokenApi: {
					...fixture.credentials.linkupLoginTokenApi,
					loginToken: login.held ?? '',
					country: login.country,
					email: login.email,
					password: login.password,
				},
			} as never,
		});

	const verify = async (code: string, more: Partial<RunSpec> = {}) =>
		await signIn('verifyCode', challenged, { ...more, parameters: { code } });

	const { code: rightCode, loginToken } = challenged;

	it.each(['top', 'data'] as const)(
		'comes from a trusted login, with the token at %s',
		async (at) => {
			fixture.sandbox.world.linkup.tokenPlace = at;
			const result = await signIn('logIn', trusted);
			expect(result.json('Node')).toEqual([
				{
					status: 'connected',
					loginToken: KEYS.loginToken,
					nextStep: expect.stringMatching(/Login Token field.*delete this execution/) as unknown,
				},
			]);
			expect(requestsTo(LOGIN)[0].body).toMatchObject({ email: trusted.email, country: 'FR' });
			expect(requestsTo(LOGIN)[0].body).not.toHaveProperty('login_token');
			expect(result.saved).not.toContain(trusted.password);
		},
	);

	it('is handed out too when the credential holds the same one', async () => {
		const result = await signIn('logIn', { ...trusted, held: KEYS.loginToken });
		expect(result.json('Node')).toMatchObject([{ loginToken: KEYS.loginToken }]);
	});

	it('comes after a code', async () => {
		const asked = await signIn('logIn', challenged);
		expect(asked.json('Node')).toEqual([
			{ status: 'codeNeeded', nextStep: expect.stringMatching(/Verify Code/) as unknown },
		]);
		const verified = await verify(` 123 456 `);
		expect(verified.json('Node')).toMatchObject([{ status: 'connected', loginToken }]);
		expect(requestsTo(VERIFY).map(({ body }) => body)).toEqual([
			{ code: rightCode, email: challenged.email, country: 'FR' },
		]);
		expect(asked.saved + verified.saved).not.toContain(challenged.password);
	});

	it('is not handed out when the same answer asks for a code', async () => {
		const body = { status: 'success', requires_verification: true, login_token: 'AQEDAR-half' };
		fault({ kind: 'status', status: 200, body: JSON.stringify(body), match: LOGIN })();
		const [json] = (await signIn('logIn', trusted)).json('Node');
		expect(json.status).toBe('codeNeeded');
		expect(json).not.toHaveProperty('loginToken');
	});

	it('costs one sign-in, whatever the number of items', async () => {
		const result = await signIn('logIn', trusted, { items: [{}, {}, {}] });
		expect(result.output('Node').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(requestsTo(LOGIN)).toHaveLength(1);
	});

	it('marks the token as sensitive for n8n', () => {
		expect(new LinkupApi().description.sensitiveOutputFields).toEqual(['loginToken']);
	});

	const openCases: Array<[string, FaultSpec, string]> = [
		['a breakdown', { kind: 'status', status: 502 }, 'vendorUnavailable'],
		['a broken line', { kind: 'resetAfter' }, 'vendorUnavailable'],
		['a throttle', { kind: 'throttle' }, 'throttled'],
		['an HTML page', { kind: 'html' }, 'unexpectedAnswer'],
		['nothing', { kind: 'empty' }, 'unexpectedAnswer'],
		['half an answer', { kind: 'cutJson', processed: true }, 'unexpectedAnswer'],
		['a text nobody knows', { kind: 'errorIn200', text: 'Kaputt' }, 'unexpectedAnswer'],
		[
			'a success without a token',
			{ kind: 'status', status: 200, body: '{"status":"success"}' },
			'unexpectedAnswer',
		],
	];

	it.each(openCases)('is asked for once when the answer is %s', async (_name, spec, reason) => {
		for (const [operation, path] of [
			['logIn', LOGIN],
			['verifyCode', VERIFY],
		] as const) {
			fault({ ...spec, match: path, times: 5 })();
			const parameters = operation === 'verifyCode' ? { code: rightCode } : {};
			const result = await signIn(operation, challenged, { parameters });
			const shown = shownError(result);
			expect(shown.details).toMatchObject({ reason, outcome: 'notSent', retrySafe: true });
			expect(requestsTo(path)).toHaveLength(1);
			expect(result.saved).not.toContain(challenged.password);
			expect(result.saved).not.toContain(loginToken);
		}
	});

	const refused: Array<[string, IDataObject, string, RegExp]> = [
		[
			'the password is wrong',
			{ ...trusted, password: 'wrong-password' },
			'authentication',
			/email or the password/,
		],
		['the credential has no email', { ...trusted, email: '' }, 'authentication', /Email.*is empty/],
		[
			'the credential has no password',
			{ ...trusted, password: '' },
			'authentication',
			/Password.*is empty/,
		],
	];

	it.each(refused)('is refused when %s', async (name, login, reason, text) => {
		const result = await signIn('logIn', login);
		const shown = shownError(result);
		expect(shown.message).toMatch(text);
		expect(shown.details.reason).toBe(reason);
		expect(requestsTo(LOGIN)).toHaveLength(/no (email|password)/.test(name) ? 0 : 1);
		expect(result.saved).not.toContain('wrong-password');
	});

	it.each(['in200', 'httpCodes'] as const)(
		'is asked for once with a wrong password: %s',
		async (how) => {
			fixture.sandbox.world.linkup.v1Errors = how;
			const result = await signIn('logIn', { ...trusted, password: 'wrong-password' });
			expect(shownError(result).description).toMatch(/locks accounts/);
			expect(requestsTo(LOGIN)).toHaveLength(1);
		},
	);

	it('says when the vendor does not know the country', async () => {
		fault({ kind: 'errorIn200', match: LOGIN, text: 'Invalid country code' })();
		const shown = shownError(await signIn('logIn', trusted));
		expect(shown.message).toMatch(/does not know the country/);
		expect(shown.details).toMatchObject({ reason: 'invalidInput', outcome: 'notSent' });
	});

	it('hides a password that the vendor repeats', async () => {
		fault({ kind: 'errorIn200', match: LOGIN, text: `Invalid password ${trusted.password}` })();
		const result = await signIn('logIn', trusted);
		expect(shownError(result).description).toContain('Invalid password [hidden]');
		expect(result.saved).not.toContain(trusted.password);
	});

	it('fails for a wrong code, and item by item when asked to go on', async () => {
		await signIn('logIn', challenged);
		const wrong = await verify('000000');
		expect(shownError(wrong)).toMatchObject({
			message: expect.stringMatching(/did not accept the code/) as unknown,
			details: { reason: 'invalidInput', outcome: 'notSent' },
		});
		const items = [{ code: rightCode }, { code: '999999' }, { code: rightCode }];
		const mixed = await verify('={{ $json.code }}', { items, onError: 'continueRegularOutput' });
		expect(mixed.json('Node')).toMatchObject([
			{ status: 'connected', loginToken },
			{ details: { reason: 'invalidInput' } },
			{ status: 'connected', loginToken },
		]);
	});

	it('asks nobody for an empty code', async () => {
		const result = await verify('={{ "" }}');
		expect(shownError(result).message).toMatch(/'Code' is empty/);
		expect(fixture.sandbox.requests).toHaveLength(0);
	});

	it('goes to the error output when logging in fails', async () => {
		const login = { ...trusted, password: 'wrong-password' };
		const result = await signIn('logIn', login, {
			items: [{ a: 1 }, {}],
			onError: 'continueErrorOutput',
		});
		expect(result.json('Node', 1)).toMatchObject([
			{ a: 1, details: { reason: 'authentication' } },
			{ details: { reason: 'authentication' } },
		]);
		expect(requestsTo(LOGIN)).toHaveLength(1);
	});
});

/** What goes wrong with every look at accounts. */
const accountFailures = (path: string): FailureCase[] => [
	{
		name: 'the key is wrong',
		reason: 'authentication',
		credentials: { linkupAccountApi: { apiKey: 'somebody-elses-key' } },
		says: /did not accept the API key/,
		httpCode: '403',
	},
	{
		name: 'the vendor throttles on and on',
		reason: 'throttled',
		arrange: fault({ kind: 'throttle', match: path, times: 2 }),
		says: /slow down/,
	},
	{
		name: 'the vendor stays down',
		reason: 'vendorUnavailable',
		arrange: fault({ kind: 'status', status: 504, match: path, times: 4 }),
		says: /fault of its own|lost its line/,
	},
	{
		name: 'the line breaks every time',
		reason: 'vendorUnavailable',
		arrange: fault({ kind: 'resetBefore', match: path, times: 4 }),
		says: /line to LinkupAPI broke/,
	},
	{
		name: 'nothing listens at the base URL',
		reason: 'vendorUnavailable',
		credentials: { linkupAccountApi: { baseUrl: 'http://127.0.0.1:9' } },
		says: /could not be reached/,
	},
	...(['html', 'empty', 'cutJson'] as const).map(
		(kind): FailureCase => ({
			name: `the answer is ${kind}`,
			reason: 'unexpectedAnswer',
			arrange: fault({ kind, match: path }),
			says: /answer this node cannot read/,
		}),
	),
];

operationSuite(fixture, {
	node,
	resource: 'account',
	operation: 'get',
	isAct: false,
	parameters: { authentication: 'account', account: id('={{ $json.id }}') },
	items: [
		{ id: ACCOUNTS.linkupMain },
		{ id: ACCOUNTS.linkupSecond },
		{ id: ACCOUNTS.linkupInactive },
	],
	badItem: { id: '0123456789abcdef01234567' },
	badReason: 'notFound',
	happy: ([json]) => {
		expect(json).toEqual({
			accountId: ACCOUNTS.linkupMain,
			name: 'Lena Linkup',
			platform: 'linkedin',
			status: 'connected',
			country: null,
		});
	},
	failures: [
		...accountFailures(`/v2/accounts/${ACCOUNTS.linkupMain}`),
		{
			name: 'no account is chosen',
			reason: 'invalidInput',
			parameters: { account: id('={{ "" }}') },
			says: /'LinkedIn Account' is empty/,
		},
		{
			name: 'the account would change the path',
			reason: 'invalidInput',
			parameters: { account: id('../credits') },
			says: /not an account ID/,
		},
	],
});

operationSuite(fixture, {
	node,
	resource: 'account',
	operation: 'getAll',
	isAct: false,
	parameters: { authentication: 'account', limit: '={{ $json.limit }}' },
	items: [{ limit: 2 }, { limit: 1 }, { limit: 50 }],
	badItem: { limit: -1 },
	badReason: 'invalidInput',
	happy: (json) => {
		expect(json.map(({ name, status }) => [name, status])).toEqual([
			['Lena Linkup', 'connected'],
			['Louis Second', 'connected'],
		]);
	},
	failures: accountFailures('/v2/accounts'),
});

describe('LinkupAPI accounts', () => {
	const parameters = { authentication: 'account', resource: 'account', operation: 'getAll' };
	const run = async (more: IDataObject, spec: Partial<RunSpec> = {}) =>
		await fixture.run({ node, ...spec, parameters: { ...parameters, ...more } });

	const many = (count: number, more: IDataObject = {}): void => {
		for (let index = 0; index < count; index++) {
			const number = String(index).padStart(4, '0');
			fixture.sandbox.world.addAccount({
				id: `69c127c37cae0494dd83${number}`,
				vendor: 'linkupApi',
				firstName: 'Account',
				lastName: number,
				...more,
			});
		}
	};

	it('come page by page until there are no more', async () => {
		many(120);
		const result = await run({ returnAll: true });
		expect(new Set(result.json('Node').map(({ accountId }) => accountId)).size).toBe(123);
		expect(requestsTo('/v2/accounts').map(({ query }) => query.offset)).toEqual(['0', '50', '100']);
	});

	it.each([
		['data.results', { results: [{ id: 'a1', name: 'Ann' }] }],
		['data as an array', [{ account_id: 'a1', account_name: 'Ann' }]],
		['another key', { connected_accounts: [{ _id: 'a1', name: 'Ann' }] }],
	])('are found in %s', async (_name, data) => {
		const body = JSON.stringify({ success: true, data });
		fault({ kind: 'status', status: 200, body, match: '/v2/accounts' })();
		const result = await run({});
		expect(result.json('Node')).toMatchObject([{ accountId: 'a1', name: 'Ann' }]);
	});

	it('end when the vendor repeats a page for ever', async () => {
		const page = Array.from({ length: 50 }, (_, index) => ({ account_id: `a${index}` }));
		const body = JSON.stringify({
			success: true,
			data: { accounts: page, pagination: { has_more: true } },
		});
		fault({ kind: 'status', status: 200, body, match: '/v2/accounts', times: 99 })();
		const result = await run({ returnAll: true });
		expect(result.json('Node')).toHaveLength(50);
		expect(requestsTo('/v2/accounts')).toHaveLength(2);
	});

	it('show no login token, whatever the vendor puts in', async () => {
		const account = { account_id: 'a1', login_token: 'AQED-leak', proxy: { password: 'leak' } };
		for (const [operation, path, data] of [
			['getAll', '/v2/accounts', { accounts: [account] }],
			['get', '/v2/accounts/a1', account],
		] as const) {
			fault({
				kind: 'status',
				status: 200,
				body: JSON.stringify({ success: true, data }),
				match: path,
			})();
			const result = await run({ operation, account: id('a1'), simplify: false });
			expect(result.json('Node')).toEqual([{ account_id: 'a1', proxy: {} }]);
		}
	});

	it('have credits', async () => {
		fixture.sandbox.world.linkup.credits = 42;
		const result = await run({ operation: 'getCredits' }, { items: [{}, {}, {}] });
		expect(result.json('Node')).toEqual([{ credits: 42 }, { credits: 42 }, { credits: 42 }]);
		expect(result.output('Node').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it.each(accountFailures('/v2/credits'))('have no credits to tell when $name', async (failure) => {
		failure.arrange?.(fixture);
		const credentials = {
			linkupAccountApi: {
				...fixture.credentials.linkupAccountApi,
				...failure.credentials?.linkupAccountApi,
			},
		} as never;
		const stopped = await run({ operation: 'getCredits' }, { credentials });
		expect(shownError(stopped)).toMatchObject({
			message: expect.stringMatching(failure.says) as unknown,
			details: { reason: failure.reason, outcome: 'notSent' },
		});
		fixture.sandbox.faults.clear();
		failure.arrange?.(fixture);
		const onError = 'continueErrorOutput' as const;
		const continued = await run({ operation: 'getCredits' }, { credentials, onError });
		expect(continued.json('Node', 1)).toMatchObject([{ details: { reason: failure.reason } }]);
	});

	describe('in the list of the editor', () => {
		const search = async (resource: string, filter?: string, more: IDataObject = {}) =>
			await listSearch({
				nodeTypes,
				type: 'n8n-nodes-linkedin-outreach.linkupApi',
				method: 'searchAccounts',
				parameters: { authentication: 'account', resource, operation: 'send' },
				credentials: {
					linkupAccountApi: { ...fixture.credentials.linkupAccountApi, ...more } as never,
				},
				filter,
			});

		it('show name and state', async () => {
			expect(await search('message')).toEqual({
				results: [
					{ name: 'Lena Linkup', value: ACCOUNTS.linkupMain },
					{ name: 'Louis Second', value: ACCOUNTS.linkupSecond },
					{ name: 'Ines Inactive · disconnected', value: ACCOUNTS.linkupInactive },
				],
			});
		});

		it('are narrowed by a filter over all pages', async () => {
			many(70);
			const { results } = await search('message', 'account 0069');
			expect(results.map(({ name }) => name)).toEqual(['Account 0069']);
		});

		it('are LinkedIn accounts only where somebody is reached', async () => {
			many(1, { platform: 'whatsapp' });
			expect((await search('message')).results).toHaveLength(3);
			const { results } = await search('account');
			expect(results.map(({ name }) => name)).toContain('Account 0000 · whatsapp');
		});

		it('say what is wrong with the key', async () => {
			await expect(search('message', undefined, { apiKey: 'wrong-key' })).rejects.toThrow(
				/did not accept the API key/,
			);
		});
	});
});

describe('LinkupAPI drop-downs', () => {
	const { properties, credentials = [] } = new LinkupApi().description;
	const node = { typeVersion: 1 } as never;

	const displayed = (values: IDataObject): INodeProperties[] =>
		properties.filter((property) =>
			NodeHelpers.displayParameter(values as never, property, node, null),
		);

	const offered = (values: IDataObject, name: string): unknown[] =>
		displayed(values)
			.filter((property) => property.name === name)
			.flatMap(({ options = [] }) => options)
			.filter((option) =>
				NodeHelpers.displayParameter(values as never, option as INodeProperties, node, null),
			)
			.map((option) => (option as { value: unknown }).value);

	it.each([
		['loginToken', ['connection', 'loginToken', 'message', 'profile']],
		['account', ['account', 'connection', 'message', 'profile']],
	])('with %s offer %j', (authentication, resources) => {
		expect(offered({ authentication }, 'resource')).toEqual(resources);
		const byDefault = properties.find(({ name }) => name === 'resource')?.default;
		expect(resources).toContain(byDefault);
	});

	it.each([
		['loginToken', 'loginToken', ['logIn', 'verifyCode']],
		['account', 'account', ['get', 'getCredits', 'getAll']],
		['account', 'connection', ['getStatus', 'sendRequest']],
		['loginToken', 'message', ['send']],
	])('with %s, resource %s, offer %j', (authentication, resource, operations) => {
		const values = { authentication, resource };
		expect(offered(values, 'operation')).toEqual(operations);
		const [dropDown] = displayed(values).filter(({ name }) => name === 'operation');
		expect(operations).toContain(dropDown.default);
	});

	it('show Authentication once, and the account only where one is picked', () => {
		const send = { resource: 'message', operation: 'send' };
		const names = (authentication: string): string[] =>
			displayed({ authentication, ...send }).map(({ name }) => name);
		expect(names('account').filter((name) => name === 'authentication')).toHaveLength(1);
		expect(names('account')).toContain('account');
		expect(names('loginToken')).not.toContain('account');
		const credits = { authentication: 'account', resource: 'account', operation: 'getCredits' };
		expect(displayed(credits).map(({ name }) => name)).not.toContain('account');
	});

	it('choose the credential', () => {
		const shown = (authentication: string) =>
			credentials
				.filter((credential) =>
					NodeHelpers.displayParameter({ authentication }, credential as never, node, null),
				)
				.map(({ name }) => name);
		expect(shown('loginToken')).toEqual(['linkupLoginTokenApi']);
		expect(shown('account')).toEqual(['linkupAccountApi']);
	});

	it.each([
		[
			'account',
			{ resource: 'loginToken', operation: 'logIn' },
			/type LinkupAPI Login Token API only/,
		],
		[
			'loginToken',
			{ resource: 'account', operation: 'getCredits' },
			/type LinkupAPI Account API only/,
		],
	])('refuse, with %s, an operation of the other kind', async (authentication, which, text) => {
		const parameters = { authentication, ...which };
		const result = await fixture.run({ node: 'linkupApi', parameters });
		expect(shownError(result).message).toMatch(text);
		expect(fixture.sandbox.requests).toHaveLength(0);
	});

	it('runs as a saved workflow without any optional field', async () => {
		const parameters = { recipient: locator(PEOPLE.connected, 'id'), message: 'Hello' };
		const result = await fixture.run({ node: 'linkupApi', parameters });
		expect(result.json('Node')).toMatchObject([{ outcome: 'sent' }]);
	});
});
