import { remarksOf } from './judge';
import type { Verdict } from './judge';

/** What all campaigns came to, a figure a line, and the first things that were wrong. */
export function report(total: Verdict, campaigns: number, seconds: number, days: number): string {
	const { wrong } = total;
	const outcomes = Object.entries(total.outcomes).sort(([, a], [, b]) => b - a);
	const rows: ReadonlyArray<readonly [string, number | string]> = [
		['campaigns', campaigns],
		['acts', total.acts],
		['deliveries', total.deliveries],
		['duplicates', wrong.duplicates.length],
		['lost', wrong.lost.length],
		['unknown', total.unknown],
		['silent for safety', total.silent],
		['wrong "sent"', wrong.wrongSent.length],
		['wrong "notSent"', wrong.wrongNotSent.length],
		['last word on items', outcomes.map(([outcome, count]) => `${count} ${outcome}`).join(', ')],
		['time', `${seconds.toFixed(0)} s for ${days.toFixed(0)} simulated days`],
	];
	return [
		'',
		...rows.map(([name, value]) => `  ${name.padEnd(28)}${value}`),
		...remarksOf(total)
			.slice(0, 20)
			.map((remark) => `  ! ${remark}`),
	].join('\n');
}
