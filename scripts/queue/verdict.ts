import { say } from '../editor/say';

/** What the checks found; each prints its line when it is known. */
export class Verdict {
	private passed = 0;
	private failed = 0;

	/** @param remarks what is wrong, shown below the line; none = passed */
	check(sentence: string, remarks: readonly string[] = []): void {
		const isGood = remarks.length === 0;
		if (isGood) this.passed++;
		else this.failed++;
		say(`${isGood ? '✓' : '✗'} ${sentence}`);
		for (const remark of remarks.slice(0, 8)) say(`    ${remark}`);
		if (remarks.length > 8) say(`    and ${remarks.length - 8} more`);
	}

	/** A figure that is neither right nor wrong. */
	note(sentence: string): void {
		say(`· ${sentence}`);
	}

	/** Prints the last line. @returns whether everything passed */
	close(): boolean {
		say(`queue: ${this.passed} passed, ${this.failed} failed`);
		return this.failed === 0;
	}
}
