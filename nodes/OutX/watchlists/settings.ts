import { parseUrl } from '../../shared/http/baseUrl';
import { dropDown } from '../../shared/fields/describe';
import { number, optionalText } from '../../shared/fields/inputs';
import { textPart } from '../../shared/fields/kinds';
import { field, reading } from '../../shared/fields/part';
import { refuse } from '../../shared/fields/refuse';

export const watchlistName = textPart(
	'Name',
	'name',
	'What the watchlist is called. Without it, OutX thinks of a name.',
	{ placeholder: 'e.g. Remote jobs', longest: 500 },
);

export const prompt = textPart(
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

const hours = number(OFTEN, undefined, { min: 1, max: 72, whole: true }).refine(
	(value) => value === undefined || FREQUENCIES.some(([every]) => every === value),
	{ message: `'${OFTEN}' must be one of: ${FREQUENCIES.map(([every]) => every).join(', ')} hours` },
);

export const frequency = field(
	{
		...dropDown(
			OFTEN,
			'fetchFreqInHours',
			'How often OutX looks for new posts. Without it, a new watchlist is looked at every 12 hours, one on Reddit once a day.',
			FREQUENCIES,
			12,
		),
		name: 'fetchFreqInHours',
	},
	hours,
);

const SLACK = 'Slack Webhook URL';

function isWebhook(given: string): boolean {
	const url = parseUrl(given);
	return url?.protocol === 'https:' && /^hooks\.slack(?:-gov)?\.com$/.test(url.hostname);
}

/** Refused without a word of what stands in it. */
const address = optionalText(SLACK, 1_000).superRefine((given, context) => {
	if (given === undefined || isWebhook(given)) return;
	refuse(
		context,
		`'${SLACK}' is no address of a Slack webhook: it begins with https://hooks.slack.com/`,
	);
});

/** Shown as dots: whoever has the address can write to the channel. */
export const slack = reading(
	textPart(
		SLACK,
		'slackWebhookUrl',
		'The incoming webhook of the Slack channel that is told about new posts',
		{
			typeOptions: { password: true },
			placeholder: 'e.g. https://hooks.slack.com/services/…',
		},
	),
	address,
);
