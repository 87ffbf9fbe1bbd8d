import { sleep } from 'n8n-workflow';

import type { Clock } from '../wait/wait';

/** The machine's own clock, with n8n's timers. */
export const clock: Clock = { now: () => Date.now(), sleep };
