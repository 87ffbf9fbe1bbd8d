import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { choice, flag, number } from '../../shared/fields/inputs';

/** How long to wait for a task (surface.md). */
export interface Waiting {
	/** Seconds from the task's creation; undefined = the default. */
	readonly maxWait?: number;
	/** Seconds: the longest gap between two looks. */
	readonly pollInterval: number;
	readonly onTimeout: 'returnTask' | 'fail';
}

/** The vendor's advice: every 5 s, 30 times (outx.md, "Task lifecycle"). */
export const DEFAULT_MAX_WAIT = 150;

/** An AI agent waits for the answer, and its model gives up soon. */
export const TOOL_MAX_WAIT = 20;

const DEFAULT_POLL_INTERVAL = 5;

const LONGEST_WAIT = 24 * 60 * 60;

const timing = {
	maxWait: number('Longest Wait', undefined, { min: 0, max: LONGEST_WAIT }),
	pollInterval: number('Poll Interval', DEFAULT_POLL_INTERVAL, { min: 1, max: 3_600 }),
	onTimeout: choice('When the Wait Is Over', ['returnTask', 'fail'] as const, 'returnTask'),
};

/** For operations that wait by definition. */
export const waitingInput = z.object(timing);

/** For operations that create a task. */
export const waitInput = z.object({ waitForResult: flag(true), ...timing });

export type WaitChoice = z.infer<typeof waitInput>;

export const waitForResultField: INodeProperties = {
	displayName: 'Wait for Result',
	name: 'waitForResult',
	type: 'boolean',
	default: true,
	description:
		'Whether to wait until the browser with the OutX extension has done it. When off, the task is returned at once, and Task › Wait For looks at it later.',
};

const whenWaiting = { show: { '/waitForResult': [true] } };

const members: readonly INodeProperties[] = [
	{
		displayName: 'Longest Wait (Seconds)',
		name: 'maxWait',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: DEFAULT_MAX_WAIT,
		description: `How long to wait for the result. The execution occupies a worker meanwhile. An AI agent waits ${TOOL_MAX_WAIT} seconds unless this is set.`,
	},
	{
		displayName: 'Poll Interval (Seconds)',
		name: 'pollInterval',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_POLL_INTERVAL,
		description: 'Longest gap between two looks at the task',
	},
	{
		displayName: 'When the Wait Is Over',
		name: 'onTimeout',
		type: 'options',
		default: 'returnTask',
		description: 'What to do when the task has not ended by then',
		options: [
			{
				name: 'Return the Task',
				value: 'returnTask',
				description: 'The item goes on as pending, with the task ID',
			},
			{ name: 'Stop With an Error', value: 'fail', description: 'The error names the task ID' },
		],
	},
];

export const waitingOptions: readonly INodeProperties[] = members;

/** The same, shown only while 'Wait for Result' is on. */
export const waitOptions: readonly INodeProperties[] = members.map((member) => ({
	...member,
	displayOptions: whenWaiting,
}));
