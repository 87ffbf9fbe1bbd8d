import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import type { CredentialData } from '../../support/engine';
import { sandboxCredentials } from '../../../scripts/campaign/setting';
import { settleIn } from './people';

export interface Stage {
	readonly sandbox: Sandbox;
	readonly baseUrl: string;
	readonly credentials: CredentialData;
}

/**
 * A sandbox in this process with so many people in it, for processes that call it. A request that breaks
 * a vendor's contract fails the measurement.
 */
export async function onStage<T>(people: number, act: (stage: Stage) => Promise<T>): Promise<T> {
	const sandbox = await startSandbox();
	try {
		settleIn(sandbox, people);
		const credentials = sandboxCredentials(sandbox);
		const result = await act({ sandbox, credentials, baseUrl: sandbox.baseUrls.linkupApi });
		sandbox.assertClean();
		return result;
	} finally {
		await sandbox.close();
	}
}
