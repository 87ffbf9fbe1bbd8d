import fc from 'fast-check';

import { nodeProcess } from './node';

/**
 * The seed of every property. It is fixed, so that a change lands or not because of what it changes;
 * FC_SEED=random (or a number) looks for new examples.
 */
const SEED = 20261201;

const wanted = nodeProcess.env.FC_SEED;
if (wanted !== 'random')
	fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted ?? SEED) });
