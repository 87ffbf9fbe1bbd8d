import { connectSafely } from '../../nodes/ConnectSafely/vendor';
import { linkupOperations } from '../../nodes/LinkupApi/vendor';
import { outX } from '../../nodes/OutX/vendor';
import type { JsonObject } from '../../nodes/shared/json/types';
import { outputSchema } from '../../nodes/shared/operation/output';
import type { OperationNames } from '../../nodes/shared/operation/types';

/** Of nodes with operations: the version n8n looks under, which is the node's with two zeros. */
const VERSION = 'v1.0.0';

const TABLES: Readonly<Record<string, readonly OperationNames[]>> = {
	ConnectSafely: connectSafely.operations,
	LinkupApi: linkupOperations,
	OutX: outX.operations,
};

/** What n8n's editor shows of an operation's output before its first run; undefined where nobody knows. */
export function schemaOf(
	folder: string,
	resource: string,
	operation: string,
): JsonObject | undefined {
	const found = TABLES[folder]?.find(
		(one) => one.resource === resource && one.operation === operation,
	);
	return found?.output && outputSchema(found.output);
}

/** Every output schema, by its path below `dist/nodes` (n8n: `__schema__/<version>/<resource>/<operation>.json`). */
export function schemaFiles(): Map<string, JsonObject> {
	return new Map(
		Object.entries(TABLES).flatMap(([folder, operations]) =>
			operations.flatMap(({ resource, operation, output }) =>
				output
					? [
							[
								`${folder}/__schema__/${VERSION}/${resource}/${operation}.json`,
								outputSchema(output),
							] as const,
						]
					: [],
			),
		),
	);
}
