import { z } from 'zod';

import { requiredId } from '../../shared/fields/inputs';
import { choicePart, neededId, textPart } from '../../shared/fields/kinds';
import type { InputOf } from '../../shared/fields/part';
import { field, looking, reading } from '../../shared/fields/part';
import { refuse } from '../../shared/fields/refuse';
import type { JsonObject } from '../../shared/json/types';
import { actOutput } from '../../shared/operation/output';
import type { Receipt, Subject } from '../../shared/operation/types';
import type { OutXApi } from '../api';
import { isEmail } from '../people/team';

const postId = requiredId('Post ID')
	.superRefine((id, context) => {
		if (!/^urn:|linkedin\.com/i.test(id)) return;
		refuse(
			context,
			"'Post ID' holds a LinkedIn address, and OutX wants its own ID here: for LinkedIn posts there is Post › Like and Post › Comment",
		);
	})
	.transform((id): Subject => ({ input: id, target: { vendorId: id } }));

const email = requiredId('Team Member').superRefine((address, context) => {
	if (!isEmail(address)) refuse(context, "'Team Member' is not an email address");
});

const actAs = choicePart(
	'Act As',
	'actAs',
	'In whose name it appears on LinkedIn',
	[
		['company', 'Company Page', 'A page the team member manages'],
		['user', 'Team Member', "The team member's own profile"],
	],
	'user',
);

const companyTitle = looking(
	textPart(
		'Company Name',
		'companyTitle',
		'The name of the company page, exactly as it stands on LinkedIn',
		{ placeholder: 'e.g. Acme Corporation', longest: 300 },
	),
	{ required: true, displayOptions: { show: { actAs: ['company'] } } },
);

/** What likes and comments on collected posts have in common, on top. */
export const reactionFields = [
	reading(
		neededId(
			'Post ID',
			'post',
			"OutX's own ID of the post, which Collected Post › Get Many gives",
			{
				placeholder: 'e.g. 123e4567-e89b-12d3-a456-426614174000',
			},
		),
		postId,
	),
	field(
		{
			displayName: 'Team Member',
			name: 'teamMember',
			type: 'resourceLocator',
			required: true,
			default: { mode: 'list', value: '' },
			description:
				'The member of your OutX team whose browser does it. For a company page, the member who manages it.',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Choose a member…',
					typeOptions: { searchListMethod: 'searchTeamMembers', searchable: true },
				},
				{
					displayName: 'By Email',
					name: 'email',
					type: 'string',
					placeholder: 'e.g. jane@example.com',
					hint: 'The address the member signs in to OutX with',
				},
			],
		},
		email,
	),
	actAs,
	companyTitle,
] as const;

type Reaction = Omit<InputOf<typeof reactionFields>, 'post'>;

/** A company page has a name. */
export function checkReaction(
	{ actAs: inWhoseName, companyTitle: title }: Reaction,
	context: z.RefinementCtx,
): void {
	if (inWhoseName === 'company' && title === undefined) refuse(context, "'Company Name' is empty");
}

/** The account is the member's: also a company page is acted for from there. */
export const memberAccount = ({ teamMember }: Reaction): string => teamMember.toLowerCase();

/** In whose name it appears, so that it can be told apart from a like of another member. */
export function actorName(reaction: Reaction): string {
	const address = memberAccount(reaction);
	return reaction.actAs === 'company' ? `${reaction.companyTitle ?? ''} (${address})` : address;
}

const queuedAnswer = z.object({ task_id: z.string().trim().min(1) }).passthrough();

/**
 * Queues a like or a comment. No endpoint tells how it ends (outx.openapi.yaml), so that it is accepted is
 * the last that is ever known of it.
 */
export async function react(
	api: OutXApi,
	path: '/api-like' | '/api-comment',
	{ on, ...reaction }: Reaction & { readonly on: Subject },
	more: JsonObject = {},
): Promise<Receipt> {
	const body = {
		post_id: on.target.vendorId ?? '',
		user_email: reaction.teamMember,
		actor_type: reaction.actAs,
		...(reaction.actAs === 'company' && { company_title: reaction.companyTitle ?? '' }),
		...more,
	};
	const { data } = await api.client.sendOnce({ method: 'POST', path, body }, queuedAnswer);
	return { taskId: data.task_id, finished: false, response: data as JsonObject };
}

/** What both give. */
export const reactionOutput = actOutput(
	'collectedPost',
	{ success: 'boolean', message: 'string', task_id: 'string' },
	'taskId',
);
