import { Failure } from '../../shared/failures/failure';
import { number } from '../../shared/fields/inputs';
import { simplifyPart } from '../../shared/fields/listing';
import type { Part } from '../../shared/fields/part';
import { field, optionsPart } from '../../shared/fields/part';
import type { JsonObject } from '../../shared/json/types';
import { SAMPLES, sampled } from '../../shared/trigger/event';
import { defineEvent } from '../define';
import { fetchConnections } from '../people/connections';
import { simplePerson } from '../people/person';
import { newConnections } from './newConnections';

/** Minutes between two looks. */
const DEFAULT_EVERY = 60;
const SHORTEST_EVERY = 15;
const LONGEST_EVERY = 7 * 24 * 60;

const notice: Part<Record<never, never>> = {
	properties: [
		{
			displayName:
				'Looks at your newest connections once an hour at most, unless Options say otherwise, however often it polls: each look is an action of your LinkedIn account.',
			name: 'lookNotice',
			type: 'notice',
			default: '',
		},
	],
	shape: {},
};

const lookEvery = field(
	{
		displayName: 'Look at Most Every (Minutes)',
		name: 'lookEvery',
		type: 'number',
		typeOptions: { minValue: SHORTEST_EVERY },
		default: DEFAULT_EVERY,
		description:
			'Shortest time between two looks at your connections. OutX advises at most 50 actions of your LinkedIn account an hour, messages and invitations included.',
	},
	number('Look at Most Every', DEFAULT_EVERY, { min: SHORTEST_EVERY, max: LONGEST_EVERY }),
);

/** POST /linkedin-agent/fetch-connections, newest first: an accepted invitation is a new connection. */
export const newConnection = defineEvent({
	value: 'newConnection',
	name: 'New Connection',
	description: 'Somebody is connected with you, as when they accept your invitation',
	calls: ['POST /linkedin-agent/fetch-connections'],
	fields: [notice, simplifyPart, optionsPart(lookEvery)],
	async poll(poll, { lookEvery: minutes, simplify }) {
		const { api, deadline } = poll;
		const show = simplify ? simplePerson : (person: JsonObject) => person;
		if (!poll.isSample) return await newConnections(poll, minutes * 60_000, show);
		const wanted = { newestFirst: true, most: SAMPLES };
		const wait = { waitForResult: true, pollInterval: 5, onTimeout: 'returnTask' } as const;
		const maxWait = deadline.leftMs() / 1_000;
		const newest = await deadline.within(
			async () => await fetchConnections(api, wanted, { ...wait, maxWait }),
		);
		if (newest && !newest.unfinished) {
			return sampled(newest.people, 'OutX sees nobody among your connections').map(show);
		}
		throw new Failure({
			reason: 'extensionOffline',
			outcome: 'notSent',
			what: 'No browser with the OutX extension has read your connections in time',
			next: 'Open Chrome with the OutX extension, wait a minute and fetch the test event again.',
		});
	},
});
