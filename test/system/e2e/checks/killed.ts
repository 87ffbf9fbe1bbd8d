import { sleep } from 'n8n-workflow';

import { startEditor } from '../../../../scripts/editor/editor';
import { ACCOUNTS, profileUrl } from '../../../sandbox';
import type { Delivery, Sandbox } from '../../../sandbox';
import { assert, path } from '../../../support/node';
import { Runs } from '../runs';
import type { Check } from '../stage';
import { SENDER, fromCrm, sender } from '../workflows';

const NAME = 'killed';
const PEOPLE_COUNT = 5;
const contactNumbers = [1, 2, 3, 4, 5];
/** After a delivery, in ms: n8n has noted it by then, and the next is not due. */
const HALF_A_PAUSE = 500;

const reached = ({ deliveries }: Sandbox): Delivery[] =>
	deliveries.filter(({ text }) => text === NAME);

async function untilReached(sandbox: Sandbox, count: number): Promise<void> {
	const until = Date.now() + 60_000;
	while (reached(sandbox).length < count) {
		if (Date.now() > until) throw new Error(`${count} deliveries did not come within a minute`);
		await sleep(50);
	}
}

export const killedChecks: readonly Check[] = [
	{
		name: 'n8n killed in the middle (kill -9) and started again: the execution shows as crashed, and with Skip People Already Contacted "Retry" reaches only those who are left',
		async run({ folder }) {
			const options = { folder: path.join(folder, 'killed'), port: 0, quiet: true };
			const first = await startEditor({ ...options, sandboxPort: 0 });
			const { sandbox } = first;
			try {
				const runs = new Runs(first);
				const id = await runs.put(
					fromCrm(
						NAME,
						sender({
							vendor: 'linkupApi',
							credentials: await runs.credential('linkupLoginTokenApi'),
							sending: { pauseMin: 1, pauseMax: 1, skipContacted: true },
						}),
					),
				);
				const contacts = sandbox.world
					.related(ACCOUNTS.linkupMain, 'connected')
					.slice(0, PEOPLE_COUNT)
					.map((person) => ({ linkedin: profileUrl(person), text: NAME }));
				await runs.call(NAME, { contacts });
				await untilReached(sandbox, 2);
				await sleep(HALF_A_PAUSE);
				await first.kill();
				const before = reached(sandbox).length;
				assert.ok(before < PEOPLE_COUNT, 'The kill came too late to show anything');
				const second = await startEditor({ ...options, sandbox });
				try {
					await afterwards(new Runs(second), id, sandbox);
				} finally {
					await second.close();
				}
			} finally {
				await first.close();
			}
		},
	},
];

/** What the operator finds, and what "Retry" does. */
async function afterwards(runs: Runs, id: string, sandbox: Sandbox): Promise<void> {
	const [crashed] = await runs.ended(id, 1);
	assert.equal(crashed.status, 'crashed');
	assert.match(crashed.error ?? '', /did not finish/);
	assert.deepEqual(crashed.items(SENDER), []);
	const sent = reached(sandbox).length;
	const retried = await runs.retry(crashed.id, 'original workflow');
	assert.equal(retried.status, 'success', retried.error);
	const outcomes = retried.items(SENDER).map(({ outcome }) => outcome);
	const expected = contactNumbers.map((number) => (number <= sent ? 'skipped' : 'sent'));
	assert.deepEqual(outcomes, expected);
	const deliveries = reached(sandbox);
	assert.equal(new Set(deliveries.map(({ to }) => to)).size, deliveries.length, 'One got it twice');
	assert.equal(deliveries.length, PEOPLE_COUNT);
}
