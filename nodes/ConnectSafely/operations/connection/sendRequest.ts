import { notePart } from '../../../shared/fields/parts';
import type { JsonObject } from '../../../shared/json/types';
import { actOutput } from '../../../shared/operation/output';
import { acceptedAnswer, receiptOf } from '../../answers';
import { defineAct } from '../../api';
import { invitationRules } from '../../failures';
import { account, recipient } from '../../fields';
import { named } from '../../people';
import { beforeInviting, findInvitation, identify } from '../../relationship';

/** POST /connect (connectsafely.ai/docs, Send Connection Request). */
export const sendConnectionRequest = defineAct({
	resource: 'connection',
	operation: 'sendRequest',
	name: 'Send Request',
	action: 'Send connection request',
	description: 'Invite a person to connect',
	acts: 'sendConnectionRequest',
	fields: [recipient, notePart, account],
	calls: ['POST /connect'],
	output: actOutput(
		'recipient',
		{ success: 'boolean', message: 'string', profileUrn: 'string' },
		'rateLimit',
	),
	texts: { note: 'Note' },
	text: ({ note }) => note ?? '',
	resolve: async (api, { on: { target: member }, account: from }) =>
		await identify(api, member, from),
	precheck: async (api, { on: { target: member }, account: from }) =>
		await beforeInviting(api, member, from),
	findEvidence: async (api, { on: { target: member }, account: from }) =>
		await findInvitation(api, member, from),
	async perform({ client }, { on: { target: member }, note, account: accountId }) {
		const body: JsonObject = {
			...(accountId !== undefined && { accountId }),
			...named(member, { urn: 'profileUrn', slug: 'profileId' }),
			...(note !== undefined && { customMessage: note }),
		};
		// Only an invitation can be needless; the same words about a message are a refusal.
		const request = { method: 'POST', path: '/connect', body, rules: invitationRules } as const;
		return receiptOf(await client.sendOnce(request, acceptedAnswer), 'profileUrn', member);
	},
});
