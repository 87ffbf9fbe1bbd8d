import { isObject } from '../../shared/json/json';
import { text, yesNo } from '../../shared/operation/simple';
import { plainRead } from '../api';
import { found, missing, sameThing } from '../asked';
import { account } from '../fields';
import { job } from '../numbered';

/** A job that is advertised (connectsafely.ai/docs/api, Get Job Details): the answer is the job itself. */
export const getJob = plainRead({
	resource: 'job',
	operation: 'get',
	name: 'Get',
	action: 'Get a LinkedIn job',
	description: 'Read one job that is advertised, with its whole text',
	fields: [job, account],
	route: 'POST /search/jobs/details',
	rules: [missing('job', 'Job')],
	send: ({ job: { target }, account: accountId }) => ({ accountId, jobId: target.id }),
	prove: (body, { job: { target } }) =>
		sameThing('job', 'Job', [target.id, isObject(body) ? body.jobId : undefined]),
	each({ jobId, ...record }) {
		found(record, 'job', 'Job');
		return { jobId, ...record };
	},
	simple: {
		...{ title: text('title'), company: text('companyName'), location: text('location') },
		...{ workplaceType: text('workplaceType'), employmentType: text('employmentType') },
		// As LinkedIn shows it, such as "2 weeks ago": the vendor has no moment.
		...{ posted: text('postedText'), description: text('description') },
		...{ easyApply: yesNo('easyApply'), id: text('jobId'), url: text('jobUrl', 'linkedinUrl') },
	},
});
