import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { optionsField } from '../../shared/fields/properties';
import { invalidInput } from '../../shared/failures/failure';
import type { JsonObject } from '../../shared/http/types';
import { choice, optionalText } from '../../shared/fields/inputs';
import { dropDown, textField } from '../../shared/fields/describe';
import { asLabels, keywordsField, labelsField, rulesField, wordsShape } from './keywords';
import { listedCompanies, listedPeople } from '../../shared/fields/listed';
import { present } from '../../shared/operation/present';
import { BY_WORDS, goesByWords, watchlistTypeField, watchlistTypeInput } from './fields';
import {
	frequencyField,
	LONGEST_TEXT,
	nameField,
	promptField,
	settingsShape,
	slackField,
} from './settings';

const WAYS = ['keywords', 'rules', 'prompt'] as const;

const byWords = { watchlistType: [...BY_WORDS] };

/** Not shown for a description in words: OutX makes everything else out of it. */
const byKeywords = {
	displayOptions: { show: { '/watchlistType': [...BY_WORDS] }, hide: { '/findBy': ['prompt'] } },
};

const members: readonly INodeProperties[] = [
	nameField,
	frequencyField,
	labelsField,
	textField('Note', 'description', 'What it is for, for whoever looks at it in OutX'),
	textField(
		'Objective',
		'objective',
		'Whom or what to find and why, in one sentence. OutX rates by it how relevant a post is.',
		{
			placeholder: 'e.g. Find companies that hire sales people, to offer them our training',
			...byKeywords,
		},
	),
	{ ...slackField, ...byKeywords },
];

const needed = (field: INodeProperties, show: Record<string, string[]>): INodeProperties => ({
	...field,
	required: true,
	displayOptions: { show },
});

const addresses = (displayName: string, name: string, things: string, example: string) =>
	textField(
		displayName,
		name,
		`Addresses of LinkedIn ${things}, one per line. Any spelling is understood.`,
		{ typeOptions: { rows: 4 }, placeholder: `e.g. https://www.linkedin.com/${example}` },
	);

/** What a new watchlist is made of, its type first. */
export const newWatchlistFields: readonly INodeProperties[] = [
	watchlistTypeField,
	dropDown(
		'Find Posts By',
		'findBy',
		'How you say which posts are wanted',
		[
			['prompt', 'Description', 'OutX makes the keywords out of your words'],
			['keywords', 'Keywords', 'Posts with any of these words'],
			[
				'rules',
				'Keywords With Conditions',
				'Each keyword with words that must or must not stand beside it',
			],
		],
		'keywords',
		{ displayOptions: { show: byWords } },
	),
	needed(keywordsField, { ...byWords, findBy: ['keywords'] }),
	needed(rulesField, { ...byWords, findBy: ['rules'] }),
	needed(promptField, { ...byWords, findBy: ['prompt'] }),
	needed(addresses('People', 'people', 'profiles', 'in/jane-doe'), { watchlistType: ['people'] }),
	needed(addresses('Companies', 'companies', 'company pages', 'company/microsoft'), {
		watchlistType: ['company'],
	}),
	optionsField(members),
];

export const newWatchlistInput = z.object({
	...settingsShape,
	...wordsShape,
	watchlistType: watchlistTypeInput,
	findBy: choice('Find Posts By', WAYS, 'keywords'),
	people: listedPeople('People'),
	companies: listedCompanies('Companies'),
	description: optionalText('Note', LONGEST_TEXT),
	objective: optionalText('Objective', LONGEST_TEXT),
});

export type NewWatchlist = z.infer<typeof newWatchlistInput>;

function filled<T extends { length: number }>(value: T | undefined, field: string): T {
	if (value !== undefined && value.length > 0) return value;
	throw invalidInput(`'${field}' is empty`, 'Fill it in and run the item again.');
}

/** What the watchlist looks for, under the vendor's name. Throws `invalidInput` when it is nothing. */
function soughtBy(wanted: NewWatchlist): JsonObject {
	const { watchlistType, findBy, keywords, rules, prompt, people, companies } = wanted;
	if (watchlistType === 'people') return { profiles: filled(people, 'People') };
	if (watchlistType === 'company') return { companies: filled(companies, 'Companies') };
	if (findBy === 'prompt') return { prompt: filled(prompt, 'Posts Wanted') };
	if (findBy === 'rules') return { keywords: filled(rules, 'Keywords With Conditions') };
	return { keywords: filled(keywords, 'Keywords') };
}

/**
 * The body that creates a watchlist (outx.openapi.yaml: KeywordsCreate, PromptCreate, people, company).
 * Throws `invalidInput` for what is missing, or does not go together.
 */
export function newWatchlistBody(wanted: NewWatchlist): JsonObject {
	const { watchlistType, findBy, name, fetchFreqInHours, description, labels } = wanted;
	const isByWords = goesByWords(watchlistType);
	const sought = present({ ...soughtBy(wanted), name, fetchFreqInHours });
	const more = present({
		description,
		// Those of people and companies are bare names: so the contract has it.
		...(labels.length > 0 && { labels: isByWords ? asLabels(labels) : labels }),
	});
	if (!isByWords) return { ...sought, ...more };
	if (findBy !== 'prompt') {
		const { objective, slackWebhookUrl: slack_webhook_url } = wanted;
		return { ...sought, ...more, ...present({ objective, slack_webhook_url }) };
	}
	if (Object.keys(more).length === 0) return sought;
	throw invalidInput(
		"'Labels' and 'Note' cannot go together with 'Posts Wanted', as OutX makes them itself",
		"Remove them from 'Options'; Watchlist › Update can set labels later.",
	);
}
