import { pollingTrigger } from '../../shared/trigger/table';
import { outX } from '../vendor';
import { newConnection } from './connectionEvent';
import { newCollectedPost, newInteraction } from './watchlistEvents';

/** The trigger's table of events: a new one is a file and a line here. */
export const outXEvents = [newCollectedPost, newConnection, newInteraction] as const;

export const outXTrigger = pollingTrigger(outX, outXEvents, newConnection);
