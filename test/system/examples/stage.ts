import { sleep } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';

import type { Sandbox } from '../../sandbox';
import { simulatedTime } from '../../support/clock';
import type { SimulatedTime } from '../../support/clock';
import { combine, DeduplicationStore, startWorkflow } from '../../support/engine';
import type { NodeTypeSource, WorkflowFile } from '../../support/engine';
import { fs, path, root } from '../../support/node';
import { isTriggerType } from '../../support/workflowFile';
import { sandboxCredentials } from '../../../scripts/campaign/setting';
import { builtInTypes } from './nodeTypes';
import { resumeWorkflow } from './resume';
import type { Leg } from './resume';
import { Story } from './story';

/** Where the clock starts unless a check says otherwise: a Monday noon in winter, UTC. */
const START = '2026-11-23T12:00:00.000Z';

export interface PlayOptions {
	/** What the trigger puts out. */
	input?: IDataObject[];
	/** What nodes put out that reach services of others. */
	given?: Readonly<Record<string, IDataObject[]>>;
	/** Stand-ins for n8n's own nodes, by type. */
	replaced?: Readonly<Record<string, INodeType>>;
	/** What an operator fills in after the import, by node. */
	filledIn?: Readonly<Record<string, INodeParameters>>;
	/** What an operator enters into the form of a node. */
	forms?: Readonly<Record<string, IDataObject>>;
	/** Credential data that differ from the sandbox's own, by type. */
	credentials?: Readonly<Record<string, ICredentialDataDecryptedObject>>;
	/** Called whenever the execution is put to sleep. */
	onSleep?: (story: Story) => void;
}

/** Seconds an operator needs to fill in a form. */
const FORM_SECONDS = 90;
const MOST_SLEEPS = 200;

/** One example on n8n's engine: the sandbox of the three services, simulated time, and n8n's own memory. */
export class Stage {
	readonly time: SimulatedTime;
	timezone = 'UTC';
	private deduplication = new DeduplicationStore();
	private runs = 0;

	constructor(
		readonly sandbox: Sandbox,
		private readonly own: NodeTypeSource,
		now: string = START,
	) {
		this.time = simulatedTime({ now });
		sandbox.reset();
	}

	/** Puts the real clock back. */
	close(): void {
		this.time.restore();
	}

	/** Lets time pass. */
	async pass(ms: number): Promise<void> {
		await this.time.drive(sleep(Math.max(0, ms)));
	}

	/** Runs an example to its end, through all its waits. */
	async play(file: string, options: PlayOptions = {}): Promise<Story> {
		const workflow = filledIn(readExample(file), options.filledIn);
		const pinData = Object.fromEntries(
			Object.entries(options.given ?? {}).map(([name, rows]) => [
				name,
				rows.map((json) => ({ json, pairedItem: 0 })),
			]),
		);
		const whole: WorkflowFile = { ...workflow, pinData: { ...workflow.pinData, ...pinData } };
		const setting = {
			workflow: whole,
			nodeTypes: combine(this.own, builtInTypes(workflow, options.replaced)),
			credentials: { ...sandboxCredentials(this.sandbox), ...options.credentials },
			deduplication: this.deduplication,
			timezone: this.timezone,
		};
		let leg: Leg = await this.time.drive(
			startWorkflow({ ...setting, ...(options.input && { input: options.input }) }).result,
		);
		const executionId = `example-${++this.runs}`;
		const standIns = standInTypes(whole);
		for (let sleeps = 0; leg.run.waitTill; sleeps++) {
			if (sleeps === MOST_SLEEPS) throw new Error(`${file} never comes to an end`);
			options.onSleep?.(new Story(leg, whole));
			const form = options.forms?.[leg.run.data.resultData.lastNodeExecuted ?? ''];
			const until = leg.run.waitTill.getTime() - this.time.now();
			await this.pass(form ? FORM_SECONDS * 1_000 : until);
			const answer = form && [{ json: form }];
			const { saved } = leg;
			leg = await this.time.drive(
				resumeWorkflow({ ...setting, standIns, executionId }, saved, answer),
			);
		}
		this.sandbox.assertClean();
		return new Story(leg, whole);
	}
}

/** An example as it stands in the repository. */
export function readExample(file: string): WorkflowFile {
	const text = fs.readFileSync(path.join(root, 'examples', file), 'utf8');
	return JSON.parse(text) as WorkflowFile;
}

function filledIn(
	workflow: WorkflowFile,
	values: Readonly<Record<string, INodeParameters>> = {},
): WorkflowFile {
	const nodes = workflow.nodes.map((node) => ({
		...node,
		parameters: { ...node.parameters, ...values[node.name] },
	}));
	const unknown = Object.keys(values).find((name) => !nodes.some((node) => node.name === name));
	if (unknown !== undefined) throw new Error(`The example has no node "${unknown}"`);
	return { ...workflow, nodes };
}

function standInTypes({ nodes, pinData = {} }: WorkflowFile): Set<string> {
	const idle = ({ name, type }: INode): boolean =>
		name in pinData || isTriggerType(type) || /\.(stickyNote|noOp)$/.test(type);
	return new Set(nodes.filter(idle).map(({ type }) => type));
}
