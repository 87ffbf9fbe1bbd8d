import { z } from 'zod';

import { simplifyField } from '../../../shared/fields/properties';
import { flag, recipientInput } from '../../../shared/fields/inputs';
import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { recipient, waitOptionsField } from '../../fields';
import { simplePerson } from '../../../shared/operation/records';
import { FETCH_PROFILE, profileOf, profileSlug, provenMember } from '../../people/resolve';
import { TASKS_AT_ONCE, lookUp } from '../../tasks/settle';
import { waitForResultField, waitInput } from '../../tasks/waiting';

const input = waitInput.extend({ recipient: recipientInput, simplify: flag(true) });

/** POST /linkedin-agent/fetch-profile, then its task (docs.outx.ai, Fetch Profile). */
export const getProfile = defineRead<OutXApi, z.infer<typeof input>>({
	resource: 'profile',
	operation: 'get',
	name: 'Get',
	action: 'Get profile',
	description: "Read a person's LinkedIn profile",
	atOnce: TASKS_AT_ONCE,
	parameters: [recipient, simplifyField, waitForResultField, waitOptionsField],
	input,
	async perform(api, { recipient: { target: member }, simplify, ...choice }) {
		const body = { profile_slug: profileSlug(member) };
		const found = await lookUp(api, FETCH_PROFILE, body, choice);
		if ('unfinished' in found) return found.unfinished;
		const profile = profileOf(found.output);
		provenMember(member, profile, 'their profile is not handed out as the one asked for');
		return simplify ? simplePerson(profile) : profile;
	},
});
