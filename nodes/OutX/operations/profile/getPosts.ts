import type { z } from 'zod';

import { profileUrn } from '../../../shared/linkedin';
import { recipientInput } from '../../../shared/fields/inputs';
import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { recipient, waitOptionsField } from '../../fields';
import { postLimitField, postLimitInput, postsOf } from '../../posts/linkedInPosts';
import { withMemberId } from '../../people/resolve';
import { TASKS_AT_ONCE, lookUp } from '../../tasks/settle';
import { waitForResultField, waitInput } from '../../tasks/waiting';

const input = waitInput.extend({ recipient: recipientInput, limit: postLimitInput });

/**
 * POST /linkedin-agent/fetch-profiles-posts, then its task (the vendor's MCP server, linkedin.ts). It wants
 * URNs, so whoever is known by an address is looked up first. The posts' fields are documented nowhere:
 * they are passed through whole.
 */
export const getProfilePosts = defineRead<OutXApi, z.infer<typeof input>>({
	resource: 'profile',
	operation: 'getPosts',
	name: 'Get Posts',
	action: 'Get posts of profile',
	description: 'List the latest posts of a person',
	atOnce: TASKS_AT_ONCE,
	parameters: [recipient, postLimitField, waitForResultField, waitOptionsField],
	input,
	async perform(api, { recipient: { target: member }, limit, ...choice }) {
		const person = await withMemberId(api, member, choice, 'no posts were read');
		const body = { profile_urns: [profileUrn(person) ?? ''] };
		const found = await lookUp(api, '/linkedin-agent/fetch-profiles-posts', body, choice);
		return 'unfinished' in found ? found.unfinished : postsOf(found.output).slice(0, limit);
	},
});
