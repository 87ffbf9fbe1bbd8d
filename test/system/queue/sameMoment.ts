import { say } from '../../../scripts/editor/say';
import { startBarrier } from './barrier';
import type { Cluster } from './cluster';
import { whenOver } from './executions';
import { addPeople, timesReached } from './people';
import { VENDORS, publish } from './workflow';
import type { VendorName } from './workflow';

/** Pairs per vendor and way; the vendors go side by side. */
const PAIRS = 8;
const FEWEST_OVER_BOTH = 10;

/** What keeps the second of a pair from writing, and what it says then. */
const WAYS = [
	{ name: 'the defaults', sending: {}, second: 'alreadySent' },
	{
		name: 'Skip People Already Contacted',
		sending: { skipContacted: true },
		second: 'alreadyContacted',
	},
] as const;
const PAIR_WITHIN = 30_000;

interface Met {
	/** Pairs that met on different workers. */
	readonly over: number;
	/** People who were not reached once. */
	readonly twice: readonly string[];
	/** Pairs that do not say what they should. */
	readonly wrong: readonly string[];
}

async function meet(
	cluster: Cluster,
	{ name, sending, second }: (typeof WAYS)[number],
	vendor: VendorName,
	barrier: string,
): Promise<Met> {
	const workflow = await publish(cluster, {
		name: `Same moment ${vendor} ${name}`,
		vendors: [vendor],
		sending,
		barrier,
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
		over: pairs.filter((pair) => new Set(pair.flatMap(({ workers }) => workers)).size === 2).length,
		twice: people.flatMap((slug, index) =>
			times[index] === 1 ? [] : [`${slug}: ${times[index]} times`],
		),
		wrong: pairs.flatMap((pair, index) => {
			const ends = pair
				.map(({ ended, output, error }) => ended ?? String(output?.error ?? error))
				.sort();
			const right = ends.join(' and ') === `${second} and sent`;
			return right ? [] : [`${people[index]}: ${ends.join(' and ')}`];
		}),
	};
}

/** The same person arrives at two executions, which reach the vendor's node in the same moment. */
export function describeSameMoment(cluster: () => Cluster): void {
	describe.each(WAYS)('With $name, the same person twice at once', (way) => {
		const total = PAIRS * VENDORS.length;
		let met: Met[];

		beforeAll(async () => {
			const barrier = await startBarrier();
			try {
				met = await Promise.all(
					VENDORS.map(async (vendor) => await meet(cluster(), way, vendor, barrier.url)),
				);
			} finally {
				barrier.close();
			}
		});

		test(`At least ${FEWEST_OVER_BOTH} of ${total} pairs of executions meet on different workers`, () => {
			const over = met.reduce((sum, one) => sum + one.over, 0);
			say(`· ${over} of ${total} pairs met on different workers`);
			expect(over).toBeGreaterThanOrEqual(FEWEST_OVER_BOTH);
		});

		test('None of these people is reached twice', () => {
			expect(met.flatMap(({ twice }) => twice)).toEqual([]);
		});

		test(`One of each pair says sent, the other ${way.second}`, () => {
			expect(met.flatMap(({ wrong }) => wrong)).toEqual([]);
		});
	});
}
