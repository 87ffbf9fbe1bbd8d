import { flag, number } from './inputs';
import { field } from './part';
import { limitField, returnAllField, simplifyField } from './properties';

/** One object each for all operations: parameters that are the same object keep their value on switching. */
export const returnAllPart = field({ ...returnAllField, name: 'returnAll' }, () => flag(false));

const amount = () => number('Limit', 50, { min: 1, max: 100_000, whole: true });

export const limitPart = field({ ...limitField, name: 'limit' }, amount);

export const simplifyPart = field({ ...simplifyField, name: 'simplify' }, () => flag(true));

/** What every list has: how much of it, and how much of each record. */
export const listParts = [returnAllPart, limitPart, simplifyPart] as const;

/** A limit of a list that comes whole or in one page: it stands alone. */
export function plainLimit(byDefault: number, max: number) {
	return field(
		{
			...limitField,
			name: 'limit',
			typeOptions: { minValue: 1, maxValue: max },
			displayOptions: {},
			default: byDefault,
		},
		() => number('Limit', byDefault, { min: 1, max, whole: true }),
	);
}

/** How many records are wanted. */
export const mostOf = ({ returnAll, limit }: { returnAll: boolean; limit: number }): number =>
	returnAll ? Number.POSITIVE_INFINITY : limit;
