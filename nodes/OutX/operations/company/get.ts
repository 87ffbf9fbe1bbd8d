import type { z } from 'zod';

import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { companyField, companyInput, companyOf, lookUpCompany } from '../../people/companies';
import { waitOptionsField } from '../../fields';
import { TASKS_AT_ONCE } from '../../tasks/settle';
import { waitForResultField, waitInput } from '../../tasks/waiting';

const input = waitInput.extend({ company: companyInput });

/**
 * POST /linkedin-agent/fetch-company, then its task (the vendor's MCP server, linkedin.ts). Its fields are
 * named in prose only, so the company is passed through whole.
 */
export const getCompany = defineRead<OutXApi, z.infer<typeof input>>({
	resource: 'company',
	operation: 'get',
	name: 'Get',
	action: 'Get company',
	description: 'Read a company page: industry, size, headquarters and more',
	atOnce: TASKS_AT_ONCE,
	parameters: [companyField, waitForResultField, waitOptionsField],
	input,
	async perform(api, { company: { target: company }, ...choice }) {
		const found = await lookUpCompany(api, '/linkedin-agent/fetch-company', company, choice);
		if ('unfinished' in found) return found.unfinished;
		return companyOf(found.output);
	},
});
