import { ACCOUNTS } from '../../../sandbox';
import { holds, same } from '../../support/same';
import { HOUR } from '../check';
import type { Example } from '../check';
import { CHOSEN_SHEET, Sheet } from '../sheet';
import type { PlayOptions, Stage } from '../stage';
import { isCalm, told } from '../told';

const FILE = 'list-campaign-with-results.json';
const CSV = 'list-campaign-with-results.csv';

async function play(stage: Stage, sheet: Sheet, more: PlayOptions['filledIn'] = {}) {
	return await stage.play(FILE, {
		input: [{ timestamp: new Date(stage.time.now()).toISOString() }],
		replaced: { 'n8n-nodes-base.googleSheets': sheet.nodeType },
		filledIn: {
			'Read the list': CHOSEN_SHEET,
			'Write it into the list': CHOSEN_SHEET,
			'Invite them': { account: { __rl: true, mode: 'list', value: ACCOUNTS.linkupMain } },
			...more,
		},
	});
}

const outcomes = (sheet: Sheet): unknown[] =>
	sheet.rows.map(({ outcome, reason }) => `${outcome} ${reason}`.trim());

const FIRST_RUN = [
	'sent',
	'sent',
	'sent',
	'skipped alreadyInvited',
	'skipped alreadyConnected',
	'skipped duplicateInInput',
	'notSent invalidInput',
	'',
];

export const listCampaignWithResults: Example = {
	file: FILE,
	checks: [
		[
			'each row gets its own outcome, reason and time, and the pauses are kept',
			async (stage) => {
				const sheet = Sheet.of(CSV);
				const story = await play(stage, sheet);
				same('the end', story.error, undefined);
				same('outcomes', outcomes(sheet), FIRST_RUN);
				same(
					'times',
					sheet.rows.map(({ time }) => String(time).slice(0, 10)),
					[...Array<string>(7).fill('2026-11-23'), ''],
				);
				holds('the remark says why', /company/i.test(String(sheet.rows[6].remark)));
				same('delivered', told(stage), [
					['emily-clark-ldn', 'Hi Emily, I would like to follow what you do at Thames Analytics.'],
					['hiroshi-tanaka', 'Hi Hiroshi, I would like to follow what you do at Sakura Robotics.'],
					['marie-lefevre-3b2', 'Hi Marie, I would like to follow what you do at Lumière Data.'],
				]);
				holds('the pauses are kept', isCalm(stage));
			},
		],
		[
			'the next run takes no row that is done, and memory holds where the sheet was not written',
			async (stage) => {
				const sheet = Sheet.of(CSV);
				await play(stage, sheet);
				const { writes } = sheet;
				await play(stage, sheet);
				same('written in the second run', sheet.writes, writes);
				sheet.rows[0].outcome = '';
				await play(stage, sheet);
				same('the row that was emptied', outcomes(sheet)[0], 'skipped alreadyContacted');
				same('delivered', stage.sandbox.deliveries.length, 3);
			},
		],
		[
			'rows behind a limit stay open, and are invited in the next run',
			async (stage) => {
				const sheet = Sheet.of(CSV);
				stage.sandbox.faults.add({ kind: 'quota', vendor: 'linkupApi', skip: 1 });
				await play(stage, sheet);
				same('first run', outcomes(sheet).slice(0, 5), [
					'sent',
					...Array<string>(4).fill('limitReached'),
				]);
				holds('the remark says what to do', String(sheet.rows[1].remark).length > 40);
				await stage.pass(24 * HOUR);
				await play(stage, sheet);
				same('second run', outcomes(sheet).slice(0, 5), FIRST_RUN.slice(0, 5));
				same('delivered', stage.sandbox.deliveries.length, 3);
			},
		],
		[
			'a dry run leaves every row open, and a run takes twenty rows',
			async (stage) => {
				const strangers = stage.sandbox.world.strangers(ACCOUNTS.linkupMain).slice(0, 23);
				const sheet = new Sheet(
					strangers.map(({ firstName, publicIdentifier }) => ({
						...{ name: firstName, company: 'Acme', linkedin: publicIdentifier },
						...{ outcome: '', reason: '', time: '', remark: '' },
					})),
				);
				await play(stage, sheet, {
					'Invite them': {
						account: { __rl: true, mode: 'list', value: ACCOUNTS.linkupMain },
						sending: { skipContacted: true, maxPerDay: 20, dryRun: true },
					},
				});
				same('after the dry run', new Set(sheet.column('outcome')).size, 1);
				same('delivered in the dry run', stage.sandbox.deliveries.length, 0);
				await play(stage, sheet);
				same('delivered', stage.sandbox.deliveries.length, 20);
				same('open rows', sheet.column('outcome').slice(20), ['', '', '']);
			},
		],
	],
};
