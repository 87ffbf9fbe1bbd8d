import { defineRead } from '../api';
import { account, recipient } from '../fields';
import { relationshipTo } from '../relationship';

/**
 * Check Relationship (connectsafely.ai/docs): `status` in the vendor's words, of which only NOT_CONNECTED is
 * published. Fails with `otherPerson` where it is about somebody else, and with `notFound` for nobody, which
 * somebody known by URN alone may turn out to be.
 */
export const getRelationship = defineRead({
	resource: 'connection',
	operation: 'getRelationship',
	name: 'Get Relationship',
	action: 'Get relationship',
	description: 'See whether a person is connected with you or an invitation is under way',
	fields: [recipient, account],
	calls: ['GET /relationship/{profileId}', 'GET /relationship/{accountId}/{profileId}'],
	output: {
		...{ connected: 'boolean', invitationSent: 'boolean', invitationReceived: 'boolean' },
		...{ status: 'string', profileUrn: 'string', accountId: 'string' },
	},
	async perform(api, { recipient: { target: member }, account: accountId }) {
		const consequence = 'how you stand to the person asked for is not known';
		return (await relationshipTo(api, member, accountId, consequence)).relationship;
	},
});
