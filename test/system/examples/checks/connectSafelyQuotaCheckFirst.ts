import { ACCOUNTS } from '../../../sandbox';
import { holds, same } from '../../support/same';
import type { Example } from '../check';
import { CHOSEN_SHEET, Sheet } from '../sheet';
import type { Stage } from '../stage';
import { isCalm } from '../told';

const FILE = 'connectsafely-quota-check-first.json';
const ACCOUNT = ACCOUNTS.connectSafelySecond;

async function play(stage: Stage, sheet: Sheet) {
	return await stage.play(FILE, {
		input: [{ timestamp: new Date(stage.time.now()).toISOString() }],
		replaced: { 'n8n-nodes-base.googleSheets': sheet.nodeType },
		filledIn: {
			'See what is left': { account: { __rl: true, mode: 'list', value: ACCOUNT } },
			'Read the list': CHOSEN_SHEET,
			'Write it into the list': CHOSEN_SHEET,
		},
	});
}

function strangers(stage: Stage, count: number): Sheet {
	const people = stage.sandbox.world.strangers(ACCOUNT).slice(0, count);
	return new Sheet(
		people.map(({ firstName, publicIdentifier }) => ({
			...{ name: firstName, company: 'Acme', linkedin: publicIdentifier },
			...{ outcome: '', reason: '', time: '', remark: '' },
		})),
	);
}

export const connectSafelyQuotaCheckFirst: Example = {
	file: FILE,
	checks: [
		[
			'only as many are invited as the quota allows, from the account whose quota it is',
			async (stage) => {
				const { quotas } = stage.sandbox.world.connectSafely;
				quotas.spend(ACCOUNT, 'CONNECT', 87);
				const sheet = strangers(stage, 6);
				const story = await play(stage, sheet);
				same('the end', story.error, undefined);
				same('outcomes', sheet.column('outcome'), ['sent', 'sent', 'sent', '', '', '']);
				same('senders', [...new Set(stage.sandbox.deliveries.map(({ from }) => from))], [ACCOUNT]);
				same('left', quotas.remaining(ACCOUNT, 'CONNECT'), 0);
				same('nothing left', story.out('Nothing left'), []);
				holds('the pauses are kept', isCalm(stage));
			},
		],
		[
			'with nothing left nobody is invited, and it says when it resets',
			async (stage) => {
				stage.timezone = 'Europe/Berlin';
				stage.sandbox.world.connectSafely.quotas.spend(ACCOUNT, 'CONNECT', 90);
				const sheet = strangers(stage, 2);
				const story = await play(stage, sheet);
				same('read', story.out('Read the list'), []);
				same('delivered', stage.sandbox.deliveries.length, 0);
				const [{ message, resetsAt }] = story.out('Nothing left');
				const words =
					/^90 of 90 connection requests are used up \(weekly\)\. Nobody was invited\. It resets on (\d+ \w+ 2026, \d\d:\d\d)\.$/;
				const moment = new Date(String(resetsAt));
				holds(`the message says when: ${String(message)}`, words.test(String(message)));
				const local = new Intl.DateTimeFormat('en-GB', {
					...{ timeZone: 'Europe/Berlin', day: 'numeric', month: 'long' },
					...{ year: 'numeric', hour: '2-digit', minute: '2-digit' },
				}).format(moment);
				same('the moment', words.exec(String(message))?.[1], local.replace(' at ', ', '));
			},
		],
		[
			'with plenty left it stops at twenty, and the next day goes on below',
			async (stage) => {
				const sheet = strangers(stage, 23);
				await play(stage, sheet);
				same('first day', stage.sandbox.deliveries.length, 20);
				await stage.pass(24 * 3_600_000);
				await play(stage, sheet);
				same('second day', stage.sandbox.deliveries.length, 23);
				same('outcomes', [...new Set(sheet.column('outcome'))], ['sent']);
			},
		],
	],
};
