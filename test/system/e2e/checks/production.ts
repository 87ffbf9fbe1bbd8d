import type { IDataObject } from 'n8n-workflow';

import { ACCOUNTS, PEOPLE, profileUrl } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox';
import { assert } from '../../../support/node';
import type { Check } from '../stage';
import { SENDER, fromCrm, sender } from '../workflows';

const NAME = 'twenty-at-once';
const PAUSE_S = 1;
/** A clock's grain: the sandbox and n8n read theirs at different moments of the same request. */
const GRAIN_MS = 25;

interface Expected {
	readonly linkedin: string;
	readonly ends: string;
}

/** Fifteen who can be reached, three who are no connections, and two who do not exist. */
function people({ world }: Sandbox): Expected[] {
	const account = ACCOUNTS.connectSafelyDefault;
	const of = (ends: string, addresses: readonly string[]): Expected[] =>
		addresses.map((linkedin) => ({ linkedin, ends }));
	return [
		...of('sent', world.related(account, 'connected').slice(0, 15).map(profileUrl)),
		...of('notConnected', world.strangers(account).slice(0, 3).map(profileUrl)),
		...of('notFound', [
			`https://www.linkedin.com/in/${PEOPLE.unknown}`,
			`https://www.linkedin.com/in/${PEOPLE.unknown}-2`,
		]),
	];
}

const endOf = ({ outcome, details }: IDataObject): unknown =>
	(details as IDataObject | undefined)?.reason ?? outcome;

function gaps(times: readonly number[]): number[] {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted.slice(1).map((at, index) => at - sorted[index]);
}

export const productionChecks: readonly Check[] = [
	{
		name: '20 contacts at once are 20 executions: each outcome right, each delivered once, a pause between any two',
		async run({ runs, editor: { sandbox } }) {
			const id = await runs.put(
				fromCrm(
					NAME,
					sender({
						vendor: 'connectSafely',
						credentials: await runs.credential('connectSafelyAiApi'),
						sending: { pauseMin: PAUSE_S, pauseMax: PAUSE_S },
						onError: 'continueRegularOutput',
					}),
				),
			);
			const expected = people(sandbox);
			const earlier = sandbox.requests.length;
			await Promise.all(
				expected.map(async ({ linkedin }) => {
					await runs.call(NAME, { contacts: [{ linkedin, text: NAME }] });
				}),
			);
			const executions = await runs.ended(id, expected.length, 120_000);
			assert.equal(executions.length, expected.length);
			const ends = executions.map((execution) => {
				assert.equal(execution.status, 'success', `Execution ${execution.id}: ${execution.error}`);
				const [contact] = execution.items('Contacts');
				return { linkedin: contact.linkedin, ends: endOf(execution.items(SENDER)[0]) };
			});
			const byAddress = (a: IDataObject, b: IDataObject): number =>
				String(a.linkedin).localeCompare(String(b.linkedin));
			assert.deepEqual(
				(ends as IDataObject[]).sort(byAddress),
				(expected as unknown as IDataObject[]).sort(byAddress),
			);
			const delivered = sandbox.deliveries.filter(({ text }) => text === NAME);
			assert.equal(delivered.length, 15);
			assert.equal(new Set(delivered.map(({ to }) => to)).size, 15, 'Somebody got it twice');
			const acts = sandbox.requests
				.slice(earlier)
				.filter(({ vendor, path }) => vendor === 'connectSafely' && path === '/message');
			const shortest = Math.min(...gaps(acts.map(({ at }) => at)));
			assert.ok(
				shortest >= PAUSE_S * 1_000 - GRAIN_MS,
				`Two requests left only ${shortest} ms after one another`,
			);
		},
	},
];
