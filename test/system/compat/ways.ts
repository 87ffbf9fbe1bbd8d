import type { IDataObject } from 'n8n-workflow';

import { ACCOUNTS, PEOPLE } from '../../sandbox';
import type { FaultSpec, Sandbox } from '../../sandbox';

/** One way to reach people: a vendor, and how one signs in to it. */
export interface Way {
	readonly name: string;
	readonly node: string;
	readonly parameters: IDataObject;
	/** Fits the request that carries a message. */
	readonly call: FaultSpec['match'];
	/** Lets the vendor refuse whoever is not a connection, where it does not by itself. */
	arrange?(sandbox: Sandbox): void;
}

const ACCOUNT = { __rl: true, mode: 'id', value: ACCOUNTS.linkupMain };
const V1_SEND = 'POST /v1/messages/send-message';

const actionOf = (body: unknown): unknown => (body as IDataObject | undefined)?.action;

export const WAYS: readonly Way[] = [
	{
		name: 'OutX',
		node: 'outX',
		parameters: {},
		call: 'POST /linkedin-agent/send-message',
	},
	{
		name: 'ConnectSafely.ai',
		node: 'connectSafely',
		parameters: {},
		call: 'POST /message',
	},
	{
		name: 'LinkupAPI with login token',
		node: 'linkupApi',
		parameters: { authentication: 'loginToken' },
		call: V1_SEND,
		arrange: ({ faults }) => {
			const text = 'Recipient is not a 1st-degree connection';
			faults.add({ kind: 'errorIn200', text, match: V1_SEND, skip: 1 });
		},
	},
	{
		name: 'LinkupAPI with account',
		node: 'linkupApi',
		parameters: { authentication: 'account', account: ACCOUNT },
		call: ({ body }) => actionOf(body) === 'send',
	},
];

/** Connections of every account, and somebody who is none. */
export const [FIRST, SECOND, STRANGER] = [
	PEOPLE.connected,
	PEOPLE.connectedToo,
	PEOPLE.stranger,
] as const;

export const FREE = { pauseMin: 0, pauseMax: 0 } as const;

/** Items as a list of contacts gives them. */
export const contacts = (...slugs: string[]): IDataObject[] =>
	slugs.map((slug) => ({ profile: `https://www.linkedin.com/in/${encodeURIComponent(slug)}/` }));

export const RECIPIENT = { __rl: true, mode: 'url', value: '={{ $json.profile }}' };

/** A message to the person of each item. */
export const message = (way: Way, sending: IDataObject = {}): IDataObject => ({
	resource: 'message',
	operation: 'send',
	recipient: RECIPIENT,
	message: '=Hello {{ $json.profile.length }}',
	sending: { ...FREE, ...sending },
	...way.parameters,
});

/** Who was reached, in order. */
export const reached = ({ deliveries }: Sandbox): string[] =>
	deliveries.map(({ publicIdentifier }) => publicIdentifier);
