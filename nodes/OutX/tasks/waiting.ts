import { z } from 'zod';

import { number } from '../../shared/fields/inputs';
import { choicePart, switchPart } from '../../shared/fields/kinds';
import { field, looking, optionsPart } from '../../shared/fields/part';

/** How long to wait for a task */
export interface Waiting {
	/** Seconds from the task's creation; undefined = the default. */
	readonly maxWait?: number;
	/** Seconds: the longest gap between two looks. */
	readonly pollInterval: number;
	readonly onTimeout: 'returnTask' | 'fail';
}

/** The vendor's advice: every 5 s, 30 times (docs.outx.ai, Get Task Status). */
export const DEFAULT_MAX_WAIT = 150;

/** An AI agent waits for the answer, and its model gives up soon. */
export const TOOL_MAX_WAIT = 20;

const DEFAULT_POLL_INTERVAL = 5;

const LONGEST_WAIT = 24 * 60 * 60;

const maxWait = field(
	{
		displayName: 'Longest Wait (Seconds)',
		name: 'maxWait',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: DEFAULT_MAX_WAIT,
		description: `How long to wait for the result. The execution occupies a worker meanwhile. An AI agent waits ${TOOL_MAX_WAIT} seconds unless this is set.`,
	},
	number('Longest Wait', undefined, { min: 0, max: LONGEST_WAIT }),
);

const pollInterval = field(
	{
		displayName: 'Poll Interval (Seconds)',
		name: 'pollInterval',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_POLL_INTERVAL,
		description: 'Longest gap between two looks at the task',
	},
	number('Poll Interval', DEFAULT_POLL_INTERVAL, { min: 1, max: 3_600 }),
);

const onTimeout = choicePart(
	'When the Wait Is Over',
	'onTimeout',
	'What to do when the task has not ended by then',
	[
		['returnTask', 'Return the Task', 'The item goes on as pending, with the task ID'],
		['fail', 'Stop With an Error', 'The error names the task ID'],
	],
	'returnTask',
);

/** How long to wait, for operations that wait by definition. */
export const waitingOptions = optionsPart(maxWait, pollInterval, onTimeout);

const shown = { displayOptions: { show: { '/waitForResult': [true] } } };

/** The same, shown only while 'Wait for Result' is on. */
export const waitOptions = optionsPart(
	looking(maxWait, shown),
	looking(pollInterval, shown),
	looking(onTimeout, shown),
);

export const waitForResult = switchPart(
	'Wait for Result',
	'waitForResult',
	'Whether to wait until the browser with the OutX extension has done it. When off, the task is returned at once, and Task › Wait For looks at it later.',
	true,
);

/** For operations that create a task. */
export interface WaitChoice extends Waiting {
	readonly waitForResult: boolean;
}

/** The schema of what a trigger waits for; it has no fields of its own for it. */
export const waitInput = z.object({ ...waitForResult.shape, ...waitOptions.shape });
