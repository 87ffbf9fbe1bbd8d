import { invalidInput } from '../../../shared/failures/failure';
import { plainLimit, simplifyPart } from '../../../shared/fields/listing';
import { recordsOf } from '../../../shared/operation/records';
import { defineRead } from '../../define';
import { personOutput, simplePerson } from '../../people/person';
import { searchFilters, withCompanyIds } from '../../people/searchFilters';
import { lookUp } from '../../tasks/settle';
import { waitForResult, waitOptions } from '../../tasks/waiting';

/** outx.openapi.yaml: 50 at most per search, and no paging. */
const MOST = 50;

/** POST /linkedin-agent/search-profiles, then its task (www.outx.ai, Search Profiles). */
export const searchProfiles = defineRead({
	resource: 'profile',
	operation: 'search',
	name: 'Search',
	action: 'Search profiles',
	description: 'Find people by job title, company, place and more',
	fields: [searchFilters, plainLimit(MOST, MOST), simplifyPart, waitForResult, waitOptions],
	calls: ['POST /linkedin-agent/search-profiles'],
	output: personOutput,
	async perform(api, { filters, limit: count, simplify, ...choice }) {
		if (Object.keys(filters).length === 0) {
			throw invalidInput(
				'The search has no filter, and OutX needs at least one',
				"Add one under 'Filters', such as a job title or a company.",
			);
		}
		const body = { ...(await withCompanyIds(api, filters, choice)), count };
		const found = await lookUp(api, '/linkedin-agent/search-profiles', body, choice);
		if ('unfinished' in found) return found.unfinished;
		const people = recordsOf(found.output, ['profiles', 'results']);
		return people.slice(0, count).map((person) => (simplify ? simplePerson(person) : person));
	},
});
