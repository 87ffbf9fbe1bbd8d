import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { Failure } from '../errors/failure';
import type { Operation, Vendor } from '../operation/types';
import { Memo } from '../sending/memo';
import { runActs } from './acts';
import { clock, connect, isToolRun } from './connect';
import { attachedFile } from './files';
import { nodeStore } from './n8nStore';
import { toNodeError } from './nodeErrors';
import { parameterReader } from './parameters';
import { runReads } from './reads';
import type { RunSetting } from './setting';

/** The operation the two drop-downs name. Throws a node error for one this package does not have. */
function chosen<Api>(context: IExecuteFunctions, vendor: Vendor<Api>): Operation<Api> {
	const resource = context.getNodeParameter('resource', 0, '');
	const operation = context.getNodeParameter('operation', 0, '');
	const found = vendor.operations.find(
		(known) => known.resource === resource && known.operation === operation,
	);
	if (found) return found;
	throw new NodeOperationError(context.getNode(), 'This operation is not offered by this node', {
		description: "Choose a 'Resource' and an 'Operation' from the lists.",
	});
}

/**
 * A signal that is aborted by Stop, and by us when the run is over, so that nothing goes on polling
 * behind a run that has ended.
 */
function runSignal(stop: AbortSignal | undefined): { signal: AbortSignal; end: () => void } {
	const controller = new AbortController();
	const abort = (): void => controller.abort();
	if (stop?.aborted) abort();
	stop?.addEventListener('abort', abort, { once: true });
	return {
		signal: controller.signal,
		end: () => {
			stop?.removeEventListener('abort', abort);
			abort();
		},
	};
}

function memoScope(context: IExecuteFunctions): string {
	if (isToolRun(context)) return '';
	return String(context.getWorkflowDataProxy(0).$runIndex ?? 0);
}

/** Runs a vendor's node: what every node class of this package calls. */
export async function runVendor<Api>(
	context: IExecuteFunctions,
	vendor: Vendor<Api>,
): Promise<INodeExecutionData[][]> {
	const itemCount = context.getInputData().length;
	if (itemCount === 0) return [[]];
	const node = context.getNode();
	const { label } = vendor.dialect;
	const operation = chosen(context, vendor);
	const fail: RunSetting<Api>['fail'] = (failure, at) => toNodeError(node, failure, label, at);

	const credentialType = vendor.credentialType((name) => context.getNodeParameter(name, 0, ''));
	const credential = await context.getCredentials(credentialType);
	const run = runSignal(context.getExecutionCancelSignal?.());
	try {
		const { api, accountScope } = connect(
			context,
			vendor,
			credentialType,
			credential,
			run.signal,
			async (itemIndex, property) => await attachedFile(context, itemIndex, property),
		);
		const setting: RunSetting<Api> = {
			context,
			api,
			vendor: vendor.name,
			label,
			itemCount,
			continueOnFail: context.continueOnFail(),
			read: parameterReader(context, operation.parameters),
			clock,
			random: Math.random,
			signal: run.signal,
			timezone: context.getTimezone(),
			memo: new Memo(context.getContext('node')),
			memoScope: memoScope(context),
			store: nodeStore(context),
			accountScope,
			fail,
		};
		return [
			operation.kind === 'act'
				? await runActs(setting, operation)
				: await runReads(setting, operation),
		];
	} catch (error) {
		throw error instanceof Failure ? fail(error, {}) : error;
	} finally {
		run.end();
	}
}
