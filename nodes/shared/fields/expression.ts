import { isObject } from '../json/json';

/** Whether a parameter as it stands in the node is an expression. */
export const isExpression = (own: unknown): own is string =>
	typeof own === 'string' && own.startsWith('=');

/** Whether a parameter holds an expression, at any depth. `own`: as it stands in the node. */
export function hasExpression(own: unknown): boolean {
	if (typeof own !== 'object' || own === null) return isExpression(own);
	return Object.values(own).some(hasExpression);
}

/** The value of a resource locator, or of a plain parameter. */
export function locatedValue(value: unknown): unknown {
	return isObject(value) && 'value' in value ? value.value : value;
}
