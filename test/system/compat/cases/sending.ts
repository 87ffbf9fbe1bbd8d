import type { IDataObject } from 'n8n-workflow';

import { DeduplicationStore } from '../../../support/engine';
import { ends, failureOf, through } from '../ends';
import { same } from '../../support/same';
import type { Case } from '../setting';
import { FIRST, SECOND, STRANGER, WAYS, contacts, message, reached } from '../ways';
import type { Way } from '../ways';

const BOTH = contacts(FIRST, SECOND);

const toTwo = (way: Way): Case => ({
	name: `${way.name}: a message to two people`,
	async check({ run, sandbox }) {
		const result = await run({ node: way.node, parameters: message(way), items: BOTH });
		same('outcomes', ends(through(result)), ['0 sent', '1 sent']);
		same('reached', reached(sandbox), [FIRST, SECOND]);
		const texts = sandbox.deliveries.map(({ text }) => text);
		const wanted = BOTH.map(({ profile }) => `Hello ${String(profile).length}`);
		same('texts', texts, wanted);
	},
});

const continued = (way: Way): Case => ({
	name: `${way.name}: not connected, Continue On Fail`,
	async check({ run, sandbox }) {
		const items = contacts(FIRST, STRANGER);
		/** By the setting, the output that failed items come out of. */
		const outputs = { continueRegularOutput: 0, continueErrorOutput: 1 } as const;
		for (const [onError, bad] of Object.entries(outputs)) {
			sandbox.reset();
			way.arrange?.(sandbox);
			const result = await run({
				node: way.node,
				parameters: message(way),
				items,
				onError: onError as keyof typeof outputs,
			});
			const all = [...through(result), ...(bad ? result.output('Node', bad) : [])];
			same(`items with ${onError}`, ends(all), ['0 sent', '1 notConnected']);
			const { details } = all[1].json as { details: IDataObject };
			same(`details with ${onError}`, [details.outcome, details.retrySafe], ['notSent', true]);
			same('reached', reached(sandbox), [FIRST]);
		}
	},
});

const retried = (way: Way): Case => ({
	name: `${way.name}: Retry On Fail does not send twice`,
	async check({ run, sandbox }) {
		sandbox.faults.add({ kind: 'throttle', match: way.call, skip: 1 });
		const result = await run({
			node: way.node,
			parameters: message(way),
			items: BOTH,
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 50,
		});
		same('outcomes', ends(through(result)), ['0 sent', '1 sent']);
		same('reached', reached(sandbox), [FIRST, SECOND]);
		const refused = sandbox.requests.filter(({ fault }) => fault !== undefined);
		same('requests that were refused', refused.length, 1);
	},
});

const retriedByHand = (way: Way): Case => ({
	name: `${way.name}: Retry execution does not send twice`,
	async check({ run, sandbox }) {
		sandbox.faults.add({ kind: 'throttle', match: way.call, skip: 1 });
		const spec = { node: way.node, parameters: message(way), items: BOTH };
		const failed = await run(spec);
		same('the first run', failureOf(failed).details.reason, 'throttled');
		same('outcomes', ends(through(await run({ ...spec, retryOf: failed }))), ['0 sent', '1 sent']);
		same('reached', reached(sandbox), [FIRST, SECOND]);
	},
});

const known = (way: Way): Case => ({
	name: `${way.name}: Skip People Already Contacted, next execution`,
	async check({ run, sandbox }) {
		const store = new DeduplicationStore();
		const spec = { node: way.node, parameters: message(way, { skipContacted: true }) };
		const first = await run({ ...spec, items: contacts(FIRST), deduplication: store });
		same('first execution', ends(through(first)), ['0 sent']);
		const deduplication = DeduplicationStore.restore(store.serialise());
		const second = await run({ ...spec, items: BOTH, deduplication });
		same('second execution', ends(through(second)), ['0 alreadyContacted', '1 sent']);
		same('reached', reached(sandbox), [FIRST, SECOND]);
	},
});

/** The same for each way to reach people. */
export const sending: readonly Case[] = WAYS.flatMap((way) => [
	toTwo(way),
	continued(way),
	retried(way),
	retriedByHand(way),
	known(way),
]);
