import { performance } from '../../test/support/node';
import type { Check, Stage } from '../../test/e2e/stage';
import { say } from '../editor/say';

/** Runs checks one after another; a failing one leaves its reason and a screenshot, and stops nothing. */
export class Judge {
	private passed = 0;
	private failed = 0;
	private skipped = 0;

	constructor(private readonly stage: Stage) {}

	/** After a failure the rest of the group is not tried: it would wait for what cannot come. */
	async hear(group: readonly Check[]): Promise<void> {
		const before = this.failed;
		for (const check of group) {
			if (this.failed === before) {
				await this.one(check);
				continue;
			}
			this.skipped++;
			say(`✗ ${check.name} (not tried, as one before it failed)`);
		}
	}

	private async one({ name, run }: Check): Promise<void> {
		const begun = performance.now();
		const remarks: string[] = [];
		try {
			await run(this.stage);
			this.passed++;
		} catch (error) {
			this.failed++;
			remarks.push(beginning(error instanceof Error ? error.message : String(error)));
			remarks.push(await this.picture());
		}
		const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
		say(`${remarks.length === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
		for (const remark of remarks) say(`  ${remark.trim().replace(/\n/g, '\n  ')}`);
	}

	private async picture(): Promise<string> {
		try {
			return `Screenshot: ${await this.stage.pictures.shot(`failed-${this.failed}`)}`;
		} catch (error) {
			return `No screenshot: ${String(error)}`;
		}
	}

	/** Prints the last line. @returns whether everything passed */
	close(): boolean {
		say(`e2e: ${this.passed} passed, ${this.failed + this.skipped} failed`);
		return this.failed === 0;
	}
}

const MOST_LINES = 30;

function beginning(text: string): string {
	const lines = text.trim().split('\n');
	return lines.length <= MOST_LINES ? text : [...lines.slice(0, MOST_LINES), '…'].join('\n');
}
