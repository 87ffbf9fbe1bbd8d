import { numberAfter } from '../support/words';

export const HELP = `npm run soak                     10,000 acts, a tenth of all requests going wrong
npm run soak -- --acts 500       fewer
npm run soak -- --seed 7         another draw
npm run soak -- --faults 0.3     a larger share of requests going wrong
npm run soak -- --only 42        one campaign of the seed; if it goes wrong, as short as it still does`;

export interface Options {
	readonly acts: number;
	readonly seed: number;
	/** Share of requests that go wrong. */
	readonly faults: number;
	/** Number of the one campaign to run; 0 = all. */
	readonly only: number;
}

/** What the command line asks for. Throws Trouble with the help. */
export const optionsOf = (words: readonly string[]): Options => ({
	acts: numberAfter(words, '--acts', 10_000, HELP),
	seed: numberAfter(words, '--seed', 1, HELP),
	faults: numberAfter(words, '--faults', 0.1, HELP),
	only: numberAfter(words, '--only', 0, HELP),
});
