import type { IDataObject } from 'n8n-workflow';

import { PEOPLE } from '../../sandbox';
import type { Ending } from '../../sandbox';
import { DEFAULT_SEED } from '../../sandbox/constants';
import { uuid } from '../../sandbox/random';
import type { Fixture } from './fixture';
import { locator } from './fixture';
import type { FailureCase } from './operationSuite';

/** A profile address as it is copied out of a browser. */
export const profileAddress = (slug: string): string =>
	`https://www.linkedin.com/in/${encodeURIComponent(slug)}/?trk=people-search`;

/** A recipient that needs no look-up, so that the next task is the act itself. */
export const urnOf =
	(slug: string) =>
	({ sandbox }: Fixture): IDataObject => ({
		recipient: locator(`urn:li:person:${sandbox.world.person(slug).memberId}`, 'urn'),
	});

const ends =
	(ending: Ending) =>
	({ sandbox }: Fixture): void =>
		sandbox.world.outX.nextTask(ending);

/** Failures that any call of OutX can meet; `match` is the creating call. */
export function callFailures(match: string, isAct: boolean): FailureCase[] {
	const outcome = isAct ? 'unknown' : 'notSent';
	const always = isAct ? {} : { times: 10 };
	return [
		{
			name: 'the key is wrong',
			reason: 'authentication',
			credentials: { outXApi: { apiKey: 'outx-key-of-somebody-else' } },
			says: /did not accept the API key/,
			httpCode: '401',
		},
		{
			name: 'the base URL is plain http elsewhere',
			reason: 'invalidInput',
			credentials: { outXApi: { baseUrl: 'http://api.outx.example' } },
			says: /Base URL uses http/,
		},
		{
			name: 'no browser with the extension is online',
			reason: 'extensionOffline',
			arrange: ({ sandbox }) => {
				sandbox.world.outX.extensionOnline = false;
			},
			says: /extension has been active in the last 48 hours/,
			httpCode: '403',
		},
		{
			name: 'the vendor throttles on and on',
			reason: 'throttled',
			arrange: ({ sandbox }) => sandbox.faults.add({ kind: 'throttle', match, times: 10 }),
			says: /slow down/,
			httpCode: '429',
		},
		{
			name: 'the vendor breaks down before taking it',
			reason: 'vendorUnavailable',
			outcome,
			arrange: ({ sandbox }) =>
				sandbox.faults.add({ kind: 'status', status: 502, match, ...always }),
			says: /fault of its own/,
			httpCode: '502',
		},
		{
			name: 'the line breaks',
			reason: 'vendorUnavailable',
			outcome,
			arrange: ({ sandbox }) => sandbox.faults.add({ kind: 'resetBefore', match, ...always }),
			says: /line to OutX broke/,
		},
		{
			name: 'nothing listens at the base URL',
			reason: 'vendorUnavailable',
			credentials: { outXApi: { baseUrl: 'http://127.0.0.1:9' } },
			says: /could not be reached/,
			httpCode: 'ECONNREFUSED',
		},
		...(['html', 'empty', 'cutJson'] as const).map(
			(kind): FailureCase => ({
				name: `the answer is of the kind ${kind}`,
				reason: 'unexpectedAnswer',
				outcome,
				arrange: ({ sandbox }) => sandbox.faults.add({ kind, match, ...always }),
				says: /answer this node cannot read/,
			}),
		),
	];
}

