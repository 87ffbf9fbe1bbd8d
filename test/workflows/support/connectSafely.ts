import type { IDataObject } from 'n8n-workflow';

import { ACCOUNTS, PEOPLE, TELLING } from '../../sandbox';
import type { FaultSpec } from '../../sandbox';
import type { Fixture } from './fixture';
import { locator } from './fixture';
import type { FailureCase } from './operationSuite';
import { profileAddress } from './outx';

const { connectSafelyWarmup } = ACCOUNTS;

/** Every way to lose the answer to an act. */
export interface LostAnswer {
	name: string;
	fault: FaultSpec;
	/** Whether it was carried out. */
	done: boolean;
}

export const doneOrNot = (name: string, fault: FaultSpec): LostAnswer[] =>
	[false, true].map((done) => ({
		name: `${name}, ${done ? 'done' : 'not done'}`,
		fault: { ...fault, processed: done },
		done,
	}));

export const LOST_ANSWERS: readonly LostAnswer[] = [
	...doneOrNot('a 500', { kind: 'status', status: 500 }),
	...[502, 503, 504].flatMap((status) => doneOrNot(`a ${status}`, { kind: 'status', status })),
	...(['html', 'empty', 'cutJson', 'redirect'] as const).flatMap((kind) =>
		doneOrNot(`an answer of the kind ${kind}`, { kind }),
	),
	...doneOrNot('a no in a 200 in words nobody knows', {
		kind: 'errorIn200',
		text: 'Something odd happened',
	}),
	...doneOrNot('a 400 that speaks of redirects', {
		kind: 'status',
		status: 400,
		text: 'Maximum number of redirects exceeded',
	}),
	...TELLING.flatMap((text) => [
		...doneOrNot(`a 500 that says "${text}"`, { kind: 'telling5xx', text }),
		...doneOrNot(`a success that says "${text}"`, { kind: 'success200', text }),
	]),
	{ name: 'a line that broke before', fault: { kind: 'resetBefore' }, done: false },
	{ name: 'a line that broke after', fault: { kind: 'resetAfter' }, done: true },
];

