import 'reflect-metadata';

import { fs, nodeProcess, path, os, root } from '../test/support/node';
import { build } from './build/build';
import { builtRequires, loads, operationSizes, packedFiles } from './check/packed';
import { command, execute, step } from './check/step';
import type { Check } from './check/step';

interface JestReport {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly numFailedTestSuites: number;
	readonly numPendingTests: number;
	readonly numTodoTests: number;
}

const node = async (...args: string[]): Promise<string[]> => {
	const { code, output } = await execute(nodeProcess.execPath, args);
	return code === 0 ? [] : [output];
};

const system = (...words: string[]): Check => command('tsx', ['test/system/run.ts', ...words]);

/** Everything that must hold before a change lands, in order; a later one may need an earlier one. */
const CHECKS: ReadonlyArray<readonly [string, Check]> = [
	['Format (prettier)', command('prettier', ['--check', '--log-level', 'warn', '.'])],
	['Types (tsc)', command('tsc', ['-p', 'tsconfig.test.json'])],
	['Lint (n8n-node lint, strict)', command('n8n-node', ['lint'])],
	['Build (one shared file behind stubs)', build],
	["n8n's scanner on sources and built package", async () => await node('scripts/check/scan.mjs')],
	["The built package in n8n's loader", loads],
	['Packed files and size', packedFiles],
	['What the built files require', builtRequires],
	['Operations of at most 70 lines', operationSizes],
	['The campaign of npm start', command('tsx', ['scripts/campaign.ts'])],
	['The example workflows', system('examples')],
	['A small soak', system('soak', '--acts', '600', '--no-build')],
	["README's table of operations", command('tsx', ['scripts/docs.ts', '--check'])],
];

/** Runs jest, with what it prints passed through, and returns its counts. */
async function tests(): Promise<JestReport> {
	const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'jest-')), 'report.json');
	const wanted = nodeProcess.argv.slice(2);
	const { output } = await execute(`${root}/node_modules/.bin/jest`, [
		'--json',
		`--outputFile=${report}`,
		'--silent',
		...wanted,
	]);
	const counts = fs.existsSync(report)
		? (JSON.parse(fs.readFileSync(report, 'utf8')) as JestReport)
		: undefined;
	const failed = !counts || counts.numFailedTests + counts.numFailedTestSuites > 0;
	if (failed) nodeProcess.stdout.write(`${output.replace(/^\{.*\}$/m, '')}\n`);
	return (
		counts ?? {
			numPassedTests: 0,
			numFailedTests: 1,
			numFailedTestSuites: 1,
			numPendingTests: 0,
			numTodoTests: 0,
		}
	);
}

async function main(): Promise<void> {
	let passed = 0;
	let failed = 0;
	for (const [name, check] of CHECKS) {
		if (await step(name, check)) passed++;
		else failed++;
	}
	let counts: JestReport | undefined;
	const ran = await step('Unit and integration tests (jest)', async () => {
		counts = await tests();
		const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = counts;
		const idle = numPendingTests + counts.numTodoTests;
		const broken = numFailedTests + numFailedTestSuites;
		return [
			...(broken > 0 ? [`${numFailedTests} tests and ${numFailedTestSuites} files failed`] : []),
			...(idle > 0 ? [`${idle} tests were skipped`] : []),
			...(numPassedTests === 0 ? ['No test ran'] : []),
		];
	});
	passed += counts?.numPassedTests ?? 0;
	failed += Math.max(counts?.numFailedTests ?? 0, ran ? 0 : 1);
	nodeProcess.stdout.write(`Tests: ${passed} passed, ${failed} failed\n`);
	nodeProcess.exitCode = failed === 0 ? 0 : 1;
}

void main();
