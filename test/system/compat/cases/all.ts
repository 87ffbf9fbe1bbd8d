import type { Case } from '../setting';
import { failing } from './failing';
import { fields } from './fields';
import { loading } from './loading';
import { reading } from './reading';
import { running } from './running';
import { sending } from './sending';

export const CASES: readonly Case[] = [
	loading,
	...fields,
	...sending,
	...reading,
	...failing,
	...running,
];
