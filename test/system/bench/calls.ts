import type { IDataObject } from 'n8n-workflow';

import type { NodeTypeSource } from '../../support/engine';
import { nodeProcess, performance } from '../../support/node';
import type { CallsJob, CallsResult } from './jobs';
import { cpuMsSince, watchMemory } from './memory';
import { itemsFor } from './people';
import { WAYS } from './ways';

/** Real ms between two looks at the memory, per call of the run: a look takes longer the more is held. */
const LOOK_MS_PER_CALL = 0.1;

/** Whom an answer names: ours puts the profile itself out, the vendor's answer holds it in `data`. */
function namedIn(json: IDataObject): unknown {
	const profile = (json.data ?? json) as IDataObject;
	return profile.public_id;
}

/** Throws unless every call succeeded and profiles stand in the order of the items. */
function check({ call, way, count }: CallsJob, answers: readonly IDataObject[]): void {
	if (answers.length !== count) throw new Error(`${answers.length} answers to ${count} items`);
	const items = itemsFor(count);
	const isRight = (json: IDataObject, index: number): boolean => {
		if (call === 'profile') return namedIn(json) === items[index].profile;
		return way === 'ours' ? json.outcome === 'sent' : json.status === 'success';
	};
	const wrong = answers.findIndex((json, index) => !isRight(json, index));
	if (wrong >= 0) throw new Error(`Item ${wrong} has the wrong answer: ${way}, ${call}`);
}

/** Makes the calls of a job, and measures them. */
export async function makeCalls(nodeTypes: NodeTypeSource, job: CallsJob): Promise<CallsResult> {
	const watch = job.watchMemory ? await watchMemory(job.count * LOOK_MS_PER_CALL) : undefined;
	const cpu = nodeProcess.cpuUsage();
	const begun = performance.now();
	const answers = await WAYS[job.way](nodeTypes, job);
	const ms = performance.now() - begun;
	const cpuMs = cpuMsSince(cpu);
	watch?.stop();
	check(job, answers);
	const { took, heldBytes } = watch ?? { took: { ms: 0, cpuMs: 0 }, heldBytes: 0 };
	return { ms: ms - took.ms, cpuMs: cpuMs - took.cpuMs, heldBytes };
}
