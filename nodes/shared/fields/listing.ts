import { limitField, returnAllField, simplifyField } from './properties';
import { flag, number } from './inputs';

/** What every list has: how much of it, and how much of each record. */
export const listFields = [returnAllField, limitField, simplifyField] as const;

/** The members of an input schema. */
export const listShape = {
	returnAll: flag(false),
	limit: number('Limit', 50, { min: 1, max: 100_000, whole: true }),
	simplify: flag(true),
};

/** How many records are wanted. */
export const mostOf = ({ returnAll, limit }: { returnAll: boolean; limit: number }): number =>
	returnAll ? Number.POSITIVE_INFINITY : limit;
