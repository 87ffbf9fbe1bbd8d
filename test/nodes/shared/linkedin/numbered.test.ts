import fc from 'fast-check';

import { NotNumbered, readNumbered } from '../../../../nodes/shared/linkedin';

const EVENT = '7453424948037070848';

describe('a group, an event, a job is read', () => {
	it.each([
		['group', '12345678', '12345678'],
		['group', 12345678, '12345678'],
		['group', 'https://www.linkedin.com/groups/12345678', '12345678'],
		['group', 'linkedin.com/groups/12345678/members/?query=a', '12345678'],
		['group', 'https://www.linkedin.com/groups/Sales-People-12345678/about', '12345678'],
		['group', 'https://www.linkedin.com/groups?gid=12345678', '12345678'],
		['group', 'urn:li:fsd_group:12345678', '12345678'],
		['group', ' "urn:li:group:12345678" ', '12345678'],
		['event', EVENT, EVENT],
		['event', `https://www.linkedin.com/events/${EVENT}/`, EVENT],
		['event', `https://www.linkedin.com/events/saas-summit-2026${EVENT}/about/`, EVENT],
		[
			'event',
			`https://www.linkedin.com/search/results/people/?eventAttending=%5B%22${EVENT}%22%5D`,
			EVENT,
		],
		['event', `urn:li:fsd_professionalEvent:${EVENT}`, EVENT],
		['job', '4445130437', '4445130437'],
		['job', 'https://www.linkedin.com/jobs/view/4445130437/', '4445130437'],
		['job', 'https://de.linkedin.com/jobs/view/vp-sales-at-acme-4445130437?trk=x', '4445130437'],
		['job', 'https://www.linkedin.com/jobs/search/?currentJobId=4445130437&f_C=1', '4445130437'],
		['job', 'urn:li:fsd_jobPosting:4445130437', '4445130437'],
	] as const)('%s: %s', (kind, given, id) => {
		expect(readNumbered(kind, given)).toEqual({ id });
	});
});

describe('nothing is read', () => {
	it.each([
		['group', ''],
		['group', 'Sales People'],
		['group', 'https://www.linkedin.com/in/jane-doe'],
		['group', 'https://www.linkedin.com/company/1441'],
		['group', 'https://www.linkedin.com/groups/12345678abc'],
		['group', 'https://www.linkedin.com/groups/'],
		['group', 'https://example.com/groups/12345678'],
		['group', 'https://www.linkedin.com/groups/123 https://www.linkedin.com/groups/456'],
		['group', 'urn:li:fsd_profile:ACoAAEXAMPLE'],
		['group', '{{ $json.group }}'],
		['group', 7453424948037070848],
		['event', '745342494803707084'],
		['event', `https://www.linkedin.com/events/${EVENT}9`],
		['event', 'https://www.linkedin.com/events/summit-2026/'],
		[
			'event',
			`https://www.linkedin.com/search/results/people/?eventAttending=["${EVENT}","7453424948037070849"]`,
		],
		['job', 'https://www.linkedin.com/jobs/search/?keywords=4445130437'],
		['job', 'urn:li:activity:7430667226199830528'],
		['job', undefined],
		['job', {}],
		['job', Number.NaN],
	] as const)('as a %s from %s', (kind, given) => {
		expect(() => readNumbered(kind, given)).toThrow(NotNumbered);
	});
});

it('what comes out is always digits, and nothing else is ever thrown', () => {
	const pieces = fc.array(
		fc.oneof(
			fc.string(),
			fc.constantFrom('https://', 'www.linkedin.com/', 'groups/', 'events/', 'jobs/view/', '?gid='),
			fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
		),
		{ maxLength: 6 },
	);
	fc.assert(
		fc.property(fc.constantFrom('group', 'event', 'job'), pieces, (kind, parts) => {
			const text = parts.join('');
			try {
				const { id } = readNumbered(kind, text);
				expect(id).toMatch(/^[1-9]\d{0,18}$/);
				expect(text).toContain(id);
			} catch (error) {
				expect(error).toBeInstanceOf(NotNumbered);
			}
		}),
	);
});
