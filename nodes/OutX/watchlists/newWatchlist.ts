import { invalidInput } from '../../shared/failures/failure';
import { choicePart, textPart } from '../../shared/fields/kinds';
import { listedCompanies, listedPeople } from '../../shared/fields/listed';
import type { InputOf } from '../../shared/fields/part';
import { looking, optionsPart, reading } from '../../shared/fields/part';
import type { JsonObject } from '../../shared/json/types';
import { present } from '../../shared/operation/present';
import type { InputSchema } from '../../shared/operation/types';
import { BY_WORDS, goesByWords, watchlistType } from './fields';
import { asLabels, keywords, labels, rules } from './keywords';
import { frequency, prompt, slack, watchlistName } from './settings';

const byWords = { watchlistType: [...BY_WORDS] };

/** Not shown for a description in words: OutX makes everything else out of it. */
const byKeywords = {
	displayOptions: { show: { '/watchlistType': [...BY_WORDS] }, hide: { '/findBy': ['prompt'] } },
};

const options = optionsPart(
	watchlistName,
	frequency,
	labels,
	textPart('Note', 'description', 'What it is for, for whoever looks at it in OutX'),
	textPart(
		'Objective',
		'objective',
		'Whom or what to find and why, in one sentence. OutX rates by it how relevant a post is.',
		{
			placeholder: 'e.g. Find companies that hire sales people, to offer them our training',
			...byKeywords,
		},
	),
	looking(slack, byKeywords),
);

const needed = (show: Record<string, string[]>) => ({ required: true, displayOptions: { show } });

const addresses = <const Name extends string>(
	displayName: string,
	name: Name,
	things: string,
	example: string,
	input: InputSchema<string[]>,
) =>
	reading(
		textPart(
			displayName,
			name,
			`Addresses of LinkedIn ${things}, one per line. Any spelling is understood.`,
			{ typeOptions: { rows: 4 }, placeholder: `e.g. https://www.linkedin.com/${example}` },
		),
		input,
	);

const people = addresses(
	'People',
	'people',
	'profiles',
	'in/jane-doe',
	listedPeople('People', 'OutX'),
);

const companies = addresses(
	'Companies',
	'companies',
	'company pages',
	'company/microsoft',
	listedCompanies('Companies'),
);

const findBy = choicePart(
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
);

/** What a new watchlist is made of, its type first. */
export const newWatchlistFields = [
	watchlistType,
	findBy,
	looking(keywords, needed({ ...byWords, findBy: ['keywords'] })),
	looking(rules, needed({ ...byWords, findBy: ['rules'] })),
	looking(prompt, needed({ ...byWords, findBy: ['prompt'] })),
	looking(people, needed({ watchlistType: ['people'] })),
	looking(companies, needed({ watchlistType: ['company'] })),
	options,
] as const;

export type NewWatchlist = InputOf<typeof newWatchlistFields>;

function filled<T extends { length: number }>(value: T | undefined, field: string): T {
	if (value !== undefined && value.length > 0) return value;
	throw invalidInput(`'${field}' is empty`, 'Fill it in and run the item again.');
}

/** What the watchlist looks for, under the vendor's name. Throws `invalidInput` when it is nothing. */
function soughtBy(wanted: NewWatchlist): JsonObject {
	if (wanted.watchlistType === 'people') return { profiles: filled(wanted.people, 'People') };
	if (wanted.watchlistType === 'company') {
		return { companies: filled(wanted.companies, 'Companies') };
	}
	if (wanted.findBy === 'prompt') return { prompt: filled(wanted.prompt, 'Posts Wanted') };
	if (wanted.findBy === 'rules') {
		return { keywords: filled(wanted.rules, 'Keywords With Conditions') };
	}
	return { keywords: filled(wanted.keywords, 'Keywords') };
}

/**
 * The body that creates a watchlist (outx.openapi.yaml: KeywordsCreate, PromptCreate, people, company).
 * Throws `invalidInput` for what is missing, or does not go together.
 */
export function newWatchlistBody(wanted: NewWatchlist): JsonObject {
	const { name, fetchFreqInHours, description } = wanted;
	const isByWords = goesByWords(wanted.watchlistType);
	const sought = present({ ...soughtBy(wanted), name, fetchFreqInHours });
	const more = present({
		description,
		// Those of people and companies are bare names: so the contract has it.
		...(wanted.labels.length > 0 && {
			labels: isByWords ? asLabels(wanted.labels) : wanted.labels,
		}),
	});
	if (!isByWords) return { ...sought, ...more };
	if (wanted.findBy !== 'prompt') {
		const { objective, slackWebhookUrl: slack_webhook_url } = wanted;
		return { ...sought, ...more, ...present({ objective, slack_webhook_url }) };
	}
	if (Object.keys(more).length === 0) return sought;
	throw invalidInput(
		"'Labels' and 'Note' cannot go together with 'Posts Wanted', as OutX makes them itself",
		"Remove them from 'Options'; Watchlist › Update can set labels later.",
	);
}
