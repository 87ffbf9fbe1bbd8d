import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

import { fs, path, root } from '../../test/support/node';
import { descriptionIn } from '../description';

const choices = ({ options = [] }: INodeProperties): string[] =>
	(options as INodePropertyOptions[]).map(({ value }) => String(value));

/** What the drop-downs of a node offer: resource.operation, or of a trigger its name and the event. */
export function offeredBy({ name, group, properties }: INodeTypeDescription): string[] {
	const isTrigger = group.includes('trigger');
	const lists = properties.filter((field) => field.name === (isTrigger ? 'event' : 'operation'));
	const names = lists.flatMap((list) => {
		const resources = isTrigger ? [name] : (list.displayOptions?.show?.resource ?? []);
		return resources.flatMap((first) => choices(list).map((last) => `${String(first)}.${last}`));
	});
	return [...new Set(names)];
}

/** The same of every node in a folder below nodes/, its triggers among them. */
export async function offeredIn(folder: string): Promise<string[]> {
	const files = fs
		.readdirSync(path.join(root, 'nodes', folder))
		.filter((file) => file.endsWith('.node.ts'))
		.sort();
	const descriptions = files.map(async (file) => await descriptionIn(`${folder}/${file}`));
	return (await Promise.all(descriptions)).flatMap(offeredBy);
}
