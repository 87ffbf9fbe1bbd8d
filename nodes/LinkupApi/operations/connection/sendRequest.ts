import { z } from 'zod';

import { noteField } from '../../../shared/fields/properties';
import { sendingFields } from '../../../shared/fields/sending';
import type { JsonObject } from '../../../shared/http/types';
import { LONGEST_NOTE, optionalText } from '../../../shared/fields/inputs';
import { defineAct } from '../../../shared/operation/types';
import type { LinkupApi } from '../../api';
import { anyJson, call } from '../../api';
import { account, recipient } from '../../fields';
import { actor, personInput } from '../../inputs';
import { linkedinUrl, personParams, reachedMember } from '../../people';

const input = actor.and(
	z.object({ recipient: personInput, note: optionalText('Note', LONGEST_NOTE) }),
);

/** V1 POST /v1/network/connect; V2 network `invite` (linkupapi.openapi.yaml). */
export const sendConnectionRequest = defineAct<LinkupApi, z.infer<typeof input>>({
	resource: 'connection',
	operation: 'sendRequest',
	name: 'Send Request',
	action: 'Send connection request',
	description: 'Invite a person to connect',
	acts: 'sendConnectionRequest',
	parameters: [account, recipient, noteField, ...sendingFields],
	input,
	texts: { note: 'Note' },
	text: ({ note }) => note ?? '',
	async perform(api, { account: from, recipient: { target: member }, note }) {
		const text: JsonObject = note === undefined ? {} : { message: note };
		const ways = {
			v1: { path: '/v1/network/connect', body: { linkedin_url: linkedinUrl(member), ...text } },
			v2: {
				category: 'network',
				action: 'invite',
				params: { ...personParams(member), ...text },
			},
		};
		const { answer, data } = await call(api, from, ways, 'invite', anyJson.optional());
		return { response: answer, target: reachedMember(member, data) };
	},
});
