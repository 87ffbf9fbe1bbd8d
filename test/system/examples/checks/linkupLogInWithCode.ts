import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { KEYS, LOGINS } from '../../../sandbox';
import { holds, same } from '../../support/same';
import type { Example } from '../check';
import type { Stage } from '../stage';

const FILE = 'linkup-log-in-with-code.json';

/** The credential before the first login: no token yet. */
function signIn(
	{ sandbox }: Stage,
	{ email, password, country }: { email: string; password: string; country: string },
): Record<string, ICredentialDataDecryptedObject> {
	const { keys, baseUrls } = sandbox;
	const api = { apiKey: keys.linkupApi, baseUrl: baseUrls.linkupApi };
	return { linkupLoginTokenApi: { ...api, email, password, country } };
}

const times = (text: string, part: string): number => text.split(part).length - 1;

export const linkupLogInWithCode: Example = {
	file: FILE,
	checks: [
		[
			'with a code: the form asks for it, and the token is in the output of one node only',
			async (stage) => {
				const { challenged } = LOGINS;
				const asleep: string[] = [];
				const story = await stage.play(FILE, {
					input: [{}],
					credentials: signIn(stage, challenged),
					forms: { 'Ask for the code': { Code: ' 123 456 ' } },
					onSleep: ({ saved }) => asleep.push(saved),
				});
				same('the end', story.error, undefined);
				same('token', story.column('Verify the code', 'loginToken'), [challenged.loginToken]);
				same('places of the token', times(story.saved, challenged.loginToken), 1);
				same('passwords', times(story.saved, challenged.password), 0);
				same('forms', asleep.length, 1);
				const [{ whereTheTokenIs, nextStep, status }] = story.out('What to do after the code');
				same('status', status, 'connected');
				same(
					'where it is',
					whereTheTokenIs,
					'Open the node "Verify the code": its output has the field loginToken.',
				);
				holds('the next step', /^Copy the value of loginToken/.test(String(nextStep)));
				same('the other way', story.out('What to do without a code'), []);
			},
		],
		[
			'without a code: the token is in the output of the login only',
			async (stage) => {
				const story = await stage.play(FILE, {
					input: [{}],
					credentials: signIn(stage, LOGINS.trusted),
				});
				same('the end', story.error, undefined);
				same('places of the token', times(story.saved, KEYS.loginToken), 1);
				same('token', story.column('Log in', 'loginToken'), [KEYS.loginToken]);
				const [{ whereTheTokenIs }] = story.out('What to do without a code');
				holds('where it is', String(whereTheTokenIs).includes('"Log in"'));
				same('the other way', story.out('Ask for the code'), []);
			},
		],
		[
			'a form nobody fills in ends with a sentence, and with one login only',
			async (stage) => {
				const credentials = signIn(stage, LOGINS.challenged);
				const story = await stage.play(FILE, { input: [{}], credentials });
				holds(`the sentence: ${String(story.error)}`, /'Code' is empty/.test(String(story.error)));
				const paths = stage.sandbox.requests.map(({ path }) => path);
				same('requests', paths, ['/v1/auth/login']);
			},
		],
	],
};
