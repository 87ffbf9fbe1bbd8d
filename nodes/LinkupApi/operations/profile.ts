import { z } from 'zod';

import { Failure } from '../../shared/failures/failure';
import { simplifyPart } from '../../shared/fields/listing';
import { anyJson, call, defineRead } from '../api';
import { account, recipient } from '../fields';
import { linkedinUrl, personParams, provenMember, simpleProfile } from '../people';

const route = { v1: 'POST /v1/profile/info', v2: 'profiles get' } as const;

/** Profile Info (docs.linkupapi.com). */
export const getProfile = defineRead({
	resource: 'profile',
	operation: 'get',
	name: 'Get',
	action: 'Get profile',
	description: "Read a person's LinkedIn profile",
	fields: [account, recipient, simplifyPart],
	calls: [route.v1, route.v2],
	output: {
		...{ name: 'string', headline: 'string', location: 'string', industry: 'string' },
		...{ about: 'string', title: 'string', company: 'string' },
		...{ publicIdentifier: 'string', profileUrl: 'string', urn: 'string' },
	},
	async perform(api, { account: from, recipient: { target: member }, simplify }) {
		const params = { v1: { linkedin_url: linkedinUrl(member) }, v2: personParams(member) };
		const wanted = { route, params, account: from };
		const { data: profile } = await call(api, 'read', wanted, z.record(anyJson));
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
