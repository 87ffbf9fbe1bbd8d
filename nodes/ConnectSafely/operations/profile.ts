import { samePerson } from '../../shared/failures/otherPerson';
import { simplifyPart } from '../../shared/fields/listing';
import type { JsonObject } from '../../shared/json/types';
import { profileAnswer, simpleProfile } from '../answers';
import { defineRead } from '../api';
import { account, profileOptions, recipient } from '../fields';
import { SERVICE, lookUp, nobody } from '../people';

/** POST /profile, which knows more switches than GET (connectsafely.ai/docs, Fetch Profile). */
export const getProfile = defineRead({
	resource: 'profile',
	operation: 'get',
	name: 'Get',
	action: 'Get profile',
	description: "Read a person's LinkedIn profile",
	fields: [recipient, account, simplifyPart, profileOptions],
	calls: ['POST /profile'],
	output: {
		...{ name: 'string', headline: 'string', location: 'string', isConnected: 'boolean' },
		...{ profileUrl: 'string', urn: 'string', contact: 'object' },
		education: [{ schoolName: 'string', degree: 'string', fieldOfStudy: 'string' }],
		experience: [{ title: 'string', companyName: 'string', duration: 'string' }],
		skills: [{ skillId: 'string', name: 'string' }],
	},
	async perform(
		{ client },
		{ recipient: { target: member }, account: accountId, simplify, ...switches },
	) {
		const wanted = Object.entries(switches).filter(([, isOn]) => isOn);
		return await lookUp(member, async (profileId) => {
			const body: JsonObject = {
				...(accountId !== undefined && { accountId }),
				profileId,
				...Object.fromEntries(wanted),
			};
			const request = { method: 'POST', path: '/profile', body } as const;
			const { data } = await client.read(request, profileAnswer);
			const profile = data.profile ?? {};
			if (Object.keys(profile).length === 0) throw nobody();
			const { entityUrn, profileUrn, publicIdentifier, profileUrl, firstName, lastName } = profile;
			samePerson(
				{
					service: SERVICE,
					asked: member,
					urns: [entityUrn, profileUrn, profileUrl],
					slugs: [publicIdentifier],
					name: [firstName, lastName],
				},
				'their profile is not handed out as the one asked for',
			);
			return simplify ? simpleProfile(data as JsonObject) : (data as JsonObject);
		});
	},
});
