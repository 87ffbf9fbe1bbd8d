import { locator, useFixture } from '../../workflows/support/fixture';
import type { PlainCase } from './suite';
import { plainSuite } from './suite';

const ACCOUNT = '696ce9e780e0483585e4e553';
const account = locator(ACCOUNT, 'id');
const accountId = ACCOUNT;
const POST = 'https://www.linkedin.com/feed/update/urn:li:activity:7430667226199830528/';
const JANE = 'https://www.linkedin.com/in/jane-doe-456';

/** Records by the member that tells them apart. */
const each = (name: string, ...ids: string[]): Array<Record<string, string>> =>
	ids.map((id) => ({ [name]: id }));

const postCases: readonly PlainCase[] = [
	{
		id: 'reaction.getAll',
		call: 'POST /posts/reactions/v2',
		parameters: { post: POST },
		says: { postUrl: POST, count: 50 },
		filled: {
			parameters: { account, limit: 7 },
			says: { postUrl: POST, count: 7, accountId },
		},
		first: {
			name: 'Jane Doe',
			headline: 'Engineer',
			connectionDegree: '1st',
			publicIdentifier: 'jane-doe-456',
			profileUrl: `${JANE}/`,
			actorType: 'profile',
			reaction: 'LIKE',
		},
		pages: {
			id: 'publicIdentifier',
			answers: [
				{
					success: true,
					reactions: each('actorPublicIdentifier', 'r1', 'r2'),
					pagination: { hasNextPage: true, nextPaginationToken: 'p2' },
				},
				{
					success: true,
					reactions: each('actorPublicIdentifier', 'r2', 'r3'),
					pagination: { hasNextPage: false, nextPaginationToken: 'p3' },
				},
			],
			says: [
				{ postUrl: POST, count: 50 },
				{ postUrl: POST, count: 50, paginationToken: 'p2' },
			],
			ids: ['r1', 'r2', 'r3'],
		},
	},
	{
		id: 'post.getReposts',
		call: 'POST /posts/reposts',
		parameters: { post: 'urn:li:activity:7430667226199830528' },
		says: { postUrl: POST, count: 50 },
		filled: {
			parameters: { account, limit: 3 },
			says: { postUrl: POST, count: 3, accountId },
		},
		first: {
			name: 'Jane Doe',
			publicIdentifier: 'jane-doe-456',
			profileUrl: JANE,
			actorType: 'profile',
			repost: 'simple',
		},
		pages: {
			id: 'publicIdentifier',
			answers: [
				{
					success: true,
					reposters: each('actorPublicIdentifier', 's1', 's2'),
					pagination: { hasNextPage: true, nextStartIndex: 10, token: 'T' },
				},
				{
					success: true,
					reposters: each('actorPublicIdentifier', 's3'),
					pagination: { hasNextPage: false, nextStartIndex: 20, token: 'U' },
				},
			],
			says: [
				{ postUrl: POST, count: 50 },
				{ postUrl: POST, count: 50, startIndex: 10, token: 'T' },
			],
			ids: ['s1', 's2', 's3'],
		},
	},
	{
		id: 'post.get',
		call: 'POST /posts/scrape',
		parameters: {
			post: 'https://www.linkedin.com/posts/john-doe-123_example-activity-7430667226199830528-Cu89',
		},
		says: {
			postUrl: POST,
			forceRefresh: false,
			maxCacheAge: 24,
			maxProxyRetries: 3,
			useCache: true,
		},
		filled: {
			parameters: {
				account,
				options: { forceRefresh: true, maxCacheAge: 2, maxProxyRetries: 1, useCache: false },
			},
			says: {
				postUrl: POST,
				accountId,
				forceRefresh: true,
				maxCacheAge: 2,
				maxProxyRetries: 1,
				useCache: false,
			},
		},
		first: {
			text: 'Post text',
			author: 'John Doe',
			headline: 'Engineer',
			profileUrl: 'https://www.linkedin.com/in/john-doe-123',
			url: 'https://www.linkedin.com/posts/john-doe-123_example',
			urn: 'urn:li:activity:7430667226199830528',
			posted: '2d',
			likes: 86,
			comments: 12,
			reposts: 3,
		},
	},
	{
		id: 'post.getAll',
		call: 'POST /posts/latest',
		parameters: { recipient: locator('https://www.linkedin.com/in/john-doe-123') },
		says: { profileId: 'john-doe-123', count: 20, includeReposts: true },
		filled: {
			parameters: {
				recipient: locator('urn:li:fsd_profile:ACoAAEXAMPLE', 'urn'),
				account,
				limit: 3,
				options: { includeReposts: false },
			},
			says: {
				profileUrn: 'urn:li:fsd_profile:ACoAAEXAMPLE',
				accountId,
				count: 3,
				includeReposts: false,
			},
		},
		first: {
			text: 'Post text',
			author: 'John Doe',
			profileUrl: 'https://www.linkedin.com/in/john-doe-123',
			url: 'https://www.linkedin.com/feed/update/urn:li:activity:7429892659739029504',
			urn: 'urn:li:activity:7429892659739029504',
			posted: '1w',
			likes: 86,
			comments: 5,
			reposts: 2,
			isRepost: false,
		},
	},
	{
		id: 'post.search',
		call: 'POST /search/posts/v2',
		parameters: { keywords: 'AI' },
		says: { keywords: 'AI', exactSearch: true, start: 0, count: 50 },
		filled: {
			parameters: { account, limit: 7, options: { exactSearch: false } },
			says: { keywords: 'AI', accountId, exactSearch: false, start: 0, count: 7 },
		},
		first: {
			text: 'Post text',
			author: 'Jane Doe',
			headline: 'VP Marketing at Acme',
			profileUrl: `${JANE}/`,
			url: 'https://www.linkedin.com/feed/update/urn:li:ugcPost:7431688584019111936/',
			urn: 'urn:li:ugcPost:7431688584019111936',
			posted: '1d',
			likes: 12,
			comments: 2,
			reposts: 0,
		},
		pages: {
			id: 'urn',
			answers: [
				// Likes change while the list is read: it is the same post.
				{ success: true, posts: [{ activityUrn: 'p1' }, { activityUrn: 'p2', likes: 1 }] },
				{ success: true, posts: [{ activityUrn: 'p2', likes: 2 }, { activityUrn: 'p3' }] },
				{ success: true, posts: [] },
			],
			says: [0, 2, 4].map((start) => ({ keywords: 'AI', exactSearch: true, start, count: 50 })),
			ids: ['p1', 'p2', 'p3'],
		},
	},
	{
		id: 'post.search',
		call: 'POST /posts/search',
		parameters: { keywords: 'cold outreach', filters: { datePosted: 'past-week' } },
		says: {
			keywords: 'cold outreach',
			datePosted: 'past-week',
			exactSearch: true,
			sortBy: 'relevance',
			count: 30,
		},
		filled: {
			parameters: {
				account,
				filters: { authorJobTitles: 'Head of Sales, CRO' },
				options: { exactSearch: false, sortBy: 'date_posted' },
				limit: 7,
			},
			says: {
				keywords: 'cold outreach',
				accountId,
				datePosted: 'any-time',
				authorJobTitles: ['Head of Sales', 'CRO'],
				exactSearch: false,
				sortBy: 'date_posted',
				count: 7,
			},
		},
		answer: {
			success: true,
			posts: [
				{
					urn: 'urn:li:activity:7430667226199830528',
					url: POST,
					text: 'Post text',
					authorName: 'Jane Doe',
					authorHeadline: 'Engineer',
					authorProfileUrl: JANE,
					timestamp: '3d',
					likes: 4,
					comments: 0,
					shares: 1,
				},
			],
			pagination: { hasMore: false, nextStart: 1 },
		},
		first: {
			text: 'Post text',
			author: 'Jane Doe',
			headline: 'Engineer',
			profileUrl: JANE,
			url: POST,
			urn: 'urn:li:activity:7430667226199830528',
			posted: '3d',
			likes: 4,
			comments: 0,
			reposts: 1,
		},
		pages: {
			id: 'urn',
			answers: [
				{
					success: true,
					posts: [{ urn: 'u1' }, { urn: 'u2' }],
					pagination: { hasMore: true, nextStart: 30 },
				},
				{
					success: true,
					posts: [{ urn: 'u3' }],
					pagination: { hasMore: false, nextStart: 60 },
				},
			],
			says: [{}, { start: 30 }].map((from) => ({
				keywords: 'cold outreach',
				datePosted: 'past-week',
				exactSearch: true,
				sortBy: 'relevance',
				count: 30,
				...from,
			})),
			ids: ['u1', 'u2', 'u3'],
		},
	},
	{
		id: 'post.getFeed',
		call: 'POST /feed',
		parameters: {},
		says: { sortOrder: 'relevance', start: 0, count: 50 },
		filled: {
			parameters: { account, sortOrder: 'recent', limit: 7 },
			says: { accountId, sortOrder: 'recent', start: 0, count: 7 },
		},
		answer: {
			success: true,
			count: 7,
			posts: Array.from({ length: 50 }, (_, index) => ({
				activityUrn: `urn:li:activity:74306672261998305${10 + index}`,
				postUrl: POST,
				author: { name: 'Jane Doe', headline: 'Engineer', profileUrl: JANE },
				content: 'Post text',
				timestamp: '3h',
				engagement: { reactions: 4, comments: 3, reposts: 2 },
			})),
		},
		count: 50,
		first: {
			text: 'Post text',
			author: 'Jane Doe',
			headline: 'Engineer',
			profileUrl: JANE,
			url: POST,
			urn: 'urn:li:activity:7430667226199830510',
			posted: '3h',
			likes: 4,
			comments: 3,
			reposts: 2,
		},
	},
	{
		id: 'profile.getVisitors',
		call: 'POST /profile/visitors',
		parameters: {},
		says: { timeRange: 'past_90_days', maxVisitors: 20, start: 0, count: 20 },
		filled: {
			parameters: { account, timeRange: 'past_7_days', limit: 7 },
			says: { accountId, timeRange: 'past_7_days', maxVisitors: 20, start: 0, count: 7 },
		},
		first: {
			name: 'Jane Doe',
			headline: 'VP Marketing at Acme',
			viewed: 'Viewed 47m ago',
			connectionDegree: '2nd',
			publicIdentifier: 'jane-doe-456',
			profileUrl: JANE,
			urn: 'urn:li:fsd_profile:ACoAAEXAMPLE',
		},
		pages: {
			id: 'name',
			answers: [
				{
					success: true,
					// Who hides looks like the next one that hides, and each is a visitor.
					visitors: [
						{ name: 'Jane', entityUrn: 'a' },
						{ name: 'LinkedIn Member', entityUrn: '' },
						{ name: 'LinkedIn Member', entityUrn: '' },
					],
					hasMore: true,
				},
				{ success: true, visitors: [{ name: 'Joe', entityUrn: 'b' }], hasMore: false },
			],
			says: [0, 3].map((start) => ({
				timeRange: 'past_90_days',
				maxVisitors: 20,
				start,
				count: 20,
			})),
			ids: ['Jane', 'LinkedIn Member', 'LinkedIn Member', 'Joe'],
		},
	},
];

