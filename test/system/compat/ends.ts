import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { EngineResult } from '../../support/engine';

/** What a failed node shows, and what a workflow branches on. */
export interface Shown {
	readonly message: string;
	readonly description: string;
	readonly httpCode?: string;
	readonly details: IDataObject;
}

/** What became of each item, in the order of the input, with the index it is paired with. */
export function ends(items: readonly INodeExecutionData[]): string[] {
	return items.map(({ json, pairedItem }) => {
		const details = json.details as IDataObject | undefined;
		const { item } = pairedItem as { item: number };
		return `${item} ${String(details?.reason ?? json.reason ?? json.outcome)}`;
	});
}

/** The items of a run that should have gone through; throws what the node says when it did not. */
export function through({ error, output }: EngineResult): INodeExecutionData[] {
	if (error) throw new Error(`the node failed: ${error.message} (${String(error.description)})`);
	return output('Node');
}

/** The error of a run that should have failed. */
export function failureOf({ error }: EngineResult): Shown {
	if (!error) throw new Error('the node did not fail');
	const { message, description, httpCode, context } = error as unknown as Shown & {
		context: { details: IDataObject };
	};
	return { message, description, httpCode, details: context.details };
}
