import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import type { JsonObject } from '../../shared/http/types';
import type { Receipt, Recipient } from '../../shared/operation/types';
import { choice, optionalText, requiredId } from '../../shared/fields/inputs';
import type { OutXApi } from '../api';
import { dropDown, textField } from '../../shared/fields/describe';
import { refuse } from '../../shared/fields/refuse';
import { isEmail } from '../people/team';

/** What likes and comments on collected posts have in common, on top. */
export const reactionFields: readonly INodeProperties[] = [
	textField('Post ID', 'post', "OutX's own ID of the post, which Collected Post › Get Many gives", {
		required: true,
		placeholder: 'e.g. 123e4567-e89b-12d3-a456-426614174000',
	}),
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
	dropDown(
		'Act As',
		'actAs',
		'In whose name it appears on LinkedIn',
		[
			['company', 'Company Page', 'A page the team member manages'],
			['user', 'Team Member', "The team member's own profile"],
		],
		'user',
	),
	textField(
		'Company Name',
		'companyTitle',
		'The name of the company page, exactly as it stands on LinkedIn',
		{
			required: true,
			placeholder: 'e.g. Acme Corporation',
			displayOptions: { show: { actAs: ['company'] } },
		},
	),
];

const postId = requiredId('Post ID').superRefine((id, context) => {
	if (!/^urn:|linkedin\.com/i.test(id)) return;
	refuse(
		context,
		"'Post ID' holds a LinkedIn address, and OutX wants its own ID here: for LinkedIn posts there is Post › Like and Post › Comment",
	);
});

const email = requiredId('Team Member').superRefine((address, context) => {
	if (!isEmail(address)) refuse(context, "'Team Member' is not an email address");
});

/** The members of an input schema; `onPost` makes an act's input of them. */
export const reactionShape = {
	post: postId,
	teamMember: email,
	actAs: choice('Act As', ['user', 'company'] as const, 'user'),
	companyTitle: optionalText('Company Name', 300),
};

interface Reaction {
	readonly post: string;
	readonly teamMember: string;
	readonly actAs: 'user' | 'company';
	readonly companyTitle?: string;
}

/** Who acts on which post. The account is the member's: also a company page is acted for from there. */
export function onPost<T extends Reaction>(
	{ post, ...rest }: T,
	context: z.RefinementCtx,
): Omit<T, 'post'> & { recipient: Recipient; account: string } {
	if (rest.actAs === 'company' && rest.companyTitle === undefined) {
		refuse(context, "'Company Name' is empty");
	}
	const recipient = { input: post, target: { vendorId: post } };
	return { ...rest, recipient, account: rest.teamMember.toLowerCase() };
}

/** In whose name it appears, so that it can be told apart from a like of another member. */
export function actorName({ teamMember, actAs, companyTitle }: Omit<Reaction, 'post'>): string {
	const address = teamMember.toLowerCase();
	return actAs === 'company' ? `${companyTitle ?? ''} (${address})` : address;
}

const queuedAnswer = z.object({ task_id: z.string().trim().min(1) }).passthrough();

/**
 * Queues a like or a comment. No endpoint tells how it ends (outx.openapi.yaml), so that it is accepted is
 * the last that is ever known of it.
 */
export async function react(
	api: OutXApi,
	path: '/api-like' | '/api-comment',
	{ recipient, teamMember, actAs, companyTitle }: Omit<Reaction, 'post'> & { recipient: Recipient },
	more: JsonObject = {},
): Promise<Receipt> {
	const body = {
		post_id: recipient.target.vendorId ?? '',
		user_email: teamMember,
		actor_type: actAs,
		...(actAs === 'company' && { company_title: companyTitle ?? '' }),
		...more,
	};
	const { data } = await api.client.act({ method: 'POST', path, body }, queuedAnswer);
	return { taskId: data.task_id, finished: false, response: data as JsonObject };
}