const MEMBER = {
	name: 'Jane Doe',
	headline: 'Engineer',
	role: 'MEMBER',
	publicIdentifier: 'jane-doe-456',
	profileUrl: JANE,
	urn: 'urn:li:fsd_profile:ACoAAEXAMPLE',
};

const membersOf = (named: Record<string, string>): NonNullable<PlainCase['pages']> => ({
	id: 'publicIdentifier',
	answers: [
		{ success: true, members: each('publicIdentifier', 'm1', 'm2'), hasMore: true },
		{ success: true, members: each('publicIdentifier', 'm3'), hasMore: false },
	],
	says: [
		{ ...named, start: 0, count: 100 },
		{ ...named, start: 2, count: 100 },
	],
	ids: ['m1', 'm2', 'm3'],
});

const groupCases: readonly PlainCase[] = [
	{
		id: 'group.getMembers',
		call: 'POST /groups/members',
		parameters: { group: '12345678' },
		says: { groupId: '12345678', start: 0, count: 50 },
		filled: {
			parameters: {
				account,
				filters: { memberName: 'Jane', roles: ['OWNER', 'MANAGER'] },
				limit: 7,
			},
			says: {
				groupId: '12345678',
				accountId,
				typeaheadQuery: 'Jane',
				membershipStatuses: ['OWNER', 'MANAGER'],
				start: 0,
				count: 7,
			},
		},
		first: MEMBER,
		pages: membersOf({ groupId: '12345678' }),
	},
	{
		id: 'group.getMembers',
		call: 'POST /groups/members-by-url',
		parameters: { group: 'https://www.linkedin.com/groups/12345678/members/?q=1' },
		says: { groupUrl: 'https://www.linkedin.com/groups/12345678', start: 0, count: 50 },
		filled: {
			parameters: { account, filters: { roles: ['MEMBER'] } },
			says: {
				groupUrl: 'https://www.linkedin.com/groups/12345678',
				accountId,
				membershipStatuses: ['MEMBER'],
				start: 0,
				count: 50,
			},
		},
		first: MEMBER,
		pages: membersOf({ groupUrl: 'https://www.linkedin.com/groups/12345678' }),
	},
	{
		id: 'group.search',
		call: 'POST /search/groups',
		parameters: { keywords: 'GTM' },
		says: { keywords: 'GTM', start: 0, count: 25 },
		filled: {
			parameters: { account, limit: 7 },
			says: { keywords: 'GTM', accountId, start: 0, count: 7 },
		},
		first: {
			name: 'GTM people',
			members: 1000,
			isPrivate: false,
			id: '9121382',
			url: 'https://www.linkedin.com/groups/9121382/',
		},
		pages: {
			id: 'id',
			answers: [
				{ success: true, groups: each('groupId', '1', '2'), hasMore: true },
				{ success: true, groups: each('groupId', '3'), hasMore: false },
			],
			says: [0, 2].map((start) => ({ keywords: 'GTM', start, count: 25 })),
			ids: ['1', '2', '3'],
		},
	},
	{
		id: 'group.get',
		call: 'POST /search/groups/details',
		parameters: { group: 'https://www.linkedin.com/groups/9121382/' },
		says: { groupId: '9121382' },
		filled: { parameters: { account }, says: { groupId: '9121382', accountId } },
		first: {
			memberInsights: [{ insight: 'Are located in India', count: 120 }],
			totalInsights: 1,
		},
	},
	{
		id: 'event.getAttendees',
		call: 'GET /events/{eventId}/attendees',
		parameters: { event: 'https://www.linkedin.com/events/summit20267453424948037070848/about/' },
		path: '/events/7453424948037070848/attendees',
		says: { start: 0, count: 10 },
		filled: { parameters: { account, limit: 7 }, says: { start: 0, count: 10, accountId } },
		first: {
			name: 'Jane Doe',
			headline: 'VP Marketing at Acme',
			location: 'Berlin',
			connectionDegree: '2nd',
			publicIdentifier: 'jane-doe-456',
			profileUrl: JANE,
			urn: 'urn:li:fsd_profile:ACoAAEXAMPLE',
		},
		pages: {
			id: 'urn',
			answers: [
				{ success: true, attendees: each('fsdProfileUrn', 'e1', 'e2'), paging: { total: 25 } },
				// Nobody on this page may be seen: that is not the end.
				{ success: true, attendees: [], paging: { total: 25 } },
				{ success: true, attendees: each('fsdProfileUrn', 'e3'), paging: { total: 25 } },
			],
			says: [0, 10, 20].map((start) => ({ start, count: 10 })),
			ids: ['e1', 'e2', 'e3'],
		},
	},
];

