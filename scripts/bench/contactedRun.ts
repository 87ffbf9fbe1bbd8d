import { DeduplicationStore, runNode } from '../../test/support/engine';
import type { NodeTypeSource } from '../../test/support/engine';
import { performance } from '../../test/support/node';
import { PACKAGE } from '../campaign/setting';
import type { ContactedJob, ContactedResult } from './jobs';
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

/** Real time of a campaign without pauses at no latency. */
export async function sendNoting(
	nodeTypes: NodeTypeSource,
	{ count, skipContacted, known, credentials }: ContactedJob,
): Promise<ContactedResult> {
	const deduplication = await storeWith(known);
	const begun = performance.now();
	const result = await runNode({
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
	const ms = performance.now() - begun;
	if (result.error) throw result.error;
	const sent = result.json('Node').filter(({ outcome }) => outcome === 'sent').length;
	if (sent !== count) throw new Error(`${sent} of ${count} were sent`);
	return { ms };
}
