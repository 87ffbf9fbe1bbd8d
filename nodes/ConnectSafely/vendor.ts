import type { Resource } from '../shared/descriptions/build';
import type { Vendor } from '../shared/operation/types';
import type { ConnectSafelyApi } from './api';
import { connectConnectSafely, connectSafelyDialect } from './api';
import { getAccounts, getQuota } from './operations/account';
import { getComments } from './operations/comment';
import { getRelationship } from './operations/connection';
import { sendConnectionRequest } from './operations/connection/sendRequest';
import { sendMessage } from './operations/message/send';
import { getProfile } from './operations/profile';

export const connectSafelyResources: readonly Resource[] = [
	{
		name: 'Account',
		value: 'account',
		description: 'See which LinkedIn accounts can act, and how much they may still do',
	},
	{
		name: 'Comment',
		value: 'comment',
		description: 'See who commented on a post, and what',
	},
	{
		name: 'Connection',
		value: 'connection',
		description: 'Invite people and see who is connected with you',
	},
	{
		name: 'Message',
		value: 'message',
		description: 'Write to connections, or to anybody by InMail',
	},
	{ name: 'Profile', value: 'profile', description: 'Read LinkedIn profiles' },
];

/** ConnectSafely.ai's table of operations: a new one is a file and a line here. */
export const connectSafely: Vendor<ConnectSafelyApi> = {
	name: 'connectSafely',
	dialect: connectSafelyDialect,
	credentialType: () => 'connectSafelyAiApi',
	connect: connectConnectSafely,
	secretFields: ['apiKey'],
	operations: [
		sendMessage,
		sendConnectionRequest,
		getRelationship,
		getProfile,
		getAccounts,
		getQuota,
		getComments,
	],
};
