import { simplifyPart } from '../../shared/fields/listing';
import { profileUrn } from '../../shared/linkedin';
import { defineRead } from '../define';
import { recipient } from '../fields';
import { personOutput, simplePerson } from '../people/person';
import {
	FETCH_PROFILE,
	profileOf,
	profileSlug,
	provenMember,
	withMemberId,
} from '../people/resolve';
import { linkedInPostOutput, postLimit, postsOf } from '../posts/linkedInPosts';
import { TASKS_AT_ONCE, lookUp } from '../tasks/settle';
import { waitForResult, waitOptions } from '../tasks/waiting';

/** POST /linkedin-agent/fetch-profile, then its task (docs.outx.ai, Fetch Profile). */
export const getProfile = defineRead({
	resource: 'profile',
	operation: 'get',
	name: 'Get',
	action: 'Get profile',
	description: "Read a person's LinkedIn profile",
	atOnce: TASKS_AT_ONCE,
	fields: [recipient, simplifyPart, waitForResult, waitOptions],
	calls: ['POST /linkedin-agent/fetch-profile'],
	output: personOutput,
	async perform(api, { recipient: { target: member }, simplify, ...choice }) {
		const body = { profile_slug: profileSlug(member) };
		const found = await lookUp(api, FETCH_PROFILE, body, choice);
		if ('unfinished' in found) return found.unfinished;
		const profile = profileOf(found.output);
		provenMember(member, profile, 'their profile is not handed out as the one asked for');
		return simplify ? simplePerson(profile) : profile;
	},
});

/**
 * POST /linkedin-agent/fetch-profiles-posts, then its task (the vendor's MCP server, linkedin.ts). It wants
 * URNs, so whoever is known by an address is looked up first. The posts' fields are documented nowhere:
 * they are passed through whole.
 */
export const getProfilePosts = defineRead({
	resource: 'profile',
	operation: 'getPosts',
	name: 'Get Posts',
	action: 'Get posts of profile',
	description: 'List the latest posts of a person',
	atOnce: TASKS_AT_ONCE,
	fields: [recipient, postLimit, waitForResult, waitOptions],
	calls: ['POST /linkedin-agent/fetch-profiles-posts'],
	output: linkedInPostOutput,
	async perform(api, { recipient: { target: member }, limit, ...choice }) {
		const person = await withMemberId(api, member, choice, 'no posts were read');
		const body = { profile_urns: [profileUrn(person) ?? ''] };
		const found = await lookUp(api, '/linkedin-agent/fetch-profiles-posts', body, choice);
		return 'unfinished' in found ? found.unfinished : postsOf(found.output).slice(0, limit);
	},
});
