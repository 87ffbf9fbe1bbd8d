/** What time a figure is taken in; empty where it is no time at all. */
export type TimeKind = 'real' | 'simulated' | '';

export type Unit = 'ms' | 's' | 'kB' | 'MB' | 'reads' | 'requests';

/** One line of the table: a figure of this package beside what it is compared with. */
export interface Row {
	readonly figure: string;
	readonly time: TimeKind;
	readonly unit: Unit;
	readonly ours: number;
	/** What else was measured in the same run, in the same unit. */
	readonly others: ReadonlyArray<{ readonly name: string; readonly value: number }>;
	/** The most `ours` may be, in the same unit, and how that comes about. */
	readonly goal?: { readonly says: string; readonly most: number };
}

/** Rows about one thing, under its heading. */
export interface Section {
	readonly heading: string;
	readonly rows: readonly Row[];
}

/** The middle one of the values; of an even number of them the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	if (values.length === 0) throw new Error('There is no median of nothing');
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Three significant digits, whole numbers as they are. */
export function shown(value: number, unit: Unit): string {
	const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
	const text = Number.isInteger(value) ? String(value) : value.toFixed(Math.min(digits, 3));
	return `${text} ${unit}`;
}

/** How many times the other figure ours is: `0.83 ×`. */
function ratio(ours: number, other: number): string {
	return other > 0 ? ` (${(ours / other).toFixed(2)} ×)` : '';
}

const isMet = ({ ours, goal }: Row): boolean => goal !== undefined && ours <= goal.most;

/** Says plainly whether the goal is met. */
export function verdict(row: Row): string {
	if (!row.goal) return '';
	return isMet(row) ? 'met' : 'short of the goal';
}

/** A row as the table's cells: figure, time, ours, compared with, goal, verdict. */
export function cells(row: Row): string[] {
	const { figure, time, unit, ours, others, goal } = row;
	const compared = others.map(
		({ name, value }) => `${name}: ${shown(value, unit)}${ratio(ours, value)}`,
	);
	const most = goal ? `at most ${shown(goal.most, unit)}: ${goal.says}` : '';
	return [figure, time, shown(ours, unit), compared.join('\n'), most, verdict(row)];
}

/** `9 goals met, 2 missed, 7 figures without a goal`. */
export function tally(rows: readonly Row[]): string {
	const aimed = rows.filter(({ goal }) => goal !== undefined);
	const met = aimed.filter(isMet).length;
	const free = rows.length - aimed.length;
	return `${met} goals met, ${aimed.length - met} missed, ${free} figures without a goal`;
}
