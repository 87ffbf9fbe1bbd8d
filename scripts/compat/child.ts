import './resolve';

import { nodeProcess, performance } from '../../test/support/node';
import { failing } from './cases/failing';
import { fields, shown } from './cases/fields';
import { loading } from './cases/loading';
import { reading } from './cases/reading';
import { running } from './cases/running';
import { sending } from './cases/sending';
import { features } from './features';
import type { CaseEnd, Told } from './messages';
import { prepare } from './setting';
import type { Case, Setting } from './setting';

const CASES: readonly Case[] = [loading, ...fields, ...sending, ...reading, ...failing, ...running];

/** Resolves when the parent has it, so that leaving loses nothing. */
async function tell(told: Told): Promise<void> {
	await new Promise<void>((resolve) => {
		nodeProcess.send?.(told, () => resolve());
	});
}

const lineOf = (error: unknown): string =>
	(error instanceof Error ? error.message : String(error)).split('\n')[0];

async function end({ name, check }: Case, setting: Setting): Promise<CaseEnd> {
	const begun = performance.now();
	setting.sandbox.reset();
	let problem: string | undefined;
	try {
		await check(setting);
		setting.sandbox.assertClean();
	} catch (error) {
		problem = lineOf(error);
	}
	return { name, ms: performance.now() - begun, problem };
}

/** Runs every case on the engine the parent named, for the package the parent named, one after another. */
async function main(): Promise<void> {
	const setting = await prepare(nodeProcess.env.COMPAT_PACKAGE ?? '');
	for (const one of CASES) await tell({ ended: await end(one, setting) });
	await tell({ shown: shown(setting.nodeTypes), features: await features() });
	await setting.sandbox.close();
}

main().then(
	// Some engines keep timers that would hold the process for ever.
	() => nodeProcess.exit(0),
	(error: unknown) => {
		nodeProcess.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
		nodeProcess.exit(1);
	},
);
