import { nodeProcess } from '../test/support/node';
import { compareFields } from './compat/compare';
import { count, table } from './compat/report';
import { noOutcome, runSuite } from './compat/suite';
import type { Outcome } from './compat/suite';
import { installEngine, placePackage, versions } from './compat/versions';
import type { Version } from './compat/versions';
import { part, say } from './editor/say';

async function tryVersion(version: Version): Promise<Outcome> {
	try {
		return await part(`The suite on n8n ${version.n8n}`, async () => await runSuite(version));
	} catch (error) {
		return noOutcome(version, error instanceof Error ? error.message : String(error));
	}
}

/** The same short suite, with the built package, on the engine of each version of n8n that is promised. */
async function main(): Promise<void> {
	const all = versions();
	for (const version of all) {
		await part(
			`The engine of n8n ${version.n8n} is installed`,
			async () => await installEngine(version),
			(isNew) => isNew,
		);
	}
	await part('The package is built and packed', async () => await placePackage(all));
	const outcomes: Outcome[] = [];
	for (const version of all) outcomes.push(await tryVersion(version));
	compareFields(outcomes);
	say(`\n${table(outcomes)}`);
	const { passed, failed } = count(outcomes);
	say(`compat: ${passed} passed, ${failed} failed`);
	nodeProcess.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

main().catch((error: unknown) => {
	nodeProcess.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	nodeProcess.exitCode = 1;
});
