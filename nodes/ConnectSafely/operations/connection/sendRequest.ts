import { z } from 'zod';

import { noteField } from '../../../shared/fields/properties';
import { sendingFields } from '../../../shared/fields/sending';
import type { JsonObject } from '../../../shared/http/types';
import { LONGEST_NOTE, optionalText } from '../../../shared/fields/inputs';
import { defineAct } from '../../../shared/operation/types';
import { acceptedAnswer, receiptOf } from '../../answers';
import type { ConnectSafelyApi } from '../../api';
import { account, accountInput, recipient } from '../../fields';
import { named, personInput } from '../../people';
import { beforeInviting, findInvitation, identify } from '../../relationship';

const input = z.object({
	recipient: personInput,
	note: optionalText('Note', LONGEST_NOTE),
	account: accountInput,
});

/** POST /connect (connectsafely.ai/docs, Send Connection Request). */
export const sendConnectionRequest = defineAct<ConnectSafelyApi, z.infer<typeof input>>({
	resource: 'connection',
	operation: 'sendRequest',
	name: 'Send Request',
	action: 'Send connection request',
	description: 'Invite a person to connect',
	acts: 'sendConnectionRequest',
	parameters: [recipient, noteField, account, ...sendingFields],
	input,
	texts: { note: 'Note' },
	text: ({ note }) => note ?? '',
	resolve: async (api, { recipient: { target: member }, account: from }) =>
		await identify(api, member, from),
	precheck: async (api, { recipient: { target: member }, account: from }) =>
		await beforeInviting(api, member, from),
	look: async (api, { recipient: { target: member }, account: from }) =>
		await findInvitation(api, member, from),
	async perform({ invitations }, { recipient: { target: member }, note, account: accountId }) {
		const body: JsonObject = {
			...(accountId !== undefined && { accountId }),
			...named(member, { urn: 'profileUrn', slug: 'profileId' }),
			...(note !== undefined && { customMessage: note }),
		};
		const request = { method: 'POST', path: '/connect', body } as const;
		return receiptOf(await invitations.act(request, acceptedAnswer), 'profileUrn', member);
	},
});