const searchCases: readonly PlainCase[] = [
	{
		id: 'company.search',
		call: 'POST /search/companies',
		parameters: { keywords: 'google' },
		says: { keywords: 'google', start: 0, count: 50 },
		filled: {
			parameters: {
				account,
				keywords: 'https://www.linkedin.com/sales/search/company?query=(filters:List())',
				limit: 7,
			},
			says: {
				url: 'https://www.linkedin.com/sales/search/company?query=(filters:List())',
				accountId,
				start: 0,
				count: 7,
			},
		},
		first: {
			name: 'Google',
			industry: 'Software Development',
			location: 'Mountain View, CA',
			headline: 'Software Development • Mountain View, CA',
			description: 'Company text',
			followers: 41000000,
			id: '1441',
			universalName: 'google',
			url: 'https://www.linkedin.com/company/google/',
		},
		pages: {
			id: 'id',
			answers: [
				{ success: true, companies: each('companyId', '1', '2'), hasMore: true },
				{ success: true, companies: each('companyId', '3'), hasMore: false },
			],
			says: [0, 2].map((start) => ({ keywords: 'google', start, count: 50 })),
			ids: ['1', '2', '3'],
		},
	},
	{
		id: 'company.get',
		call: 'POST /search/companies/details',
		parameters: { company: 'https://www.linkedin.com/company/Google/about/' },
		says: { companyId: 'google' },
		filled: {
			parameters: { account, company: '1441' },
			says: { companyId: '1441', accountId },
		},
		first: {
			name: 'Google',
			website: 'https://example.com',
			employees: 334483,
			description: 'Company text',
			specialities: ['search', 'ads'],
			id: '1441',
			url: 'https://www.linkedin.com/company/google/',
		},
	},
	{
		id: 'job.search',
		call: 'POST /search/jobs',
		parameters: { keywords: 'VP of Marketing' },
		says: { keywords: 'VP of Marketing', start: 0, count: 25 },
		filled: {
			parameters: {
				account,
				filters: {
					datePosted: 'past-week',
					employmentType: 'full-time',
					experienceLevel: 'senior, director',
					geoId: 106967730,
					workplaceType: 'remote',
				},
			},
			says: {
				keywords: 'VP of Marketing',
				accountId,
				filters: {
					datePosted: 'past-week',
					employmentType: ['full-time'],
					experienceLevel: ['senior', 'director'],
					geoId: '106967730',
					workplaceType: ['remote'],
				},
				start: 0,
				count: 25,
			},
		},
		first: {
			title: 'Software Engineer',
			company: 'Acme',
			location: 'Berlin, Germany',
			isRemote: true,
			isHybrid: false,
			posted: 'Posted 4 days ago',
			easyApply: false,
			id: '4367156030',
			url: 'https://www.linkedin.com/jobs/view/4367156030/',
		},
		pages: {
			id: 'id',
			answers: [
				{ success: true, jobs: each('jobId', '1', '2'), hasMore: true },
				{ success: true, jobs: [], hasMore: true },
				{ success: true, jobs: [], hasMore: true },
				{ success: true, jobs: each('jobId', '3'), hasMore: false },
			],
			says: [0, 25, 50, 75].map((start) => ({ keywords: 'VP of Marketing', start, count: 25 })),
			ids: ['1', '2', '3'],
		},
	},
	{
		id: 'job.get',
		call: 'POST /search/jobs/details',
		parameters: { job: 'https://www.linkedin.com/jobs/search/?currentJobId=4445130437&geoId=1' },
		says: { jobId: '4445130437' },
		filled: {
			parameters: { account, job: '4445130437' },
			says: { jobId: '4445130437', accountId },
		},
		first: {
			title: 'Sales Lead',
			company: 'Acme',
			location: 'Berlin, Germany',
			workplaceType: 'On-site',
			employmentType: 'Full-time',
			posted: '2 weeks ago',
			description: 'Job text',
			easyApply: true,
			id: '4445130437',
			url: 'https://www.linkedin.com/jobs/view/4445130437/',
		},
	},
	{
		id: 'searchHelper.findLocations',
		call: 'POST /search/geo',
		parameters: { keywords: 'Ohio' },
		says: { keywords: 'Ohio' },
		filled: {
			parameters: { account, filters: { countryCodes: 'us, de' } },
			says: { keywords: 'Ohio', accountId, countryCodes: ['US', 'DE'] },
		},
		first: { name: 'Ohio, United States', geoId: '106981407', countryCode: 'US' },
	},
	{
		id: 'searchHelper.findSchools',
		call: 'POST /search/schools',
		parameters: { keywords: 'Stanford' },
		says: { keywords: 'Stanford' },
		filled: { parameters: { account }, says: { keywords: 'Stanford', accountId } },
		first: { name: 'Stanford University', schoolId: '1792' },
	},
	{
		id: 'searchHelper.findServiceCategories',
		call: 'POST /search/service-categories',
		parameters: { keywords: 'Fina' },
		says: { keywords: 'Fina' },
		filled: { parameters: { account }, says: { keywords: 'Fina', accountId } },
		first: { name: 'Financial Analysis', serviceCategoryId: '826' },
	},
];

const fixture = useFixture();

plainSuite(fixture, 'connectSafely', 'ConnectSafely', [
	...postCases,
	...groupCases,
	...searchCases,
]);
