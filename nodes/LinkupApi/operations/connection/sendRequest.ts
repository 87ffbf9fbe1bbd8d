import { notePart } from '../../../shared/fields/parts';
import { actOutput } from '../../../shared/operation/output';
import { anyJson, call, defineAct } from '../../api';
import { invitationRules } from '../../failures';
import { account, recipient } from '../../fields';
import { linkedinUrl, personParams, reachedMember } from '../../people';

const route = { v1: 'POST /v1/network/connect', v2: 'network invite' } as const;

/** A note goes with it where there is one (linkupapi.openapi.yaml). */
export const sendConnectionRequest = defineAct({
	resource: 'connection',
	operation: 'sendRequest',
	name: 'Send Request',
	action: 'Send connection request',
	description: 'Invite a person to connect',
	acts: 'sendConnectionRequest',
	fields: [account, recipient, notePart],
	calls: [route.v1, route.v2],
	output: actOutput('recipient', {
		...{ status: 'string', message: 'string', success: 'boolean' },
		data: { invitation_urn: 'string', profile_urn: 'string', public_identifier: 'string' },
	}),
	texts: { note: 'Note' },
	text: ({ note }) => note ?? '',
	async perform(api, { account: from, on: { target: member }, note }) {
		const params = {
			v1: { linkedin_url: linkedinUrl(member), message: note },
			v2: { ...personParams(member), message: note },
		};
		const wanted = { route, params, account: from, rules: invitationRules };
		const { answer, data } = await call(api, 'sendOnce', wanted, anyJson.optional());
		return { response: answer, target: reachedMember(member, data) };
	},
});
