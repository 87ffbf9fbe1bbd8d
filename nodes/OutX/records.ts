import { isObject } from '../shared/http/json';
import type { JsonObject, JsonValue } from '../shared/http/types';
import { profileUrl } from '../shared/linkedin';
import { firstText, present } from './present';
import { memberOf } from './resolve';

/**
 * The records in a list task's output. The wrapper's name is documented nowhere: the known ones, a bare
 * array, or the one array there is.
 */
export function recordsOf(output: JsonValue, names: readonly string[]): JsonObject[] {
	if (Array.isArray(output)) return output.filter(isObject) as JsonObject[];
	if (!isObject(output)) return [];
	const arrays = Object.entries(output).filter(([, value]) => Array.isArray(value));
	const named = names.map((name) => output[name]).find(Array.isArray);
	const found = named ?? (arrays.length === 1 ? arrays[0][1] : []);
	return (found as JsonValue[]).filter(isObject) as JsonObject[];
}

/** A person of any of OutX's lists or profiles, in ten fields at most. */
export function simplePerson(person: JsonObject): JsonObject {
	const member = memberOf(person);
	const names = [person.first_name, person.last_name].filter((part) => typeof part === 'string');
	const [job] = recordsOf(person.positions ?? person.experience ?? [], []);
	return present({
		name: firstText(person.full_name, person.name, names.join(' ')),
		headline: person.headline,
		location: person.location,
		title: job?.title,
		company: firstText(job?.company_name, job?.company, person.company),
		about: person.about,
		connectionDegree: person.connection_degree,
		publicIdentifier: member.publicIdentifier ?? firstText(person.profile_slug),
		profileUrl: firstText(person.profile_url) ?? profileUrl(member),
		urn: firstText(person.profile_urn),
	});
}
