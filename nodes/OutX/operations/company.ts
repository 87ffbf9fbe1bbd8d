import { defineRead } from '../define';
import { companyOf, companyPart, lookUpCompany } from '../people/companies';
import { linkedInPostOutput, postLimit, postsOf } from '../posts/linkedInPosts';
import { TASKS_AT_ONCE } from '../tasks/settle';
import { waitForResult, waitOptions } from '../tasks/waiting';

/**
 * POST /linkedin-agent/fetch-company, then its task (the vendor's MCP server, linkedin.ts). Its fields are
 * named in prose only, so the company is passed through whole.
 */
export const getCompany = defineRead({
	resource: 'company',
	operation: 'get',
	name: 'Get',
	action: 'Get company',
	description: 'Read a company page: industry, size, headquarters and more',
	atOnce: TASKS_AT_ONCE,
	fields: [companyPart, waitForResult, waitOptions],
	calls: ['POST /linkedin-agent/fetch-company'],
	output: {
		...{ name: 'string', industry: 'string', employee_count: 'integer' },
		...{ description: 'string', headquarters: 'string', logo: 'string' },
	},
	async perform(api, { company: { target: company }, ...choice }) {
		const found = await lookUpCompany(api, '/linkedin-agent/fetch-company', company, choice);
		if ('unfinished' in found) return found.unfinished;
		return companyOf(found.output);
	},
});

/**
 * POST /linkedin-agent/fetch-company-posts, then its task (the vendor's MCP server, linkedin.ts). The
 * posts' fields are documented nowhere, so they are passed through whole.
 */
export const getCompanyPosts = defineRead({
	resource: 'company',
	operation: 'getPosts',
	name: 'Get Posts',
	action: 'Get posts of company',
	description: 'List the latest posts of a company page',
	atOnce: TASKS_AT_ONCE,
	fields: [companyPart, postLimit, waitForResult, waitOptions],
	calls: ['POST /linkedin-agent/fetch-company-posts'],
	output: linkedInPostOutput,
	async perform(api, { company: { target: company }, limit, ...choice }) {
		const found = await lookUpCompany(api, '/linkedin-agent/fetch-company-posts', company, choice);
		return 'unfinished' in found ? found.unfinished : postsOf(found.output).slice(0, limit);
	},
});
