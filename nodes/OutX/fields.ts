import type { INodeProperties } from 'n8n-workflow';

import { optionsField, recipientField } from '../shared/fields/properties';
import { waitOptions } from './tasks/waiting';

/** One object for all operations: parameters that are the same object keep their value on switching. */
export const recipient = recipientField('searchConnections');

export const waitOptionsField = optionsField(waitOptions);

export const taskId: INodeProperties = {
	displayName: 'Task ID',
	name: 'taskId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 550e8400-e29b-41d4-a716-446655440000',
	description: "The field 'taskId' of an earlier OutX node's output",
};
