import { z } from 'zod';

import { simplifyField } from '../../../shared/descriptions/fields';
import type { JsonObject, JsonValue } from '../../../shared/http/types';
import { isObject } from '../../../shared/http/json';
import { choice, flag } from '../../../shared/operation/inputs';
import { parseInput } from '../../../shared/run/parameters';
import { simpleInteraction } from '../../collectedPosts';
import { dropDown } from '../../describe';
import { watchlistField, watchlistInput } from '../../watchlistFields';
import type { TriggerEvent } from '../event';
import { identity, pollPages } from '../lists';

/** The list has no dates to ask by, and goes back to the watchlist's first day. */
const NEWS_FOR_MS = 30 * 86_400_000;

const kinds = dropDown(
	'Interactions',
	'interactionType',
	'Which interactions start the workflow',
	[
		['comment', 'Comments'],
		['like', 'Likes'],
		['all', 'Likes and Comments'],
	],
	'all',
);

const input = z.object({
	watchlist: watchlistInput,
	interactionType: choice('Interactions', ['all', 'like', 'comment'] as const, 'all'),
	simplify: flag(true),
});

const idIn = (value: JsonValue | undefined): JsonValue =>
	isObject(value) ? ((value.id as JsonValue | undefined) ?? null) : null;

const keyOf = ({ id, interaction_type, created_at, text, author, post }: JsonObject): string =>
	identity(
		[id],
		[interaction_type, created_at, text, idIn(author), idIn(post)].map((fact) => fact ?? null),
	);

/** GET /api-interactions; in which order is documented nowhere. */
export const newInteraction: TriggerEvent = {
	value: 'newInteraction',
	name: 'New Interaction',
	description: "Somebody liked or commented on a watchlist's post",
	fields: [watchlistField, kinds, simplifyField],
	async poll(poll, { raw }) {
		const { watchlist, interactionType: kind, simplify } = parseInput(input, raw);
		return await pollPages(poll, {
			path: '/api-interactions',
			query: { watchlist_id: watchlist, interaction_type: kind === 'all' ? undefined : kind },
			settings: [watchlist, kind],
			keyOf,
			notBefore: poll.now - NEWS_FOR_MS,
			show: simplify ? simpleInteraction : (interaction) => interaction,
			nothingYet: 'Nobody has liked or commented on a post of this watchlist yet',
		});
	},
};
