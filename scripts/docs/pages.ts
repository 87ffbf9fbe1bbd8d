import { connectSafely, connectSafelyResources } from '../../nodes/ConnectSafely/vendor';
import { authentication } from '../../nodes/LinkupApi/fields';
import { linkupOperations, linkupResources } from '../../nodes/LinkupApi/vendor';
import { outX, outXResources } from '../../nodes/OutX/vendor';
import { sendingPart } from '../../nodes/shared/fields/sending';
import { descriptionIn } from '../description';
import { collectionTable } from './fields';
import { withPart } from './markdown';
import { nodeFields, operationTables } from './reference';
import type { DocumentedNode } from './reference';
import { eventTable, triggerFields } from './trigger';

interface Page {
	readonly file: string;
	/** What is written from the code of the nodes, by the name of its marks. */
	readonly parts: Readonly<Record<string, () => string | Promise<string>>>;
}

const [sendingField] = sendingPart('recipient', true).properties.slice(-1);

const ofNode = (file: string, node: DocumentedNode): Page => ({
	file: `docs/operations/${file}.md`,
	parts: {
		operations: () => operationTables(node),
		fields: () => nodeFields(node),
	},
});

const ofTrigger = (file: string, source: string): Page => ({
	file: `docs/operations/${file}.md`,
	parts: {
		events: async () => eventTable(await descriptionIn(source)),
		fields: async () => triggerFields(await descriptionIn(source)),
	},
});

/** Every page with a generated part. */
export const PAGES: readonly Page[] = [
	ofNode('outx', { folder: 'OutX', resources: outXResources, operations: outX.operations }),
	ofNode('connectsafely', {
		folder: 'ConnectSafely',
		resources: connectSafelyResources,
		operations: connectSafely.operations,
	}),
	ofNode('linkupapi', {
		folder: 'LinkupApi',
		resources: linkupResources,
		operations: linkupOperations,
		before: authentication.properties,
	}),
	ofTrigger('outx-trigger', 'OutX/OutXTrigger.node.ts'),
	{
		file: 'docs/sending.md',
		parts: { options: () => collectionTable(sendingField, { dryRun: 'off; on when it is added' }) },
	},
];

/** A page's text with its generated parts as they are to be. Throws a sentence when marks are missing. */
export async function current(text: string, { file, parts }: Page): Promise<string> {
	let page = text;
	for (const [name, part] of Object.entries(parts)) {
		const found = withPart(page, name, await part());
		if (found === undefined) throw new Error(`${file} lacks the marks of its part '${name}'.`);
		page = found;
	}
	return page;
}
