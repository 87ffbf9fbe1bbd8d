import { operationsOf } from '../shared/operation/define';
import { eventsOf } from '../shared/trigger/event';
import type { OutXApi } from './api';

export const { defineRead, defineChange, defineAct } = operationsOf<OutXApi>();

export const defineEvent = eventsOf<OutXApi>();
