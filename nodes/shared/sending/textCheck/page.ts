/** Text in the making: knows how many line breaks are due before the next word. */
export class Page {
	private text = '';
	private due = 0;
	private inItem = false;

	constructor(private readonly collapses: boolean) {}

	/** At least so many line breaks before what comes next; none between a list's sign and its item. */
	breakAtLeast(lines: number): void {
		if (!this.inItem) this.due = Math.max(this.due, lines);
	}

	/** The sign of a list item. */
	startItem(): void {
		this.add('- ', true);
		this.inItem = true;
	}

	/** One more line break (`<br>`). */
	breakOnce(): void {
		this.due += 1;
	}

	add(words: string, asItIs = false): void {
		const collapsed = this.collapses && !asItIs ? words.replace(/[ \t\r\n\f]+/g, ' ') : words;
		let rest = collapsed;
		if (this.due > 0 || this.text === '') {
			rest = rest.replace(asItIs ? /^\n/ : /^[ \t]+/, '');
			if (!this.collapses && this.due > 0) rest = rest.replace(/^[ \t]*\r?\n/, '');
		} else if (this.text.endsWith(' ') && this.collapses && !asItIs) {
			rest = rest.replace(/^ /, '');
		}
		if (rest === '') return;
		if (this.text !== '' && this.due > 0)
			this.text = this.text.replace(/[ \t]+$/, '') + '\n'.repeat(this.due);
		this.due = 0;
		this.inItem = false;
		this.text += rest;
	}

	get length(): number {
		return this.text.length;
	}

	from(start: number): string {
		return this.text.slice(start);
	}

	get whole(): string {
		return this.text.trimEnd();
	}
}
