import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { fromPackage, startNode } from '../../support/engine';
import type {
	EngineResult,
	NodeOptions,
	NodeTypeSource,
	StartedWorkflow,
} from '../../support/engine';
import { PACKAGE, sandboxCredentials } from '../../../scripts/campaign/setting';

export interface Run extends Partial<Omit<NodeOptions, 'type' | 'parameters' | 'items'>> {
	/** The node's name without the package's. */
	readonly node: string;
	readonly parameters: IDataObject;
	/** One empty item unless given. */
	readonly items?: IDataObject[] | INodeExecutionData[];
}

/** What a case works with. */
export interface Setting {
	/** The built package's folder. */
	readonly packageFolder: string;
	readonly sandbox: Sandbox;
	readonly nodeTypes: NodeTypeSource;
	start(run: Run): StartedWorkflow;
	run(run: Run): Promise<EngineResult>;
}

export interface Case {
	readonly name: string;
	/** Throws a line saying what is wrong. */
	check(setting: Setting): Promise<void>;
}

/** The built package on the engine, against a sandbox of its own. */
export async function prepare(packageFolder: string): Promise<Setting> {
	const sandbox = await startSandbox();
	const nodeTypes = await fromPackage(packageFolder);
	const start = ({ node, items = [{}], ...rest }: Run): StartedWorkflow =>
		startNode({
			nodeTypes,
			credentials: sandboxCredentials(sandbox),
			...rest,
			type: `${PACKAGE}${node}`,
			items,
		});
	const run = async (spec: Run): Promise<EngineResult> => await start(spec).result;
	return { packageFolder, sandbox, nodeTypes, start, run };
}
