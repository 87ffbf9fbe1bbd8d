import { neededId } from '../shared/fields/kinds';
import { recipientPart } from '../shared/fields/parts';

/** One object for all operations: parameters that are the same object keep their value on switching. */
export const recipient = recipientPart('searchConnections');

export const taskId = neededId(
	'Task ID',
	'taskId',
	"The field 'taskId' of an earlier OutX node's output",
	{ placeholder: 'e.g. 550e8400-e29b-41d4-a716-446655440000' },
);