/** Failures of everything that is a task: how it may end. */
export function taskFailures(isAct: boolean): FailureCase[] {
	const parameters = urnOf(PEOPLE.connected);
	const unclear = isAct ? 'unknown' : 'notSent';
	return [
		{
			name: 'the task fails without a word',
			reason: 'taskFailed',
			outcome: unclear,
			parameters,
			arrange: ends({ status: 'failed', output: null }),
			says: /extension could not do this/,
		},
		{
			name: 'the task fails and says why',
			reason: 'taskFailed',
			outcome: unclear,
			parameters,
			arrange: ends({ status: 'failed', output: { error: 'Page did not load' } }),
			says: /extension could not do this/,
		},
		{
			name: 'the task is cancelled, which leaves open what was done',
			reason: 'taskFailed',
			outcome: unclear,
			parameters,
			arrange: ends({ status: 'cancelled', output: null }),
			says: /ended as "cancelled"/,
		},
		{
			name: 'the task ends in error, which leaves open what was done',
			reason: 'taskFailed',
			outcome: unclear,
			parameters,
			arrange: ends({ status: 'error', output: 'boom' }),
			says: /ended as "error"/,
		},
		{
			name: 'the wait is over and that is to be an error',
			reason: 'timeout',
			outcome: unclear,
			parameters: (fixture) => ({
				...parameters(fixture),
				options: { maxWait: 10, onTimeout: 'fail' },
			}),
			arrange: ({ sandbox }) => {
				sandbox.world.outX.taskDuration = 60_000;
			},
			says: /still "\w+" after 10 seconds/,
		},
		{
			name: 'the task vanishes',
			reason: 'notFound',
			outcome: unclear,
			parameters,
			arrange: ({ sandbox }) => {
				sandbox.world.outX.taskDuration = 60_000;
				sandbox.faults.add({
					kind: 'status',
					status: 404,
					times: 3,
					body: '{"error":"Agent task not found"}',
					match: 'GET /linkedin-agent/get-task-status',
				});
			},
			says: /knows no task with this ID/,
		},
	];
}

/** Bad looks at a task that tell nothing about it. */
export function badLooks({ sandbox }: Fixture): void {
	const match = 'GET /linkedin-agent/get-task-status';
	for (const kind of ['html', 'resetBefore', 'throttle', 'cutJson', 'empty'] as const) {
		sandbox.faults.add({ kind, match });
	}
	sandbox.faults.add({ kind: 'status', status: 502, match });
}

/** How task.waitFor may end: tasks 1 to 3 are replaced by ones that end so. */
export function taskReadFailures(): FailureCase[] {
	const begun =
		(ending: Ending) =>
		(fixture: Fixture): void => {
			fixture.sandbox.world.outX.reset();
			ends(ending)(fixture);
			fixture.sandbox.world.outX.create('agent_search_profiles', { title: 'CTO' });
		};
	return [
		{
			name: 'the task failed without a word',
			reason: 'taskFailed',
			arrange: begun({ status: 'failed', output: null }),
			says: /extension could not do this/,
		},
		{
			name: 'the task was cancelled',
			reason: 'taskFailed',
			arrange: begun({ status: 'cancelled', output: null }),
			says: /ended as "cancelled"/,
		},
		{
			name: 'the wait is over and that is to be an error',
			reason: 'timeout',
			parameters: { options: { maxWait: 10, onTimeout: 'fail' } },
			arrange: begun({ duration: 60_000 }),
			says: /still "\w+" after 10 seconds/,
		},
	];
}

/** What may be wrong with the watchlist that a list of posts or interactions is asked of. */
export function badWatchlists(): FailureCase[] {
	const byId = (value: string): IDataObject => ({ __rl: true, mode: 'id', value });
	return [
		{
			name: 'no watchlist is chosen',
			reason: 'invalidInput',
			parameters: { watchlist: byId('={{ $json.nothing }}') },
			says: /'Watchlist' is empty/,
		},
		{
			name: 'nobody knows the watchlist',
			reason: 'invalidInput',
			parameters: { watchlist: byId('550e8400-e29b-41d4-a716-446655440000') },
			says: /knows no watchlist with this ID/,
			httpCode: '400',
		},
		{
			name: 'the watchlist belongs to another team',
			reason: 'forbidden',
			parameters: { watchlist: byId(uuid(`${DEFAULT_SEED}|watchlist|2`)) },
			arrange: ({ sandbox }) => sandbox.world.outX.watchlists.add({ foreign: true }),
			says: /belongs to another OutX team/,
			httpCode: '403',
		},
	];
}
