import { z } from 'zod';

import { simplifyField } from '../../../shared/fields/properties';
import { Failure } from '../../../shared/failures/failure';
import { flag } from '../../../shared/fields/inputs';
import { defineRead } from '../../../shared/operation/types';
import type { LinkupApi } from '../../api';
import { anyJson, call } from '../../api';
import { account, recipient } from '../../fields';
import { actor, personInput } from '../../inputs';
import { linkedinUrl, personParams, provenMember, simpleProfile } from '../../people';

const input = actor.and(z.object({ recipient: personInput, simplify: flag(true) }));

/** V1 POST /v1/profile/info; V2 profiles `get` (docs.linkupapi.com, Profile Info). */
export const getProfile = defineRead<LinkupApi, z.infer<typeof input>>({
	resource: 'profile',
	operation: 'get',
	name: 'Get',
	action: 'Get profile',
	description: "Read a person's LinkedIn profile",
	parameters: [account, recipient, simplifyField],
	input,
	async perform(api, { account: from, recipient: { target: member }, simplify }) {
		const ways = {
			v1: { path: '/v1/profile/info', body: { linkedin_url: linkedinUrl(member) } },
			v2: { category: 'profiles', action: 'get', params: personParams(member) },
		};
		const { data: profile } = await call(api, from, ways, 'read', z.record(anyJson));
		if (Object.keys(profile).length === 0) {
			throw new Failure({
				reason: 'notFound',
				outcome: 'notSent',
				what: 'LinkupAPI did not find this person on LinkedIn',
				next: "Open the profile in a browser and copy its address into 'Recipient'.",
			});
		}
		provenMember(member, profile, 'their profile is not handed out as the one asked for');
		return simplify ? simpleProfile(profile) : profile;
	},
});
