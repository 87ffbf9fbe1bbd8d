import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { invalidInput } from '../../shared/failures/failure';
import type { JsonObject } from '../../shared/http/types';
import { choice, flag } from '../../shared/fields/inputs';
import { dropDown } from '../../shared/fields/describe';
import { asLabels, keywordsField, labelsField, rulesField, wordsShape } from './keywords';
import { present } from '../../shared/operation/present';
import { BY_WORDS } from './fields';
import { frequencyField, nameField, promptField, settingsShape, slackField } from './settings';

const only = (types: readonly string[]) => ({
	displayOptions: { show: { '/watchlistType': [...types] } },
});

const ofWords = (field: INodeProperties, description = field.description): INodeProperties => ({
	...field,
	...only(BY_WORDS),
	description,
});

export const updateFieldsField: INodeProperties = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: [
		dropDown(
			'Collecting',
			'collecting',
			'Whether the watchlist goes on looking for new posts',
			[
				['pause', 'Pause'],
				['resume', 'Resume'],
			],
			'pause',
		),
		frequencyField,
		ofWords(keywordsField),
		dropDown(
			'Keywords Are',
			'keywordsMode',
			'What happens to the keywords the watchlist has',
			[
				['add', 'Added to Those It Has'],
				['replace', 'Put in Place of Those It Has'],
			],
			'replace',
			only(['reddit']),
		),
		ofWords(rulesField),
		ofWords(labelsField, 'Names of labels, separated by commas, in place of those it has'),
		nameField,
		ofWords(
			promptField,
			'Which posts you are looking for, in your own words. OutX throws the keywords and labels away and makes new ones, so this goes without other changes.',
		),
		{
			displayName: 'Remove Slack Webhook',
			name: 'removeSlackWebhook',
			type: 'boolean',
			default: true,
			description: 'Whether Slack is no longer told about new posts',
		},
		slackField,
	],
};

/** The collection's members; those left alone are undefined or empty. */
export const updateFieldsInput = z.preprocess(
	(value) => value ?? {},
	z.object({
		...settingsShape,
		...wordsShape,
		collecting: choice('Collecting', ['unchanged', 'pause', 'resume'] as const, 'unchanged'),
		keywordsMode: choice('Keywords Are', ['replace', 'add'] as const, 'replace'),
		removeSlackWebhook: flag(false),
	}),
);

export type UpdateFields = z.infer<typeof updateFieldsInput>;

function slackOf({ slackWebhookUrl, removeSlackWebhook }: UpdateFields): JsonObject {
	if (!removeSlackWebhook) return present({ slack_webhook_url: slackWebhookUrl });
	if (slackWebhookUrl === undefined) return { slack_webhook_url: null };
	throw invalidInput(
		"'Slack Webhook URL' and 'Remove Slack Webhook' contradict each other",
		"Remove one of the two from 'Update Fields'.",
	);
}

function wordsOf(changes: UpdateFields): JsonObject {
	const { keywordsMode, labels } = changes;
	const keywords = [...changes.keywords, ...changes.rules];
	const hasKeywords = keywords.length > 0;
	return {
		...(hasKeywords && { keywords }),
		...(hasKeywords && keywordsMode === 'add' && { append: true }),
		...(labels.length > 0 && { labels: asLabels(labels) }),
	};
}

/**
 * The body that changes a watchlist: what was filled in and nothing else (outx.openapi.yaml:
 * KeywordsPatch, PromptRegenerate). Fields its type does not have are not shown, and n8n hands over what is
 * shown only. Throws `invalidInput` when nothing is filled in, or contradicts itself.
 */
export function watchlistChanges(id: string, changes: UpdateFields): JsonObject {
	const { collecting, name, fetchFreqInHours, prompt } = changes;
	const disable = collecting === 'unchanged' ? undefined : collecting === 'pause';
	const patch: JsonObject = {
		...present({ name, fetchFreqInHours, disable }),
		...slackOf(changes),
		...wordsOf(changes),
	};
	const isEmpty = Object.keys(patch).length === 0;
	if (prompt !== undefined && isEmpty) return { id, prompt };
	if (prompt !== undefined) {
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
