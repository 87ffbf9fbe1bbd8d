import { Client } from 'undici';
import { ACCOUNTS, KEYS, startSandbox } from '../index';
import type { Sandbox, SandboxOptions, Vendor } from '../index';

export interface Reply {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	/** The parsed JSON, for tests to look into. */
	body: Loose;
}

/** JSON of unknown shape that can be looked into at any depth. */
export interface Loose {
	[name: string]: Loose;
}

/** A sandbox on a clock that stands still until moved, with one way to call each vendor. */
export interface Bench {
	sandbox: Sandbox;
	clock: { now: number };
	call: (
		vendor: Vendor,
		method: string,
		path: string,
		body?: unknown,
		headers?: Record<string, string>,
	) => Promise<Reply>;
	raw: (
		method: string,
		path: string,
		text: string,
		headers: Record<string, string>,
	) => Promise<Reply>;
	stop: () => Promise<void>;
}

/** Wednesday, 18 November 2026, noon UTC. */
export const NOON = Date.UTC(2026, 10, 18, 12);

const PREFIX = { outX: '/outx', connectSafely: '/connectsafely/linkedin', linkupApi: '/linkupapi' };

export const keyHeader = (vendor: Vendor): Record<string, string> =>
	vendor === 'connectSafely'
		? { authorization: `Bearer ${KEYS.connectSafely}` }
		: { 'x-api-key': KEYS[vendor] };

export async function startBench(options: SandboxOptions = {}): Promise<Bench> {
	const clock = { now: NOON };
	const sandbox = await startSandbox({ now: () => clock.now, ...options });
	const client = new Client(sandbox.url);
	const raw: Bench['raw'] = async (method, path, text, headers) => {
		const answer = await client.request({
			method: method as 'GET',
			path,
			headers,
			body: text === '' ? undefined : text,
		});
		const received = await answer.body.text();
		return {
			status: answer.statusCode,
			headers: answer.headers,
			text: received,
			body: parse(received),
		};
	};
	return {
		sandbox,
		clock,
		raw,
		call: async (vendor, method, path, body, headers) =>
			await raw(method, PREFIX[vendor] + path, body === undefined ? '' : JSON.stringify(body), {
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				...(headers ?? keyHeader(vendor)),
			}),
		stop: async () => {
			await client.destroy();
			await sandbox.close();
		},
	};
}

function parse(text: string): Loose {
	try {
		return JSON.parse(text) as Loose;
	} catch {
		return {};
	}
}

export const urnOf = (bench: Bench, key: string, prefix = 'urn:li:person:'): string =>
	prefix + bench.sandbox.world.person(key).memberId;

export const v1Body = (more: object): object => ({
	login_token: KEYS.loginToken,
	country: 'FR',
	...more,
});

export const v2Body = (
	action: string,
	params: object,
	accountId: string = ACCOUNTS.linkupMain,
) => ({
	account_id: accountId,
	action,
	params,
});
