import type { Resource } from '../shared/descriptions/build';
import type { Vendor } from '../shared/operation/types';
import type { OutXApi } from './api';
import { connectOutX, outXDialect } from './api';
import { getConnections } from './operations/connection/getAll';
import { sendConnectionRequest } from './operations/connection/sendRequest';
import { sendMessage } from './operations/message/send';
import { getProfile } from './operations/profile/get';
import { searchProfiles } from './operations/profile/search';
import { getTask } from './operations/task/get';
import { waitForTask } from './operations/task/waitFor';

export const outXResources: readonly Resource[] = [
	{
		name: 'Connection',
		value: 'connection',
		description: 'Invite people and list your connections',
	},
	{ name: 'Message', value: 'message', description: 'Write to your connections' },
	{ name: 'Profile', value: 'profile', description: 'Read and find LinkedIn profiles' },
	{ name: 'Task', value: 'task', description: 'Look at what the OutX browser extension is doing' },
];

/** OutX's table of operations: a new one is a file and a line here. */
export const outX: Vendor<OutXApi> = {
	name: 'outX',
	dialect: outXDialect,
	credentialType: () => 'outXApi',
	connect: connectOutX,
	secretFields: ['apiKey'],
	operations: [
		sendMessage,
		sendConnectionRequest,
		getConnections,
		getProfile,
		searchProfiles,
		getTask,
		waitForTask,
	],
};
