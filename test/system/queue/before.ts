import { findPrograms } from './needs';

/** Says at once what is missing on this machine. */
export function before(): void {
	findPrograms();
}
