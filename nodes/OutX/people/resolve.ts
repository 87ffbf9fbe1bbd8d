import { Failure, invalidInput } from '../../shared/failures/failure';
import { samePerson } from '../../shared/failures/otherPerson';
import { isObject } from '../../shared/json/json';
import type { JsonValue } from '../../shared/json/types';
import type { Member, NameFields } from '../../shared/linkedin';
import { memberIn, mergeMembers } from '../../shared/linkedin';
import type { OutXApi } from '../api';
import { lookUp } from '../tasks/settle';
import { taskTimeout } from '../tasks/taskStates';
import type { WaitChoice } from '../tasks/waiting';

export const FETCH_PROFILE = '/linkedin-agent/fetch-profile';

/**
 * What fetch-profile takes: the last part of the profile address. LinkedIn opens /in/ with a Sales
 * Navigator id as well.
 */
export function profileSlug({ publicIdentifier, memberId, salesId }: Member): string {
	const slug = publicIdentifier ?? memberId ?? salesId;
	if (slug !== undefined) return slug;
	throw invalidInput(
		'OutX cannot look a person up by this kind of URN',
		"Use the address of their profile as 'Recipient'.",
	);
}

/** The profile in a finished fetch-profile task: nested or flat (docs.outx.ai). */
export function profileOf(output: JsonValue): Record<string, JsonValue> {
	const found = isObject(output) && isObject(output.profile) ? output.profile : output;
	if (isObject(found) && Object.keys(found).length > 0) return found as Record<string, JsonValue>;
	throw new Failure({
		reason: 'notFound',
		outcome: 'notSent',
		what: 'OutX did not find this person on LinkedIn',
		next: "Open the profile in a browser and copy its address into 'Recipient'.",
	});
}

function namesOf(profile: Record<string, JsonValue>): NameFields {
	const { profile_urn, profile_slug, public_identifier, profile_url } = profile;
	return { urns: [profile_urn], slugs: [profile_slug, public_identifier, profile_url] };
}

/** The member a profile names, out of all its fields; empty when none of them does. */
export function memberOf(profile: Record<string, JsonValue>): Member {
	return memberIn(namesOf(profile));
}

/**
 * Makes sure that a profile is that of the person asked for.
 *
 * @returns the member it names
 * @throws `Failure` with `otherPerson`
 */
export function provenMember(
	asked: Member,
	profile: Record<string, JsonValue>,
	consequence: string,
): Member {
	const { full_name, name, first_name, last_name } = profile;
	const called = [full_name, name].find((one) => typeof one === 'string' && one.trim() !== '');
	return samePerson(
		{
			service: 'OutX',
			asked,
			...namesOf(profile),
			name: called === undefined ? [first_name, last_name] : [called],
		},
		consequence,
	);
}

/**
 * The member with the ACoAA… id that messages and invitations need. Whoever is known by another
 * reference is looked up with a fetch-profile task (docs.outx.ai, "Don't have a recipient URN?"), and so is
 * whoever is named by an address and an ID at once: the two may be of different people.
 *
 * @param consequence what follows when OutX answers with somebody else
 */
export async function withMemberId(
	api: OutXApi,
	member: Member,
	choice: WaitChoice,
	consequence = 'nothing was sent',
): Promise<Member> {
	if (member.memberId !== undefined && member.publicIdentifier === undefined) return member;
	const body = { profile_slug: profileSlug(member) };
	// The look-up is waited for in any case: without it there is nothing to send to.
	const waiting: WaitChoice = { ...choice, waitForResult: true, onTimeout: 'returnTask' };
	const found = await lookUp(api, FETCH_PROFILE, body, waiting);
	if ('unfinished' in found) {
		const { taskId, status } = found.unfinished;
		const task = { id: String(taskId), status: String(status), input: {}, output: null };
		const seconds = api.tasks.longestWait(choice);
		throw taskTimeout(task, seconds).with({
			outcome: 'notSent',
			what: `OutX was still looking this person up after ${seconds} seconds, so nothing was sent`,
			next: 'Check that the browser with the OutX extension is open, then run the item again.',
		});
	}
	const profile = profileOf(found.output);
	const person = mergeMembers(member, provenMember(member, profile, consequence));
	if (person.memberId !== undefined) return person;
	throw new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'notSent',
		what: 'OutX found this profile but no URN to send to',
		next: "Use the person's URN or pick them from the list of your connections.",
		taskId: found.taskId,
	});
}
