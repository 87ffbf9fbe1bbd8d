import { z } from 'zod';

import { textPart } from '../../../shared/fields/kinds';
import type { InputOf } from '../../../shared/fields/part';
import { bySteps } from '../../../shared/http/paging';
import type { JsonObject } from '../../../shared/json/types';
import { text, yesNo } from '../../../shared/operation/simple';
import { present } from '../../../shared/operation/present';
import { plainRead } from '../../api';
import { account } from '../../fields';
import { filters } from './filters';

const fields = [
	textPart('Keywords', 'keywords', 'Words that the jobs are looked for by', {
		placeholder: 'e.g. VP of Marketing',
	}),
	account,
	filters,
] as const;

type Input = InputOf<typeof fields>;

/** "Full Time" as the vendor writes it: full-time. */
const spelt = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '-');

/** The filters that are set. Unknown ones, and those of older pages, are refused by the vendor. */
function wanted({ filters: { datePosted, geoId, ...lists } }: Input): JsonObject {
	const several = Object.entries(lists)
		.filter(([, words]) => words.length > 0)
		.map(([name, words]) => [name, words.map(spelt)] as const);
	const posted = datePosted === 'anyTime' ? undefined : datePosted;
	return present({ ...Object.fromEntries(several), geoId, datePosted: posted });
}

/**
 * Jobs that are advertised (connectsafely.ai/docs/api, Search Jobs). The rows of a page are thinned out by
 * `workplaceType`, so pages go by `hasMore` and by the vendor's page of 25.
 */
export const searchJobs = plainRead({
	resource: 'job',
	operation: 'search',
	name: 'Search',
	action: 'Search LinkedIn jobs',
	description: 'Find jobs by words, place and kind: who hires for something may need what you sell',
	fields,
	check(input, context) {
		if (input.keywords !== undefined || Object.keys(wanted(input)).length > 0) return;
		const message = "'Keywords' is empty and no filter is set: the search needs one of them";
		context.addIssue({ code: z.ZodIssueCode.custom, message });
	},
	route: 'POST /search/jobs',
	send(input) {
		const { keywords, account: accountId } = input;
		const set = wanted(input);
		return { accountId, keywords, filters: Object.keys(set).length > 0 ? set : undefined };
	},
	list: ['jobs'],
	key: 'jobId',
	pages: bySteps('start', { name: 'count', most: 25 }, 'hasMore'),
	simple: {
		...{ title: text('title'), company: text('companyName'), location: text('location') },
		...{ isRemote: yesNo('isRemote'), isHybrid: yesNo('isHybrid'), posted: text('postedDate') },
		...{ salary: text('salary'), easyApply: yesNo('easyApply') },
		...{ id: text('jobId'), url: text('jobUrl') },
	},
});
