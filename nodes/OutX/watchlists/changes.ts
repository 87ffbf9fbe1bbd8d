import { invalidInput } from '../../shared/failures/failure';
import { choice } from '../../shared/fields/inputs';
import { choicePart, switchPart } from '../../shared/fields/kinds';
import type { InputOf } from '../../shared/fields/part';
import { collectionPart, looking, reading } from '../../shared/fields/part';
import type { JsonObject } from '../../shared/json/types';
import { present } from '../../shared/operation/present';
import { BY_WORDS } from './fields';
import { asLabels, keywords, labels, rules } from './keywords';
import { frequency, prompt, slack, watchlistName } from './settings';

const only = (types: readonly string[]) => ({
	displayOptions: { show: { '/watchlistType': [...types] } },
});

const ofWords = only(BY_WORDS);

/** Left alone, it is neither paused nor resumed. */
const collecting = reading(
	choicePart(
		'Collecting',
		'collecting',
		'Whether the watchlist goes on looking for new posts',
		[
			['pause', 'Pause'],
			['resume', 'Resume'],
		],
		'pause',
	),
	choice('Collecting', ['unchanged', 'pause', 'resume'] as const, 'unchanged'),
);

const keywordsMode = choicePart(
	'Keywords Are',
	'keywordsMode',
	'What happens to the keywords the watchlist has',
	[
		['add', 'Added to Those It Has'],
		['replace', 'Put in Place of Those It Has'],
	],
	'replace',
	only(['reddit']),
);

const REMOVE_SLACK = switchPart(
	'Remove Slack Webhook',
	'removeSlackWebhook',
	'Whether Slack is no longer told about new posts',
);

/** What can be changed; those left alone are undefined or empty. */
export const updateFields = collectionPart(
	{ displayName: 'Update Fields', name: 'updateFields', placeholder: 'Add field' },
	collecting,
	frequency,
	looking(keywords, ofWords),
	keywordsMode,
	looking(rules, ofWords),
	looking(labels, {
		...ofWords,
		description: 'Names of labels, separated by commas, in place of those it has',
	}),
	watchlistName,
	looking(prompt, {
		...ofWords,
		description:
			'Which posts you are looking for, in your own words. OutX throws the keywords and labels away and makes new ones, so this goes without other changes.',
	}),
	// On when it is added: that is what it is added for.
	looking(REMOVE_SLACK, { default: true }),
	slack,
);

export type UpdateFields = InputOf<readonly [typeof updateFields]>['updateFields'];

function slackOf({ slackWebhookUrl, removeSlackWebhook }: UpdateFields): JsonObject {
	if (!removeSlackWebhook) return present({ slack_webhook_url: slackWebhookUrl });
	if (slackWebhookUrl === undefined) return { slack_webhook_url: null };
	throw invalidInput(
		"'Slack Webhook URL' and 'Remove Slack Webhook' contradict each other",
		"Remove one of the two from 'Update Fields'.",
	);
}

function wordsOf(changes: UpdateFields): JsonObject {
	const words = [...changes.keywords, ...changes.rules];
	const hasKeywords = words.length > 0;
	return {
		...(hasKeywords && { keywords: words }),
		...(hasKeywords && changes.keywordsMode === 'add' && { append: true }),
		...(changes.labels.length > 0 && { labels: asLabels(changes.labels) }),
	};
}

/**
 * The body that changes a watchlist: what was filled in and nothing else (outx.openapi.yaml:
 * KeywordsPatch, PromptRegenerate). Fields its type does not have are not shown, and n8n hands over what is
 * shown only. Throws `invalidInput` when nothing is filled in, or contradicts itself.
 */
export function watchlistChanges(id: string, changes: UpdateFields): JsonObject {
	const { name, fetchFreqInHours } = changes;
	const disable = changes.collecting === 'unchanged' ? undefined : changes.collecting === 'pause';
	const patch: JsonObject = {
		...present({ name, fetchFreqInHours, disable }),
		...slackOf(changes),
		...wordsOf(changes),
	};
	const isEmpty = Object.keys(patch).length === 0;
	if (changes.prompt !== undefined && isEmpty) return { id, prompt: changes.prompt };
	if (changes.prompt !== undefined) {
		throw invalidInput(
			"'Posts Wanted' makes OutX think of new keywords, and cannot go together with other changes",
			'Make the other changes in a second Watchlist › Update.',
		);
	}
	if (!isEmpty) return { id, ...patch };
	throw invalidInput(
		'The update changes nothing',
		"Add a field under 'Update Fields' and fill it in.",
	);
}
