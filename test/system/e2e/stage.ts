import type { Editor } from '../../../scripts/editor/editor';
import type { Operator } from './operator';
import type { Pictures } from './pictures';
import type { Runs } from './runs';

/** What the checks share: one n8n with the package beside the sandbox, and somebody at its editor. */
export interface Stage {
	readonly editor: Editor;
	readonly runs: Runs;
	readonly operator: Operator;
	readonly pictures: Pictures;
	/** For data of its own. */
	readonly folder: string;
}

export interface Check {
	/** A sentence that holds when the check passes. */
	readonly name: string;
	/** Throws what is wrong. */
	run(stage: Stage): Promise<void>;
}
