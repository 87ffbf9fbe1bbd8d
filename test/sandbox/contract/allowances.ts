import { asObject } from '../types';
import type { Json, Vendor } from '../types';

interface Allowance {
	vendor: Vendor;
	/** JSON pointer to the schema that is narrower than reality. */
	at: string;
	why: string;
	widen: (schema: Json) => void;
}

/**
 * Where the reconstructed contracts are narrower, or looser, than what their companions describe.
 */
export const ALLOWANCES: readonly Allowance[] = [
	{
		vendor: 'outX',
		at: '/components/schemas/TaskStatus',
		why: 'outx.md: clients guard against error and cancelled, and an unknown word means still running',
		widen: (schema) => delete schema.enum,
	},
	{
		vendor: 'linkupApi',
		at: '/components/schemas/CountryV1',
		why: 'x-additional-values: newer copies of the page list more countries',
		widen: (schema) => {
			schema.enum = [...list(schema.enum), ...list(schema['x-additional-values'])];
		},
	},
	{
		vendor: 'linkupApi',
		at: '/components/schemas/V1InvitationStatusSuccess/properties/data/properties/invitation_id',
		why: 'linkupapi.md: some answers carry the 19 digits as a JSON number',
		widen: (schema) => {
			schema.type = ['string', 'number', 'null'];
		},
	},
];

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Applies a vendor's allowances to its parsed document. */
export function allow(vendor: Vendor, document: Json): void {
	for (const allowance of ALLOWANCES) {
		if (allowance.vendor !== vendor) continue;
		const steps = allowance.at.slice(1).split('/');
		const schema = steps.reduce<Json>((node, step) => asObject(node[step]), document);
		if (Object.keys(schema).length === 0) throw new Error(`No schema at ${allowance.at}`);
		allowance.widen(schema);
	}
}

/** V2 answers to a misspelt parameter by ignoring it; here it has to be one the action knows. */
export function closeParams(document: Json): void {
	const schemas = asObject(asObject(document.components).schemas);
	for (const schema of Object.values(schemas)) {
		const params = asObject(asObject(asObject(schema).properties).params);
		const properties = asObject(params.properties);
		if (params.type !== 'object') continue;
		if (properties.profile_url)
			params.properties = { ...properties, linkedin_url: properties.profile_url };
		params.additionalProperties = false;
	}
}
