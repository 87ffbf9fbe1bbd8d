import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { Failure, invalidInput } from '../failures/failure';
import type { Operation, Vendor } from '../operation/types';
import { Memo } from '../sending/memo';
import { usableTimezone } from '../sending/timezone';
import { runActs } from '../run/acts';
import { cautionsOf } from './cautions';
import { clock, connect, isToolRun } from './connect';
import { attachedFile } from './files';
import { nodeStore } from './store';
import { toNodeError } from './errors';
import { asActFailure, asFailure } from '../failures/unexpected';
import { parameterReader } from './parameters';
import { runChanges, runReads } from '../run/reads';
import { errorJson, toItem } from '../run/results';
import type { RunSetting } from '../run/setting';

/** The operation the two drop-downs name. Throws a `Failure` for one this package does not have. */
function chosen<Api>(context: IExecuteFunctions, vendor: Vendor<Api>): Operation<Api> {
	const resource = context.getNodeParameter('resource', 0, '');
	const operation = context.getNodeParameter('operation', 0, '');
	const found = vendor.operations.find(
		(known) => known.resource === resource && known.operation === operation,
	);
	if (found) return found;
	throw invalidInput(
		'This operation is not offered by this node',
		"Choose a 'Resource' and an 'Operation' from the lists.",
	);
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

function hintOf<Api>(context: IExecuteFunctions): Pick<RunSetting<Api>, 'hint'> {
	if (typeof context.addExecutionHints !== 'function') return {};
	return {
		hint: (message, isWarning) =>
			context.addExecutionHints({
				message,
				type: isWarning ? 'warning' : 'info',
				location: 'outputPane',
			}),
	};
}

function memoScope(context: IExecuteFunctions): string {
	if (isToolRun(context)) return '';
	return String(context.getWorkflowDataProxy(0).$runIndex ?? 0);
}

/** None is chosen, it was deleted, or this workflow may not use it: n8n's words say which. */
function noCredential(error: unknown): Failure {
	const said = error instanceof Error ? error.message : String(error);
	return new Failure({
		reason: 'authentication',
		outcome: 'notSent',
		what: 'This node could not use its credential',
		next: 'Open the node, choose a credential and test it.',
		vendorText: said,
		saidBy: 'n8n',
		stopsBatch: true,
	});
}

async function settingOf<Api>(
	context: IExecuteFunctions,
	vendor: Vendor<Api>,
	operation: Operation<Api>,
	signal: AbortSignal,
): Promise<RunSetting<Api>> {
	const node = context.getNode();
	const { label } = vendor.dialect;
	const credentialType = vendor.credentialType((name) => context.getNodeParameter(name, 0, ''));
	const credential = await context.getCredentials(credentialType).catch((error: unknown) => {
		throw noCredential(error);
	});
	const { api, accountScope } = connect(
		context,
		vendor,
		credentialType,
		credential,
		signal,
		async (itemIndex, property) => await attachedFile(context, itemIndex, property),
	);
	return {
		api,
		own: (name) => node.parameters[name],
		progress: (line) => context.sendMessageToUI?.(line),
		...hintOf(context),
		vendor: vendor.name,
		label,
		itemCount: context.getInputData().length,
		continueOnFail: context.continueOnFail(),
		read: parameterReader(context, operation.parameters),
		clock,
		random: Math.random,
		signal,
		timezone: usableTimezone(context.getTimezone()),
		cautions: cautionsOf(context),
		memo: new Memo(context.getContext('node'), context.getExecutionId()),
		memoScope: memoScope(context),
		store: nodeStore(context),
		accountScope,
		fail: (failure, at) => toNodeError(node, failure, label, at),
	};
}

async function runOperation<Api>(
	setting: RunSetting<Api>,
	operation: Operation<Api>,
): Promise<INodeExecutionData[]> {
	switch (operation.kind) {
		case 'act':
			return await runActs(setting, operation);
		case 'change':
			return await runChanges(setting, operation);
		case 'read':
			return await runReads(setting, operation);
	}
}

/**
 * Runs a vendor's node: what every node class of this package calls. With Continue On Fail everything
 * becomes an error item: of an error that is thrown then, n8n would make nothing, and pass the input on
 * as if it were the output.
 */
export async function runVendor<Api>(
	context: IExecuteFunctions,
	vendor: Vendor<Api>,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[]];
	const { label } = vendor.dialect;
	const run = runSignal(context.getExecutionCancelSignal?.());
	let setting: RunSetting<Api> | undefined;
	try {
		const operation = chosen(context, vendor);
		setting = await settingOf(context, vendor, operation, run.signal);
		return [await runOperation(setting, operation)];
	} catch (error) {
		if (context.continueOnFail()) {
			const failure = setting ? asActFailure(error) : asFailure(error);
			return [items.map((_, index) => toItem(errorJson(failure, label), index))];
		}
		throw error instanceof Failure ? toNodeError(context.getNode(), error, label) : error;
	} finally {
		run.end();
	}
}
