import { simulatedTime } from '../../test/support/clock';
import { DeduplicationStore, startNode } from '../../test/support/engine';
import type { NodeTypeSource } from '../../test/support/engine';
import { nodeProcess } from '../../test/support/node';
import { PACKAGE } from '../campaign/setting';
import type { ContactedJob, ContactedResult } from './jobs';
import { cpuMsSince } from './memory';
import { atOnce, itemsFor, recipient } from './people';

/** A store that has noted that many people before: an address and a URN each. */
async function storeWith(people: number): Promise<DeduplicationStore> {
	const store = new DeduplicationStore();
	const keys = Array.from({ length: people }, (_, index) => [
		`contacted sendMessage in:known-person-${index}`,
		`contacted sendMessage id:ACoAAKnownPerson${index}`,
	]).flat();
	const where = { workflow: { id: 'workflow', active: true }, node: { id: 'node' } };
	await store.checkProcessedAndRecord(keys, 'node', where as never, { mode: 'entries' });
	return store;
}

/**
 * A campaign without pauses at no latency. What the node waits for other workers' notes is simulated, so that
 * it can be told from what it works.
 */
export async function sendNoting(
	nodeTypes: NodeTypeSource,
	{ count, skipContacted, known, credentials }: ContactedJob,
): Promise<ContactedResult> {
	const deduplication = await storeWith(known);
	const time = simulatedTime();
	try {
		const cpu = nodeProcess.cpuUsage();
		const node = startNode({
			nodeTypes,
			deduplication,
			type: `${PACKAGE}linkupApi`,
			credentials: { linkupLoginTokenApi: credentials.linkupLoginTokenApi },
			items: itemsFor(count),
			parameters: {
				...{ authentication: 'loginToken', resource: 'message', operation: 'send' },
				...{ recipient, message: 'Hello', sending: { ...atOnce, skipContacted } },
			},
		});
		const result = await time.drive(node.result, { maxRealMs: 60_000 });
		const cpuMs = cpuMsSince(cpu);
		if (result.error) throw result.error;
		const sent = result.json('Node').filter(({ outcome }) => outcome === 'sent').length;
		if (sent !== count) throw new Error(`${sent} of ${count} were sent`);
		return { cpuMs, waitedMs: time.elapsed() };
	} finally {
		time.restore();
	}
}
