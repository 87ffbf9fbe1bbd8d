import { Trouble } from '../../../scripts/editor/say';
import { nodeProcess } from '../../support/node';

/** What was typed after the command's name, as run.ts hands it on. */
export const words = (): string[] => JSON.parse(nodeProcess.env.SYSTEM_WORDS ?? '[]') as string[];

/**
 * The number after an option.
 *
 * @throws Trouble with the help when there is none
 */
export function numberAfter(
	given: readonly string[],
	name: string,
	byDefault: number,
	help: string,
): number {
	const at = given.indexOf(name);
	if (at < 0) return byDefault;
	const value = Number(given[at + 1]);
	if (given[at + 1] !== undefined && Number.isFinite(value) && value >= 0) return value;
	throw new Trouble(`${name} needs a number.`, '', help);
}
