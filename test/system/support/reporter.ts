import { say } from '../../../scripts/editor/say';
import { lastWords } from './closing';

/** What this takes of jest's reports (jestjs.io/docs/configuration#custom-reporters). */
interface Test {
	readonly context: { readonly config: { readonly displayName?: { readonly name: string } } };
}

interface CaseResult {
	readonly ancestorTitles: readonly string[];
	readonly title: string;
	readonly status: string;
	readonly duration?: number | null;
	readonly failureMessages: readonly string[];
}

interface Results {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly numRuntimeErrorTestSuites: number;
}

const MOST_LINES = 30;
const STYLE = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

/** What went wrong, without the way it took through the code. */
function plain(message: string): string {
	const lines = message.replace(STYLE, '').trim().split('\n');
	const end = lines.findIndex((line) => /^\s+at /.test(line));
	const told = (end < 0 ? lines : lines.slice(0, end)).join('\n').trim().split('\n');
	return (told.length <= MOST_LINES ? told : [...told.slice(0, MOST_LINES), '…']).join('\n  ');
}

/** The one way in which system tests say how they go: a line for each test, the reasons of those that failed. */
export default class LineReporter {
	private kind = '';
	private readonly told = new Set<string>();

	onTestFileStart({ context }: Test): void {
		this.kind = context.config.displayName?.name ?? '';
	}

	onTestCaseResult(_test: Test, result: CaseResult): void {
		const { ancestorTitles, title, status, duration } = result;
		if (status !== 'passed' && status !== 'failed') return;
		const took = duration ? ` (${(duration / 1_000).toFixed(1)} s)` : '';
		say(
			`${status === 'passed' ? '✓' : '✗'} ${[...ancestorTitles, title].filter(Boolean).join(': ')}${took}`,
		);
		for (const message of result.failureMessages) this.explain(message);
	}

	/** Of a file that could not be run at all. */
	onTestFileResult(_test: Test, { failureMessage, testExecError }: FileResult): void {
		if (!testExecError) return;
		say(`✗ ${this.kind}`);
		this.explain(failureMessage ?? '');
	}

	/** Tests that need what could not be set up all fail with the same words; once is enough. */
	private explain(message: string): void {
		const words = plain(message);
		if (!this.told.has(words)) say(`  ${words}`);
		this.told.add(words);
	}

	onRunComplete(_contexts: unknown, results: Results): void {
		const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
		const counted = `${this.kind}: ${results.numPassedTests} passed, ${failed} failed`;
		say(lastWords() ?? counted);
	}
}

interface FileResult {
	readonly failureMessage?: string | null;
	readonly testExecError?: unknown;
}
