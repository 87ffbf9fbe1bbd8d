import './instance';

import { ExternalSecretsProxy } from 'n8n-core';
import type {
	ICredentialsHelper,
	IWorkflowExecuteAdditionalData,
	IWorkflowSettings,
} from 'n8n-workflow';

const base = 'http://n8n.test';

export interface AdditionalDataOptions {
	credentialsHelper: ICredentialsHelper;
	executionId?: string;
	workflowId?: string;
	workflowSettings?: IWorkflowSettings;
	/** What nodes tell the browser's console in a manual run. */
	onConsoleMessage?: (source: string, text: string) => void;
}

/** What n8n's CLI hands to every execution context, without the services behind it. */
export function additionalDataOf({
	onConsoleMessage,
	...options
}: AdditionalDataOptions): IWorkflowExecuteAdditionalData {
	return {
		...options,
		currentNodeExecutionIndex: 0,
		restApiUrl: `${base}/rest`,
		instanceBaseUrl: `${base}/`,
		formBaseUrl: `${base}/form`,
		formWaitingBaseUrl: `${base}/form-waiting`,
		formTestBaseUrl: `${base}/form-test`,
		webhookBaseUrl: `${base}/webhook`,
		webhookWaitingBaseUrl: `${base}/webhook-waiting`,
		webhookTestBaseUrl: `${base}/webhook-test`,
		mcpBaseUrl: `${base}/mcp`,
		mcpTestBaseUrl: `${base}/mcp-test`,
		variables: {},
		externalSecretsProxy: new ExternalSecretsProxy(),
		setExecutionStatus: () => {},
		sendDataToUI: (type, data) => {
			if (type !== 'sendConsoleMessage') return;
			const { source, messages } = data as { source: string; messages: unknown[] };
			onConsoleMessage?.(source, messages.join(' '));
		},
		logAiEvent: () => {},
		getRuntimeCredential: async () => await Promise.resolve(undefined),
		getRunExecutionData: async () => await Promise.resolve(undefined),
		executeWorkflow: async () => await unsupported('Sub-workflows'),
		startRunnerTask: async () => await unsupported('Task runners (the Code node)'),
	};
}

async function unsupported(what: string): Promise<never> {
	await Promise.resolve();
	throw new Error(`${what} are not available on the test engine`);
}
