import { ACCOUNTS } from '../../../sandbox';
import type { FaultSpec } from '../../../sandbox';
import { holds, same } from '../../support/same';
import { HOUR, MINUTE } from '../check';
import type { Example } from '../check';
import type { Stage } from '../stage';

const FILE = 'sort-errors-by-retry-safe.json';

const person = (name: string, linkedin: string) => ({ name, company: 'Acme', linkedin });

const JANE = person('Jane Doe', 'https://www.linkedin.com/in/jane-doe-sales');
const JOHN = person('John Doe', 'https://www.linkedin.com/in/john-doe-123');
const ZOE = person('Zoë van der Berg', 'https://nl.linkedin.com/in/zoe-vdberg/');
const MARIE = person('Marie Lefèvre', 'https://www.linkedin.com/in/marie-lefevre-3b2');
const COMPANY = person('Acme', 'https://www.linkedin.com/company/acme');

/** Something that goes wrong with messages to one person. */
function mishap(stage: Stage, slug: string, fault: FaultSpec): void {
	const { memberId } = stage.sandbox.world.person(slug);
	stage.sandbox.faults.add({
		...fault,
		match: ({ method, path, body }) => {
			const text = JSON.stringify(body ?? '');
			return (
				method === 'POST' &&
				path === '/message' &&
				[slug, memberId].some((key) => text.includes(key))
			);
		},
	});
}

/** The service cannot say who the person is: then nothing has left. */
function unknownFor(stage: Stage, slug: string, times = 1): void {
	stage.sandbox.faults.add({
		kind: 'status',
		status: 500,
		times,
		match: ({ method, path }) => method === 'GET' && path.includes(`/exists/${slug}`),
	});
}

export const sortErrorsByRetrySafe: Example = {
	file: FILE,
	checks: [
		[
			'what may have gone out, what needs mending and what is safe each go their own way',
			async (stage) => {
				unknownFor(stage, 'jane-doe-sales');
				// What became of John's message nobody can say.
				mishap(stage, 'john-doe-123', { kind: 'status', status: 500 });
				const story = await stage.play(FILE, { input: [JANE, JOHN, MARIE, COMPANY, ZOE] });
				same('the end', story.error, undefined);
				same('went through', story.column('Went through', 'name'), [ZOE.name, JANE.name]);
				same('may have been sent', story.column('Check on LinkedIn first', 'name'), [JOHN.name]);
				same('to mend', story.column('Mend, then run again', 'name'), [MARIE.name, COMPANY.name]);
				same('limit', story.out('Stop until tomorrow'), []);
				same('given up', story.out('Run again later'), []);
				const [{ what, next }] = story.out('Mend, then run again');
				holds('what happened and what to do', String(what) !== '' && String(next) !== '');
				const got = stage.sandbox.deliveries.map(({ publicIdentifier }) => publicIdentifier);
				same('nobody twice', got, ['zoe-vdberg', 'jane-doe-sales']);
				holds('an hour of sleep', stage.time.elapsed() > HOUR - MINUTE);
			},
		],
		[
			'after three tries a person is put on a list, and the lists are full before each sleep',
			async (stage) => {
				unknownFor(stage, 'jane-doe-sales', 3);
				const mended: unknown[][] = [];
				const story = await stage.play(FILE, {
					input: [JANE, COMPANY],
					onSleep: (soFar) => mended.push(soFar.column('Mend, then run again', 'name')),
				});
				same('given up', story.column('Run again later', 'name'), [JANE.name]);
				same('tries', story.runs('Write to them').length, 3);
				same('the list at each sleep', mended, [[COMPANY.name], [COMPANY.name]]);
				same('delivered', stage.sandbox.deliveries.length, 0);
			},
		],
		[
			'with a credential that cannot be used nobody passes for somebody who was reached',
			async (stage) => {
				const connectSafelyAiApi = { apiKey: 'key', baseUrl: 'nonsense' };
				const story = await stage.play(FILE, {
					input: [JANE],
					credentials: { connectSafelyAiApi },
				});
				const outcomes = story.column('Went through', 'outcome');
				same(
					'said to have gone through',
					outcomes.filter((outcome) => outcome !== 'notSent'),
					[],
				);
				same('delivered', stage.sandbox.deliveries.length, 0);
			},
		],
		[
			'behind a limit everybody waits until it resets, and nothing is tried again',
			async (stage) => {
				const { quotas } = stage.sandbox.world.connectSafely;
				quotas.spend(ACCOUNTS.connectSafelyDefault, 'MESSAGE', 99);
				const story = await stage.play(FILE, { input: [JANE, JOHN, ZOE] });
				same('went through', story.column('Went through', 'name'), [JANE.name]);
				same('stopped', story.column('Stop until tomorrow', 'name'), [JOHN.name, ZOE.name]);
				same('resets', story.column('Stop until tomorrow', 'resetsAt'), [
					'2026-11-24T00:00:00.000Z',
					'2026-11-24T00:00:00.000Z',
				]);
				same('sleeps', story.runs('Wait an hour').length, 0);
			},
		],
	],
};
