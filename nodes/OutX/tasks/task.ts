import type { JsonObject, JsonValue } from '../../shared/json/types';

/** A LinkedIn agent task as get-task-status shows it. */
export interface Task {
	readonly id: string;
	/** As OutX words it: pending, processing, completed, failed, or one never heard of. */
	readonly status: string;
	readonly input: JsonObject;
	readonly output: JsonValue;
}

/** What a task does: acts wait for the browser of the admin, look-ups for any (docs.outx.ai, LinkedIn Agent). */
export type TaskKind = 'act' | 'lookUp' | 'any';
