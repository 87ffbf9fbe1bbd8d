import { readContacts } from '../../../../scripts/campaign/files';
import { path, root } from '../../../support/node';
import { holds, same } from '../../support/same';
import type { Example } from '../check';
import { isCalm } from '../told';

const FILE = 'crm-to-linkedin.json';

export const crmToLinkedin: Example = {
	file: FILE,
	checks: [
		[
			'sixteen contacts through three services, with the pauses of real life, and nobody twice',
			async (stage) => {
				const input = readContacts(path.join(root, 'examples/contacts.csv'));
				const story = await stage.play(FILE, { input });
				same('the end', story.error, undefined);
				const went = story.column('Answers', 'outcome').filter((outcome) => outcome === 'sent');
				same('delivered', stage.sandbox.deliveries.length, went.length);
				const people = stage.sandbox.deliveries.map(({ vendor, to }) => `${vendor} ${to}`);
				same('people', new Set(people).size, people.length);
				same(
					'answers and errors',
					story.out('Answers').length + story.out('Needs a look').length,
					16,
				);
				const again = await stage.play(FILE, { input });
				same('sent again', again.column('Answers', 'outcome').includes('sent'), false);
				same('delivered in all', stage.sandbox.deliveries.length, went.length);
				holds('somebody was written to', went.length > 10);
				holds('the pauses are kept', isCalm(stage));
			},
		],
	],
};
