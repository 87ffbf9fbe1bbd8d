import { simulatedTime } from '../../support/clock';
import { DeduplicationStore, startNode } from '../../support/engine';
import type { NodeTypeSource } from '../../support/engine';
import { nodeProcess } from '../../support/node';
import { PACKAGE } from '../../../scripts/campaign/setting';
import type { RememberingJob, RememberingResult } from './jobs';
import { cpuMsSince } from './memory';
import { itemsFor, recipient, unpaused } from './people';

const NOW = '2026-11-23T12:00:00.000Z';

/** As many keys as acts on that many people leave, who are known by an address and an ID, and a day's places. */
async function storeWith(people: number, places = 0): Promise<DeduplicationStore> {
	const store = new DeduplicationStore();
	const keys = Array.from({ length: people }, (_, index) =>
		['in', 'id'].flatMap((name) =>
			['sent', 'hint sent', 'reached'].map((fact) => `${fact} ${name}:known-person-${index}`),
		),
	).flat();
	for (let place = 1; place <= places; place++) {
		const taken = `day ${NOW.slice(0, 10)} ${place}`;
		keys.push(taken, `hint ${taken}`);
	}
	const where = { workflow: { id: 'workflow', active: true }, node: { id: 'node' } };
	await store.checkProcessedAndRecord(keys, 'node', where as never, { mode: 'entries' });
	return store;
}

/**
 * A campaign without pauses at no latency. What the node waits for other workers' notes is simulated, so that
 * it can be told from what it works.
 */
export async function sendRemembering(
	nodeTypes: NodeTypeSource,
	{ count, sendAgain, known, fullDay, credentials }: RememberingJob,
): Promise<RememberingResult> {
	const deduplication = await storeWith(known, fullDay);
	const time = simulatedTime({ now: NOW });
	const sending = {
		...unpaused,
		sendAgain,
		...(fullDay !== undefined && { maxPerDay: fullDay, onLimit: 'skip' }),
	};
	try {
		const cpu = nodeProcess.cpuUsage();
		const node = startNode({
			nodeTypes,
			deduplication,
			timezone: 'UTC',
			type: `${PACKAGE}linkupApi`,
			credentials: { linkupLoginTokenApi: credentials.linkupLoginTokenApi },
			items: itemsFor(count),
			parameters: {
				...{ authentication: 'loginToken', resource: 'message', operation: 'send' },
				...{ recipient, message: 'Hello', sending },
			},
		});
		const result = await time.drive(node.result, { maxRealMs: 120_000 });
		const cpuMs = cpuMsSince(cpu);
		if (result.error) throw result.error;
		const expected = fullDay === undefined ? 'sent' : 'skipped';
		const met = result.json('Node').filter(({ outcome }) => outcome === expected).length;
		if (met !== count) throw new Error(`${met} of ${count} were ${expected}`);
		return { cpuMs, waitedMs: time.elapsed() };
	} finally {
		time.restore();
	}
}
