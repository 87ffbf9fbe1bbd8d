import { z } from 'zod';

import { choice, flag, number } from './inputs';

/** The `sending` collection, with its defaults in force. Pauses in seconds. */
export interface SendingOptions {
	readonly pauseMin: number;
	readonly pauseMax: number;
	readonly skipContacted: boolean;
	/** 0 = no cap. */
	readonly maxPerDay: number;
	readonly onLimit: 'stop' | 'skip';
	readonly dryRun: boolean;
	/** Whether an act with the same text may be done again for somebody this node already reached. */
	readonly sendAgain: boolean;
	/** What happens to a text that looks unfinished; acts without a text have nothing to check. */
	readonly textCheck: TextCheckMode;
}

export const TEXT_CHECK_MODES = ['refuse', 'cleanUp', 'off'] as const;

export type TextCheckMode = (typeof TEXT_CHECK_MODES)[number];

export const DEFAULT_PAUSE = { min: 30, max: 60 } as const;

const LONGEST_PAUSE = 24 * 60 * 60;

const seconds = { min: 0, max: LONGEST_PAUSE };

/** A bound that was left alone gives way to the one that was set. */
function agree(min: number | undefined, max: number | undefined): { min: number; max: number } {
	if (min !== undefined && max !== undefined) return { min, max };
	if (min !== undefined) return { min, max: Math.max(min, DEFAULT_PAUSE.max) };
	if (max !== undefined) return { min: Math.min(max, DEFAULT_PAUSE.min), max };
	return DEFAULT_PAUSE;
}

const NO_OBJECT = "'Sending' must hold its options by name";

export const sendingInput = z
	.object(
		{
			pauseMin: number('Pause at Least', undefined, seconds),
			pauseMax: number('Pause at Most', undefined, seconds),
			skipContacted: flag(false),
			maxPerDay: number('Most People per Day', 0, { min: 0, max: 10_000, whole: true }),
			onLimit: choice('When a Limit Is Reached', ['stop', 'skip'] as const, 'stop'),
			dryRun: flag(false),
			sendAgain: flag(false),
			textCheck: choice('Text Check', TEXT_CHECK_MODES, 'refuse'),
		},
		{ invalid_type_error: NO_OBJECT },
	)
	.transform((raw, context): SendingOptions => {
		const pause = agree(raw.pauseMin, raw.pauseMax);
		if (pause.min > pause.max) {
			const message = "'Pause at Least' is longer than 'Pause at Most'";
			context.addIssue({ code: z.ZodIssueCode.custom, message });
		}
		return { ...raw, pauseMin: pause.min, pauseMax: pause.max };
	});
