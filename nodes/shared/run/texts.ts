import type { ActOperation } from '../operation/types';
import type { TextCheck } from '../sending/textCheck';
import { checkText } from '../sending/textCheck';

/**
 * An item's parameters with its texts as they go out, before their lengths are checked: cleaning up a text may
 * make it longer. Throws an `invalidInput` failure for one that is not finished.
 *
 * @param texts the fields that hold a text, with the names the editor shows
 */
export function withCheckedTexts(
	raw: Readonly<Record<string, unknown>>,
	texts: ActOperation<unknown>['texts'] = {},
	mode: TextCheck,
): Record<string, unknown> {
	const checked = Object.entries(texts).flatMap(([field, name]) => {
		const text = raw[field];
		// Whether a text is needed is the field's affair.
		if (typeof text !== 'string' || text.trim() === '') return [];
		return [[field, checkText(text, mode, name)] as const];
	});
	return { ...raw, ...Object.fromEntries(checked) };
}