/** Nothing can be seen afterwards; the looks before an act work, once. */
export function blind({ sandbox }: Fixture, times = Infinity): void {
	const fault = { kind: 'status', status: 500, times } as const;
	sandbox.faults.add({ ...fault, match: /^GET \/conversations\//, skip: 1 });
	sandbox.faults.add({ ...fault, match: /^GET \/relationship\//, skip: 1 });
}

/** What can go wrong with both acts; `match` is the call, `target` somebody it would reach. */
export function actFailures(match: string, target: string, account: IDataObject): FailureCase[] {
	return allActFailures(match, target, account).map((failure) =>
		failure.outcome === 'unknown'
			? {
					...failure,
					name: `${failure.name}, and nothing can be seen`,
					arrange: (fixture) => {
						blind(fixture);
						failure.arrange?.(fixture);
					},
				}
			: failure,
	);
}

function allActFailures(match: string, target: string, account: IDataObject): FailureCase[] {
	const to = { recipient: locator(profileAddress(target)) };
	const use = (id: string): IDataObject => ({ ...to, account: { ...account, value: id } });
	return [
		{
			name: 'the recipient is a company page',
			reason: 'invalidInput',
			parameters: { recipient: locator('https://www.linkedin.com/company/acme') },
			says: /'Recipient' is not usable.*company/i,
		},
		{
			name: 'the recipient is known by a Sales Navigator ID only',
			reason: 'invalidInput',
			parameters: ({ sandbox }) => ({
				recipient: locator(
					`https://www.linkedin.com/sales/lead/${sandbox.world.person(target).salesId},NAME_SEARCH,x1Yz`,
				),
			}),
			says: /by a Sales Navigator or Recruiter ID only.*linkedin\.com\/in\//,
		},
		{
			name: 'the recipient is known by a member number only',
			reason: 'invalidInput',
			parameters: ({ sandbox }) => ({
				recipient: locator(`urn:li:member:${sandbox.world.person(target).memberNumber}`, 'urn'),
			}),
			says: /by a member number only/,
		},
		{
			name: 'the account is no ID',
			reason: 'invalidInput',
			parameters: use('../accounts'),
			says: /'LinkedIn Account' is not an account ID/,
		},
		{
			name: 'the key is wrong',
			reason: 'authentication',
			credentials: { connectSafelyAiApi: { apiKey: 'key-of-somebody-else' } },
			says: /did not accept the API key/,
			httpCode: '401',
		},
		{
			name: 'the base URL is plain http elsewhere',
			reason: 'invalidInput',
			credentials: { connectSafelyAiApi: { baseUrl: 'http://api.connectsafely.example' } },
			says: /Base URL uses http/,
		},
		...(['error', 'code'] as const).map(
			(errorShape): FailureCase => ({
				name: `the trial is over, told in the shape "${errorShape}"`,
				reason: 'forbidden',
				arrange: ({ sandbox }) =>
					Object.assign(sandbox.world.connectSafely, { trialOver: true, errorShape }),
				says: /trial is over/,
				httpCode: '403',
			}),
		),
		{
			name: 'the key may not use the account',
			parameters: use('60d21b4667d0d8992e6fffff'),
			reason: 'forbidden',
			says: /may not use this LinkedIn account/,
			httpCode: '403',
		},
		{
			name: 'the account has no API seat',
			reason: 'forbidden',
			parameters: use(connectSafelyWarmup),
			says: /has no API seat/,
			httpCode: '403',
		},
		...([PEOPLE.unknown, PEOPLE.restricted] as const).map(
			(slug): FailureCase => ({
				name: `nobody can be reached as ${slug}`,
				reason: 'notFound',
				parameters: { recipient: locator(profileAddress(slug)) },
				says: /did not find this person/,
				httpCode: '404',
			}),
		),
		{
			name: 'the vendor throttles',
			reason: 'throttled',
			arrange: ({ sandbox }) => sandbox.faults.add({ kind: 'throttle', match }),
			says: /slow down/,
			httpCode: '429',
		},
		...([500, 502, 503, 504] as const).map(
			(status): FailureCase => ({
				name: `the vendor breaks down with ${status} before doing it`,
				reason: 'vendorUnavailable',
				outcome: 'unknown',
				arrange: ({ sandbox }) => sandbox.faults.add({ kind: 'status', status, match }),
				says: /fault of its own/,
				httpCode: String(status),
			}),
		),
		{
			name: 'the vendor breaks down after doing it',
			reason: 'vendorUnavailable',
			outcome: 'unknown',
			arrange: ({ sandbox }) =>
				sandbox.faults.add({ kind: 'status', status: 500, processed: true, match }),
			says: /fault of its own/,
			delivered: 1,
		},
		{
			name: 'a redirect is reported with 400 after doing it',
			reason: 'vendorUnavailable',
			outcome: 'unknown',
			arrange: ({ sandbox }) =>
				sandbox.faults.add({
					kind: 'status',
					status: 400,
					text: 'Maximum number of redirects exceeded',
					processed: true,
					match,
				}),
			says: /redirect.*may have been carried out/,
			delivered: 1,
		},
		{
			name: 'a redirect is reported with 200',
			reason: 'vendorUnavailable',
			outcome: 'unknown',
			arrange: ({ sandbox }) =>
				sandbox.faults.add({ kind: 'errorIn200', text: 'Unexpected redirect', match }),
			says: /redirect/,
		},
		{
			name: 'the line breaks before it arrives',
			reason: 'vendorUnavailable',
			outcome: 'unknown',
			arrange: ({ sandbox }) => sandbox.faults.add({ kind: 'resetBefore', match }),
			says: /line to ConnectSafely\.ai broke/,
		},
		{
			name: 'the line breaks after it was done',
			reason: 'vendorUnavailable',
			outcome: 'unknown',
			arrange: ({ sandbox }) => sandbox.faults.add({ kind: 'resetAfter', match }),
			says: /may have been carried out/,
			delivered: 1,
		},
		{
			name: 'nothing listens at the base URL',
			reason: 'vendorUnavailable',
			credentials: { connectSafelyAiApi: { baseUrl: 'http://127.0.0.1:9' } },
			says: /could not be reached/,
			httpCode: 'ECONNREFUSED',
		},
		...(['html', 'empty', 'cutJson', 'redirect'] as const).flatMap((kind) =>
			[false, true].map(
				(processed): FailureCase => ({
					name: `the answer is of the kind ${kind}, ${processed ? 'after' : 'without'} doing it`,
					reason: 'unexpectedAnswer',
					outcome: 'unknown',
					arrange: ({ sandbox }) => sandbox.faults.add({ kind, processed, match }),
					says: /answer this node cannot read/,
					delivered: processed ? 1 : 0,
				}),
			),
		),
		{
			name: 'a 200 says no in words nobody knows',
			reason: 'unexpectedAnswer',
			outcome: 'unknown',
			arrange: ({ sandbox }) =>
				sandbox.faults.add({ kind: 'errorIn200', text: 'Something odd happened', match }),
			says: /answer this node does not know/,
			httpCode: '200',
		},
		...['{"message":"Message queued"}', '{"success":"yes"}', '[]', 'null'].map(
			(body): FailureCase => ({
				name: `a 200 does not say that it was done: ${body}`,
				reason: 'unexpectedAnswer',
				outcome: 'unknown',
				arrange: ({ sandbox }) => sandbox.faults.add({ kind: 'status', status: 200, body, match }),
				says: /answer this node cannot read/,
			}),
		),
	];
}
