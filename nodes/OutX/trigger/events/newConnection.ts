import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { Failure } from '../../../shared/errors/failure';
import { optionsField, simplifyField } from '../../../shared/descriptions/fields';
import { flag, number } from '../../../shared/operation/inputs';
import { parseInput } from '../../../shared/run/parameters';
import { fetchConnections } from '../../connections';
import { simplePerson } from '../../records';
import type { TriggerEvent } from '../event';
import { NewConnections } from '../newConnections';
import { SAMPLES, sampled } from '../samples';

const MINUTE_MS = 60_000;

/** Minutes between two looks. */
const DEFAULT_EVERY = 60;
const SHORTEST_EVERY = 15;
const LONGEST_EVERY = 7 * 24 * 60;

const notice: INodeProperties = {
	displayName:
		'Looks at your newest connections once an hour at most, unless Options say otherwise, however often it polls: each look is an action of your LinkedIn account.',
	name: 'lookNotice',
	type: 'notice',
	default: '',
};

const options = optionsField([
	{
		displayName: 'Look at Most Every (Minutes)',
		name: 'lookEvery',
		type: 'number',
		typeOptions: { minValue: SHORTEST_EVERY },
		default: DEFAULT_EVERY,
		description:
			'Shortest time between two looks at your connections. Each look is an action of your LinkedIn account, of which OutX advises at most 50 an hour, messages and invitations included.',
	},
]);

const input = z.object({
	lookEvery: number('Look at Most Every', DEFAULT_EVERY, {
		min: SHORTEST_EVERY,
		max: LONGEST_EVERY,
	}),
	simplify: flag(true),
});

const NO_BROWSER = {
	reason: 'extensionOffline',
	outcome: 'notSent',
	what: 'No browser with the OutX extension has read your connections in time',
	next: 'Open Chrome with the OutX extension, wait a minute and fetch the test event again.',
} as const;

const NOBODY = 'OutX sees nobody among your connections';

/** POST /linkedin-agent/fetch-connections, newest first: an accepted invitation is a new connection. */
export const newConnection: TriggerEvent = {
	value: 'newConnection',
	name: 'New Connection',
	description: 'Somebody is connected with you, as when they accept your invitation',
	fields: [notice, simplifyField, options],
	async poll(poll, { raw }) {
		const { lookEvery, simplify } = parseInput(input, raw);
		const show = simplify ? simplePerson : (person: Parameters<typeof simplePerson>[0]) => person;
		if (!poll.isSample) return await new NewConnections(poll, lookEvery * MINUTE_MS, show).news();
		const wanted = { newestFirst: true, most: SAMPLES };
		const maxWait = poll.deadline.leftMs / 1_000;
		const wait = { waitForResult: true, maxWait, pollInterval: 5, onTimeout: 'returnTask' } as const;
		const newest = await poll.deadline.within(
			async () => await fetchConnections(poll.api, wanted, wait),
		);
		if (newest === undefined || newest.unfinished) throw new Failure(NO_BROWSER);
		return sampled(newest.people, NOBODY).map(show);
	},
};
