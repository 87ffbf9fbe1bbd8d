import type { IDataObject } from 'n8n-workflow';

import type { Delivery } from '../../sandbox';
import type { EngineResult } from '../../support/engine';
import type { Plan } from './plan';

/** What must never be, each with a line per time that it was. */
export const WRONGS = ['duplicates', 'lost', 'wrongSent', 'wrongNotSent'] as const;
export type Wrong = (typeof WRONGS)[number];

/** What campaigns came to. */
export interface Verdict {
	acts: number;
	deliveries: number;
	unknown: number;
	/** Not written to, because it could not be told whether they had been. */
	silent: number;
	/** Last words on items. */
	readonly outcomes: Record<string, number>;
	/** `lost`: items without a truthful word on what became of them. */
	readonly wrong: Readonly<Record<Wrong, string[]>>;
}

export const emptyVerdict = (): Verdict => ({
	...{ acts: 0, deliveries: 0, unknown: 0, silent: 0, outcomes: {} },
	wrong: { duplicates: [], lost: [], wrongSent: [], wrongNotSent: [] },
});

export const remarksOf = ({ wrong }: Verdict): string[] => WRONGS.flatMap((kind) => wrong[kind]);

export function add(total: Verdict, one: Verdict): void {
	for (const key of ['acts', 'deliveries', 'unknown', 'silent'] as const) total[key] += one[key];
	for (const [outcome, count] of Object.entries(one.outcomes)) {
		total.outcomes[outcome] = (total.outcomes[outcome] ?? 0) + count;
	}
	for (const kind of WRONGS) total.wrong[kind].push(...one.wrong[kind]);
}

function ends(json: IDataObject): { outcome: string; reason: string } {
	const details = json.details as IDataObject | undefined;
	const outcome = String(details?.outcome ?? json.outcome ?? 'nothing');
	return { outcome, reason: String(details?.reason ?? json.reason ?? '') };
}

interface Claim {
	readonly index: number;
	readonly outcome: string;
	readonly reason: string;
	/** What a skipped item says of earlier executions. */
	readonly said: string;
}

/** What every item's outcome says, by position in the input; of a failed run, what its error says. */
function claims(result: EngineResult): Claim[] {
	if (result.error) {
		const { context } = result.error as unknown as { context: IDataObject };
		const details = context.details as IDataObject | undefined;
		const index = context.itemIndex as number | undefined;
		return details && index !== undefined ? [{ index, said: '', ...ends({ details }) }] : [];
	}
	const outputs = [...result.output('Node', 0), ...(result.output('Node', 1) ?? [])];
	return outputs.map(({ json, pairedItem }) => {
		const paired = Array.isArray(pairedItem) ? pairedItem[0] : pairedItem;
		const { message = '' } = (json.response ?? {}) as IDataObject;
		return { index: (paired as { item: number }).item, said: String(message), ...ends(json) };
	});
}

/**
 * Compares what was said with what was delivered.
 *
 * @param since when the execution began that said it: one that was killed before it could say nothing, and
 * its deliveries are not what this one speaks of; duplicates count over all of them
 * @param final nothing more will be tried
 */
export function judge(
	plan: Plan,
	result: EngineResult,
	deliveries: readonly Delivery[],
	since: number,
	final: boolean,
): Verdict {
	const verdict = emptyVerdict();
	const reached = new Map<string, number>();
	for (const { publicIdentifier } of deliveries) {
		reached.set(publicIdentifier, (reached.get(publicIdentifier) ?? 0) + 1);
	}
	const said = claims(result);
	const saidSent = new Set(
		said
			.filter(({ outcome }) => ['sent', 'unknown', 'pending'].includes(outcome))
			.map(({ index }) => plan.items[index].slug),
	);
	const note = (kind: Wrong, what: string, index: number): void => {
		const { slug, profile } = plan.items[index];
		verdict.wrong[kind].push(
			`${plan.vendor}, ${plan.kind}, item ${index} ${slug || profile}: ${what}`,
		);
	};
	const now = new Set(
		deliveries.filter(({ at }) => at >= since).map((delivery) => delivery.publicIdentifier),
	);
	for (const { index, outcome, reason, said: words } of said) {
		const isReached = reached.has(plan.items[index].slug);
		if (reason === 'alreadySent' && !isReached) {
			verdict.silent++;
			if (!/may have/.test(words)) {
				note('wrongSent', `said that it was sent before, and it never was: ${words}`, index);
			}
		}
		const count = now.has(plan.items[index].slug) ? 1 : 0;
		if (outcome === 'sent' && count === 0) {
			note('wrongSent', 'said sent, nothing was delivered', index);
		}
		if (outcome === 'notSent' && count > 0 && !saidSent.has(plan.items[index].slug)) {
			const earlier = plan.items.findIndex(({ slug }) => slug === plan.items[index].slug);
			if (earlier === index || !result.error) {
				note('wrongNotSent', `said notSent (${reason}), but it was delivered`, index);
			}
		}
		if (!final) continue;
		verdict.outcomes[reason && outcome === 'skipped' ? reason : outcome] ??= 0;
		verdict.outcomes[reason && outcome === 'skipped' ? reason : outcome]++;
		if (outcome === 'unknown') verdict.unknown++;
	}
	if (!final) return verdict;

	verdict.acts = plan.items.filter(({ slug }) => slug !== '').length;
	verdict.deliveries = deliveries.length;
	for (const [slug, count] of reached) {
		if (count < 2) continue;
		const line = `${plan.vendor}, ${plan.kind}: ${slug} got it ${count} times`;
		verdict.wrong.duplicates.push(...Array.from({ length: count - 1 }, () => line));
	}
	if (result.error) return verdict;
	const answered = new Set(said.map(({ index }) => index));
	for (const index of plan.items.keys()) {
		if (answered.has(index)) continue;
		note('lost', 'no item came out', index);
	}
	for (const { index, outcome } of said) {
		if (outcome !== 'nothing') continue;
		note('lost', 'an item without an outcome', index);
	}
	return verdict;
}
