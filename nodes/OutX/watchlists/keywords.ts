import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { isObject } from '../../shared/json/json';
import type { JsonObject } from '../../shared/json/types';
import { choice, optionalText } from '../../shared/fields/inputs';
import { dropDown, textField } from '../../shared/fields/describe';
import { textPart } from '../../shared/fields/kinds';
import { field, reading } from '../../shared/fields/part';
import { listed } from '../../shared/fields/listed';
import { refuse } from '../../shared/fields/refuse';

/** Keywords that are looked for as they stand. */
export const keywords = reading(
	textPart(
		'Keywords',
		'keywords',
		'Words to look for in posts, one per line or separated by commas',
		{ typeOptions: { rows: 4 }, placeholder: 'e.g. hiring, remote work' },
	),
	listed('Keywords'),
);

export const labels = reading(
	textPart('Labels', 'labels', 'Names of the labels OutX sorts the posts by, separated by commas', {
		placeholder: 'e.g. hot lead, competitor',
	}),
	listed('Labels'),
);

const RULES = 'Keywords With Conditions';
const MATCH = 'Of the Required Words';

/** One row each. */
const rulesProperty: INodeProperties & { readonly name: 'rules' } = {
	displayName: RULES,
	name: 'rules',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add keyword',
	default: {},
	description: 'Words to look for in posts, each with words that must or must not stand beside it',
	options: [
		{
			displayName: 'Keyword',
			name: 'rule',
			values: [
				textField('Keyword', 'keyword', 'The word to look for', { placeholder: 'e.g. hiring' }),
				textField(
					'Required Words',
					'requiredWords',
					'Words the post must hold as well, separated by commas',
					{ placeholder: 'e.g. remote, full-time' },
				),
				dropDown(
					MATCH,
					'match',
					'Whether the post must hold all of the required words or any one of them',
					[
						['all', 'All Must Be There'],
						['any', 'Any One Will Do'],
					],
					'all',
				),
				textField(
					'Excluded Words',
					'excludedWords',
					'Words the post must not hold, separated by commas',
					{ placeholder: 'e.g. unpaid, internship' },
				),
			],
		},
	],
};

const row = z
	.object({
		keyword: optionalText('Keyword', 500),
		requiredWords: listed('Required Words'),
		match: choice(MATCH, ['all', 'any'] as const, 'all'),
		excludedWords: listed('Excluded Words'),
	})
	.transform(({ keyword, requiredWords, match, excludedWords }, context): JsonObject => {
		if (keyword === undefined) return refuse(context, `'Keyword' is empty in a row of '${RULES}'`);
		const isRequired = requiredWords.length > 0;
		return {
			keyword,
			...(isRequired && { required_keywords: requiredWords }),
			...(isRequired && match === 'any' && { include_all_required: false }),
			// Older pages call it exclude_keywords (docs.outx.ai).
			...(excludedWords.length > 0 && { excluded_keywords: excludedWords }),
		};
	});

/** Keywords with conditions, as the vendor has them. */
export const rules = field(
	rulesProperty,
	z.preprocess(
		(value) => (isObject(value) ? (value.rule ?? []) : (value ?? [])),
		z.array(row, { invalid_type_error: `'${RULES}' is not a list of rows` }),
	),
);

/** Labels as the API wants those of keyword and Reddit watchlists (outx.openapi.yaml, Label). */
export const asLabels = (names: readonly string[]): JsonObject[] => names.map((name) => ({ name }));
