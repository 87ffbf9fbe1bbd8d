import type { IDataObject } from 'n8n-workflow';

import { profileUrl, profileUrn } from '../../../sandbox';
import { holds, same } from '../../support/same';
import { HOUR } from '../check';
import type { Example } from '../check';
import type { Stage } from '../stage';
import { isCalm, told } from '../told';

const FILE = 'accepted-connection-to-message.json';

/** What the trigger puts out for somebody who is a connection now. */
function accepted(stage: Stage, slug: string): IDataObject {
	const person = stage.sandbox.world.person(slug);
	return {
		name: `${person.firstName} ${person.lastName}`,
		headline: 'VP of Sales',
		publicIdentifier: slug,
		profileUrl: profileUrl(person),
		urn: profileUrn(person),
	};
}

const firstSent = ({ sandbox }: Stage): string =>
	new Date(sandbox.deliveries[0].at).toISOString().slice(0, 16);

/** From the Monday noon on which the clock starts. */
const UNTIL_FRIDAY_AFTERNOON = 4 * 24 * HOUR + 2.5 * HOUR;

export const acceptedConnectionToMessage: Example = {
	file: FILE,
	checks: [
		[
			'whoever accepts in the morning is written to four hours later, by name and at a calm pace',
			async (stage) => {
				stage.timezone = 'America/New_York';
				const input = ['jane-doe-sales', 'john-doe-123'].map((slug) => accepted(stage, slug));
				const story = await stage.play(FILE, { input });
				same('the end', story.error, undefined);
				same('first sent', firstSent(stage), '2026-11-23T16:00');
				same('written', story.column('Written', 'name'), ['Jane Doe', 'John Doe']);
				same('outcomes', story.column('Written', 'outcome'), ['sent', 'sent']);
				const text = 'thank you for connecting! What are you working on these days?';
				same('delivered', told(stage), [
					['jane-doe-sales', `Hi Jane, ${text}`],
					['john-doe-123', `Hi John, ${text}`],
				]);
				holds('the pauses are kept', isCalm(stage));
			},
		],
		[
			'on a Friday afternoon it waits until Monday morning',
			async (stage) => {
				stage.timezone = 'Europe/Paris';
				await stage.pass(UNTIL_FRIDAY_AFTERNOON);
				await stage.play(FILE, { input: [accepted(stage, 'jane-doe-sales')] });
				same('first sent', firstSent(stage), '2026-11-30T08:05');
			},
		],
		[
			'late at night it waits until the office opens, and nobody is written to twice',
			async (stage) => {
				stage.timezone = 'Asia/Tokyo';
				const input = [accepted(stage, 'jane-doe-sales')];
				await stage.play(FILE, { input });
				same('first sent', firstSent(stage), '2026-11-24T00:05');
				const again = await stage.play(FILE, { input });
				same('second run', again.column('Written', 'reason'), ['alreadyContacted']);
				same('names of the skipped', again.column('Written', 'name'), ['Jane Doe']);
			},
		],
		[
			'somebody who cannot be reached any more comes out with what to do',
			async (stage) => {
				const input = [accepted(stage, 'jane-doe-sales'), accepted(stage, 'marie-lefevre-3b2')];
				const story = await stage.play(FILE, { input });
				same('written', story.column('Written', 'name'), ['Jane Doe']);
				same('needs a look', story.column('Needs a look', 'name'), ['Marie Lefèvre']);
				holds('says what to do', String(story.out('Needs a look')[0].next).length > 10);
			},
		],
	],
};
