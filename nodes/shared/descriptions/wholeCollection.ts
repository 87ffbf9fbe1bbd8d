import type { INodeProperties } from 'n8n-workflow';

/**
 * An expression, or JSON that was written as a text. Older versions of n8n match "[object Object]" and "undefined"
 * too, where there is no text.
 */
const IS_TEXT = { _cnd: { regex: '^[={"]' } };

/** What n8n compares an object as; there is no condition for being one. */
const IS_OBJECT = { _cnd: { between: { from: '[object', to: '[objectz' } } };

/**
 * A collection that keeps an expression which stands for all of it. Of a collection n8n hands over the members it
 * knows (NodeHelpers.getNodeParameters), and of one that is an expression it knows none: a workflow written by
 * hand or by a model would run with the defaults, 'Dry Run' off. So behind the collection comes a notice of the
 * same name, there only where no object stands, which hands over what does.
 *
 * @returns the parameter itself where it is no collection
 */
export function keepingWhole(parameter: INodeProperties): INodeProperties[] {
	if (parameter.type !== 'collection') return [parameter];
	const { displayName, name, displayOptions } = parameter;
	const path = `/${name}`;
	const unless = (condition: typeof IS_TEXT | typeof IS_OBJECT) => ({
		displayOptions: { ...displayOptions, hide: { ...displayOptions?.hide, [path]: [condition] } },
	});
	return [
		{ ...parameter, ...unless(IS_TEXT) },
		{
			displayName: `${displayName} is made by an expression or a text as a whole, which this panel cannot show. It has to give an object with the options by name.`,
			name,
			type: 'notice',
			default: {},
			...unless(IS_OBJECT),
		},
	];
}
