import type { ActInput, ActOperation } from '../operation/types';
import type { TextCheck } from '../sending/textCheck';
import { checkText } from '../sending/textCheck';

/**
 * The input with its texts as they go out. Throws an `invalidInput` failure for one that is not finished.
 *
 * @param texts the fields of the input that hold a text, with the names the editor shows
 */
export function withCheckedTexts(
	input: ActInput,
	texts: ActOperation<unknown>['texts'] = {},
	mode: TextCheck,
): ActInput {
	const fields = input as unknown as Readonly<Record<string, unknown>>;
	const checked = Object.entries(texts).flatMap(([field, name]) => {
		const text = fields[field];
		return typeof text === 'string' ? [[field, checkText(text, mode, name)] as const] : [];
	});
	return { ...input, ...Object.fromEntries(checked) };
}
