import { ACCOUNTS } from '../../../sandbox';
import type { OutXTask } from '../../../sandbox';
import { holds, same } from '../../support/same';
import { HOUR, MINUTE } from '../check';
import type { Example } from '../check';
import type { Stage } from '../stage';

const FILE = 'outx-start-then-check.json';

/** Contacts of the world, with how long the browser takes for each, in ms. */
function contacts(stage: Stage, durations: Readonly<Record<string, number>>) {
	const { world } = stage.sandbox;
	const bySlug = new Map(Object.entries(durations));
	world.outX.browsers = 10;
	world.outX.taskDuration = ({ type, input }: OutXTask) => {
		if (type !== 'agent_send_message') return 200;
		const person = world.person(String(input.recipient_urn));
		return bySlug.get(person.publicIdentifier) ?? 200;
	};
	return [...bySlug.keys()].map((slug) => {
		const { firstName, lastName, company } = world.person(slug);
		const linkedin = `https://www.linkedin.com/in/${slug}`;
		return { name: `${firstName} ${lastName}`, company: company.name, linkedin };
	});
}

const THREE = {
	'jane-doe-sales': 10 * MINUTE,
	'john-doe-123': 100 * MINUTE,
	'josé-garcía': Infinity,
};

export const outxStartThenCheck: Example = {
	file: FILE,
	checks: [
		[
			'three people whose messages end at different times each come out where they belong',
			async (stage) => {
				const input = contacts(stage, THREE);
				const sentBySleep: unknown[][] = [];
				const story = await stage.play(FILE, {
					input,
					onSleep: (soFar) => sentBySleep.push(soFar.column('Sent', 'name')),
				});
				same('the end', story.error, undefined);
				same('sent', story.column('Sent', 'name'), ['Jane Doe', 'John Doe']);
				same('still under way', story.column('Still under way', 'name'), ['José García']);
				same('did not work', story.out('Did not work'), []);
				same('rounds', story.runs('Look how far it is').length, 24);
				same('sleeps', sentBySleep.length, 24);
				same('sent before the second sleep', sentBySleep[1], ['Jane Doe']);
				same('sent before the fifth sleep', sentBySleep[4], ['Jane Doe', 'John Doe']);
				const { taskId } = story.out('Still under way')[0];
				const { tasks } = stage.sandbox.world.outX;
				const jose = tasks.filter(({ type }) => type === 'agent_send_message')[2];
				same('the task that is named', taskId, jose.id);
				same('delivered', stage.sandbox.deliveries.length, 2);
				holds('twelve hours of sleep', Math.abs(stage.time.elapsed() - 12 * HOUR) < 5 * MINUTE);
			},
		],
		[
			'a message that fails, one that ends unclear and one that cannot start are told apart',
			async (stage) => {
				const { world } = stage.sandbox;
				const input = contacts(stage, { 'jane-doe-sales': 200, 'john-doe-123': 200 });
				// Each message is looked up first, so every second task is the message itself.
				world.outX.nextTask({});
				world.outX.nextTask({ status: 'failed', output: { error: 'LinkedIn is signed out' } });
				world.outX.nextTask({});
				world.outX.nextTask({ status: 'cancelled' });
				const story = await stage.play(FILE, {
					input: [
						...input,
						{ name: 'Acme', company: 'Acme', linkedin: 'https://www.linkedin.com/company/acme' },
					],
				});
				same('results', story.column('Did not work', 'result'), ['not sent', 'not clear']);
				same('names', story.column('Did not work', 'name'), ['Jane Doe', 'John Doe']);
				same('reason', story.out('Did not work')[0].reason, 'LinkedIn is signed out');
				same('not started', story.column('Could not be started', 'name'), ['Acme']);
				holds(
					'says what happened',
					/company/i.test(String(story.out('Could not be started')[0].reason)),
				);
				same('delivered', stage.sandbox.deliveries.length, 0);
			},
		],
		[
			'a Chrome that is shut overnight does not break the loop, and nobody is written to twice',
			async (stage) => {
				const { world } = stage.sandbox;
				const input = contacts(stage, { 'jane-doe-sales': 90 * MINUTE });
				let sleeps = 0;
				const story = await stage.play(FILE, {
					input,
					onSleep: () => {
						sleeps++;
						world.outX.extensionOnline = sleeps < 2 || sleeps > 4;
					},
				});
				same('sent', story.column('Sent', 'name'), ['Jane Doe']);
				const again = await stage.play(FILE, { input });
				same('second run', again.column('Nothing to wait for', 'reason'), ['alreadyContacted']);
				same(
					'delivered',
					stage.sandbox.deliveries.map(({ from }) => from),
					[ACCOUNTS.outXAdmin],
				);
			},
		],
	],
};
