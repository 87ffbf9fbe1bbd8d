import { z } from 'zod';

import { limitField, simplifyField } from '../../../shared/fields/properties';
import { invalidInput } from '../../../shared/failures/failure';
import { flag, number } from '../../../shared/fields/inputs';
import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { waitOptionsField } from '../../fields';
import { recordsOf, simplePerson } from '../../../shared/operation/records';
import { filtersField, searchFilters, withCompanyIds } from '../../people/searchFilters';
import { lookUp } from '../../tasks/settle';
import { waitForResultField, waitInput } from '../../tasks/waiting';

/** outx.openapi.yaml: 50 at most per search, and no paging. */
const MOST = 50;

const limit = {
	...limitField,
	typeOptions: { minValue: 1, maxValue: MOST },
	displayOptions: {},
};

const input = waitInput.extend({
	filters: searchFilters,
	limit: number('Limit', MOST, { min: 1, max: MOST, whole: true }),
	simplify: flag(true),
});

/** POST /linkedin-agent/search-profiles, then its task (www.outx.ai, Search Profiles). */
export const searchProfiles = defineRead<OutXApi, z.infer<typeof input>>({
	resource: 'profile',
	operation: 'search',
	name: 'Search',
	action: 'Search profiles',
	description: 'Find people by job title, company, place and more',
	parameters: [filtersField, limit, simplifyField, waitForResultField, waitOptionsField],
	input,
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
