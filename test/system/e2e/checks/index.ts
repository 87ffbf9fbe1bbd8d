import type { Check } from '../stage';
import { agentChecks } from './agent';
import { editorChecks } from './editor';
import { exampleChecks } from './examples';
import { killedChecks } from './killed';
import { operatorChecks } from './operator';
import { packageChecks } from './package';
import { panelChecks } from './panels';
import { productionChecks } from './production';
import { repeatChecks } from './repeats';

/** In the order they run. Within a group each needs what the one before left. */
export const groups: ReadonlyArray<readonly Check[]> = [
	packageChecks,
	operatorChecks,
	...panelChecks.map((check) => [check]),
	...exampleChecks.map((check) => [check]),
	productionChecks,
	...agentChecks.map((check) => [check]),
	...repeatChecks.map((check) => [check]),
	killedChecks,
	editorChecks,
];
