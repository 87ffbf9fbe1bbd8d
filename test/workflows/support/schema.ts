import Ajv2020 from 'ajv/dist/2020';
import type { IDataObject } from 'n8n-workflow';

import { schemaOf } from '../../../scripts/build/schemas';

interface OutputSchema {
	properties: IDataObject;
}

/**
 * Expects items to be what the node's output schema promises, and to hold no field it does not name:
 * operators pick fields from it before the first run.
 */
export function expectToFitSchema(
	node: string,
	resource: string,
	operation: string,
	items: readonly IDataObject[],
): void {
	const schema = schemaOf(node, resource, operation) as unknown as OutputSchema;
	const fits = new Ajv2020({ strict: false }).compile(schema);
	for (const item of items) {
		expect({ valid: fits(item), errors: fits.errors }).toEqual({ valid: true, errors: null });
		expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(item)));
	}
}
