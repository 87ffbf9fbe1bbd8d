import { startBarrier } from '../barrier';
import type { Cluster } from '../cluster';
import { whenOver } from '../executions';
import { addPeople, timesReached } from '../people';
import type { Verdict } from '../verdict';
import { VENDORS, publish } from '../workflow';
import type { VendorName } from '../workflow';

/** Pairs per vendor and way; the vendors go side by side. */
const PAIRS = 8;
const FEWEST_OVER_BOTH = 10;

/** What keeps the second of a pair from writing, and what it says then. */
const WAYS = [
	{ name: 'defaults', sending: {}, second: 'alreadySent' },
	{ name: 'skipping people', sending: { skipContacted: true }, second: 'alreadyContacted' },
] as const;
const PAIR_WITHIN = 30_000;

/** The same person arrives at two executions, which reach the vendor's node in the same moment. */
export async function checkSameMoment(cluster: Cluster, verdict: Verdict): Promise<void> {
	for (const way of WAYS) await checkWay(cluster, verdict, way);
}

async function checkWay(
	cluster: Cluster,
	verdict: Verdict,
	{ name, sending, second }: (typeof WAYS)[number],
): Promise<void> {
	const barrier = await startBarrier();
	try {
		const one = async (
			vendor: VendorName,
		): Promise<{ over: number; twice: string[]; wrong: string[] }> => {
			const workflow = await publish(cluster, {
				name: `Same moment ${vendor} ${name}`,
				vendors: [vendor],
				sending,
				barrier: barrier.url,
			});
			const people = addPeople(cluster.sandbox, vendor, `pair-${second}`, PAIRS);
			for (const [index, linkedin] of people.entries()) {
				const call = async (number: number): Promise<void> =>
					await workflow.call({ call: number, linkedin, vendor });
				await Promise.all([call(index * 2), call(index * 2 + 1)]);
				await whenOver(cluster, workflow.id, index * 2 + 2, PAIR_WITHIN);
			}
			const executions = await whenOver(cluster, workflow.id, PAIRS * 2, PAIR_WITHIN);
			const pairs = people.map((slug) =>
				executions.filter(({ contact }) => contact?.linkedin === slug),
			);
			const times = timesReached(cluster.sandbox, people);
			return {
				over: pairs.filter((pair) => new Set(pair.flatMap(({ workers }) => workers)).size === 2)
					.length,
				twice: people
					.filter((_, index) => times[index] !== 1)
					.map((slug) => `${slug}: ${times[people.indexOf(slug)]} times`),
				wrong: pairs.flatMap((pair, index) => {
					const ends = pair
						.map(({ ended, output, error }) => ended ?? String(output?.error ?? error))
						.sort();
					const right = ends.join(' and ') === `${second} and sent`;
					return right ? [] : [`${people[index]}: ${ends.join(' and ')}`];
				}),
			};
		};
		const results = await Promise.all(VENDORS.map(one));
		const over = results.reduce((sum, result) => sum + result.over, 0);
		const total = PAIRS * VENDORS.length;
		verdict.check(
			`With the ${name}: of ${total} pairs of executions for the same person, ${over} met on different workers`,
			over < FEWEST_OVER_BOTH ? ['too few to say anything'] : [],
		);
		verdict.check(
			'None of these people is reached twice',
			results.flatMap(({ twice }) => twice),
		);
		verdict.check(
			`One of each pair says sent, the other ${second}`,
			results.flatMap(({ wrong }) => wrong),
		);
	} finally {
		barrier.close();
	}
}
