import type { z } from 'zod';

import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { companyField, companyInput, lookUpCompany } from '../../people/companies';
import { waitOptionsField } from '../../fields';
import { postLimitField, postLimitInput, postsOf } from '../../posts/linkedInPosts';
import { TASKS_AT_ONCE } from '../../tasks/settle';
import { waitForResultField, waitInput } from '../../tasks/waiting';

const input = waitInput.extend({ company: companyInput, limit: postLimitInput });

/**
 * POST /linkedin-agent/fetch-company-posts, then its task (the vendor's MCP server, linkedin.ts). The
 * posts' fields are documented nowhere, so they are passed through whole.
 */
export const getCompanyPosts = defineRead<OutXApi, z.infer<typeof input>>({
	resource: 'company',
	operation: 'getPosts',
	name: 'Get Posts',
	action: 'Get posts of company',
	description: 'List the latest posts of a company page',
	atOnce: TASKS_AT_ONCE,
	parameters: [companyField, postLimitField, waitForResultField, waitOptionsField],
	input,
	async perform(api, { company: { target: company }, limit, ...choice }) {
		const found = await lookUpCompany(api, '/linkedin-agent/fetch-company-posts', company, choice);
		return 'unfinished' in found ? found.unfinished : postsOf(found.output).slice(0, limit);
	},
});
