import { neededText } from '../../shared/fields/kinds';

/**
 * In characters. OutX documents no limit; public guides to LinkedIn name this one. A longer comment would
 * only fail later, in a browser that reports it to nobody.
 */
const LONGEST_COMMENT = 1_250;

export const comment = neededText(
	'Comment',
	'comment',
	'The text to write under the post, up to 1,250 characters',
	{
		typeOptions: { rows: 3 },
		placeholder: 'e.g. Useful numbers, thank you!',
		longest: LONGEST_COMMENT,
	},
);
