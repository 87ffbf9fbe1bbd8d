import { z } from 'zod';

import { optionsField, simplifyField } from '../../../shared/fields/properties';
import { samePerson } from '../../../shared/failures/otherPerson';
import type { JsonObject } from '../../../shared/http/types';
import { flag } from '../../../shared/fields/inputs';
import { defineRead } from '../../../shared/operation/types';
import { profileAnswer, simpleProfile } from '../../answers';
import type { ConnectSafelyApi } from '../../api';
import { account, accountInput, profileOptions, recipient } from '../../fields';
import { SERVICE, lookUp, nobody, personInput } from '../../people';

const input = z.object({
	recipient: personInput,
	account: accountInput,
	simplify: flag(true),
	forceRefresh: flag(false),
	includeContact: flag(false),
	includeEducation: flag(false),
	includeExperience: flag(false),
	includeGeoLocation: flag(false),
	includeSkills: flag(false),
});

/** POST /profile, which knows more switches than GET (connectsafely.ai/docs, Fetch Profile). */
export const getProfile = defineRead<ConnectSafelyApi, z.infer<typeof input>>({
	resource: 'profile',
	operation: 'get',
	name: 'Get',
	action: 'Get profile',
	description: "Read a person's LinkedIn profile",
	parameters: [recipient, account, simplifyField, optionsField(profileOptions)],
	input,
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
