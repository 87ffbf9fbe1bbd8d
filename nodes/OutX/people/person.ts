import type { JsonObject } from '../../shared/json/types';
import { profileUrl } from '../../shared/linkedin';
import type { OutputShape } from '../../shared/operation/output';
import { firstText, present } from '../../shared/operation/present';
import { recordsOf } from '../../shared/operation/records';
import { memberOf } from './resolve';

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

/** What `simplePerson` gives. */
export const personOutput: OutputShape = {
	...{ name: 'string', headline: 'string', location: 'string', title: 'string' },
	...{ company: 'string', about: 'string', connectionDegree: 'string|integer' },
	...{ publicIdentifier: 'string', profileUrl: 'string', urn: 'string' },
};
