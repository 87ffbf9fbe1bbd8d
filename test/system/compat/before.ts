import { part } from '../../../scripts/editor/say';
import { installEngine, placePackage, versions } from './versions';

/** Installs each version's engine, and puts the built package beside it. */
export async function before(): Promise<void> {
	const all = versions();
	for (const version of all) {
		await part(
			`The engine of n8n ${version.n8n} is installed`,
			async () => await installEngine(version),
			(isNew) => isNew,
		);
	}
	await part('The package is built and packed', async () => await placePackage(all));
}
