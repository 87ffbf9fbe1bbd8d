import type { INodeProperties } from 'n8n-workflow';

import { parseUrl } from '../../shared/http/baseUrl';
import { number, optionalText } from '../../shared/fields/inputs';
import { dropDown, textField } from '../../shared/fields/describe';
import { refuse } from '../../shared/fields/refuse';

export const LONGEST_TEXT = 10_000;

export const nameField = textField(
	'Name',
	'name',
	'What the watchlist is called. Without it, OutX thinks of a name.',
	{ placeholder: 'e.g. Remote jobs' },
);

export const promptField = textField(
	'Posts Wanted',
	'prompt',
	'Which posts you are looking for, in your own words. OutX makes the keywords and labels out of it.',
	{ typeOptions: { rows: 4 }, placeholder: 'e.g. People who ask for a CRM recommendation' },
);

const OFTEN = 'How Often to Look';

/** Hours between two looks at LinkedIn or Reddit: the seven OutX takes (outx.openapi.yaml, FetchFreq). */
const FREQUENCIES: ReadonlyArray<readonly [hours: number, words: string]> = [
	[1, 'Every Hour'],
	[3, 'Every 3 Hours'],
	[6, 'Every 6 Hours'],
	[12, 'Every 12 Hours'],
	[24, 'Once a Day'],
	[48, 'Every 2 Days'],
	[72, 'Every 3 Days'],
];

export const frequencyField = dropDown(
	OFTEN,
	'fetchFreqInHours',
	'How often OutX looks for new posts. Without it, a new watchlist is looked at every 12 hours, one on Reddit once a day.',
	FREQUENCIES,
	12,
);

const frequency = number(OFTEN, undefined, { min: 1, max: 72, whole: true }).refine(
	(value) => value === undefined || FREQUENCIES.some(([hours]) => hours === value),
	{ message: `'${OFTEN}' must be one of: ${FREQUENCIES.map(([hours]) => hours).join(', ')} hours` },
);

const SLACK = 'Slack Webhook URL';

/** Shown as dots: whoever has the address can write to the channel. */
export const slackField: INodeProperties = textField(
	SLACK,
	'slackWebhookUrl',
	'The incoming webhook of the Slack channel that is told about new posts',
	{
		typeOptions: { password: true },
		placeholder: 'e.g. https://hooks.slack.com/services/…',
	},
);

function isWebhook(address: string): boolean {
	const url = parseUrl(address);
	return url?.protocol === 'https:' && /^hooks\.slack(?:-gov)?\.com$/.test(url.hostname);
}

/** Refused without a word of what stands in it. */
const slack = optionalText(SLACK, 1_000).superRefine((address, context) => {
	if (address === undefined || isWebhook(address)) return;
	refuse(
		context,
		`'${SLACK}' is no address of a Slack webhook: it begins with https://hooks.slack.com/`,
	);
});

/** The members of an input schema; those that are not filled in are undefined. */
export const settingsShape = {
	name: optionalText('Name', 500),
	prompt: optionalText('Posts Wanted', LONGEST_TEXT),
	fetchFreqInHours: frequency,
	slackWebhookUrl: slack,
};
