import { startTimer } from '../../support/node';

export const pause = async (ms: number): Promise<void> =>
	await new Promise((resolve) => startTimer(resolve, ms));
