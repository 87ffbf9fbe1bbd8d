import type { INodeProperties } from 'n8n-workflow';

/**
 * In characters. OutX documents no limit; public guides to LinkedIn name this one. A longer comment would
 * only fail later, in a browser that reports it to nobody.
 */
export const LONGEST_COMMENT = 1_250;

export const commentField: INodeProperties = {
	displayName: 'Comment',
	name: 'comment',
	type: 'string',
	typeOptions: { rows: 3 },
	required: true,
	default: '',
	placeholder: 'e.g. Useful numbers, thank you!',
	description: 'The text to write under the post, up to 1,250 characters',
};
