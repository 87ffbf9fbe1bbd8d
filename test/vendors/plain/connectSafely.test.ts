import { locator, useFixture } from '../../workflows/support/fixture';
import type { PlainCase } from './suite';
import { plainSuite } from './suite';

const ACCOUNT = '696ce9e780e0483585e4e553';
const account = locator(ACCOUNT, 'id');
const POST = 'https://www.linkedin.com/feed/update/urn:li:activity:7431898703118110720';
const accountId = ACCOUNT;

const COMMENT = {
	commentId: 'c1',
	authorName: 'Jane Doe',
	commentText: 'Well said.',
	publicIdentifier: 'jane-doe-456',
	createdAt: 1771906196752,
};

const CASES: readonly PlainCase[] = [
	{
		id: 'comment.getAll',
		call: 'POST /posts/comments',
		parameters: { post: POST },
		says: { postUrl: `${POST}/`, commentCount: 50 },
		filled: {
			parameters: { account, limit: 7 },
			says: { postUrl: `${POST}/`, commentCount: 7, accountId },
		},
		first: {
			id: 'urn:li:fsd_comment:(7431913248658059265,urn:li:ugcPost:7431898701888966656)',
			text: 'Well said.',
			author: 'Jane Doe',
			headline: 'Engineer',
			publicIdentifier: 'jane-doe-456',
			profileUrl: 'https://www.linkedin.com/in/jane-doe-456',
			urn: 'urn:li:fsd_profile:ACoAAEXAMPLE',
			createdAt: '2026-02-24T04:09:56.752Z',
			likes: 5,
			replies: 2,
		},
		pages: {
			id: 'id',
			answers: [
				{
					success: true,
					comments: [COMMENT, { ...COMMENT, commentId: 'c2' }],
					pagination: { hasNextPage: true, nextPaginationToken: 'p2' },
				},
				{
					success: true,
					comments: [{ ...COMMENT, commentId: 'c3' }],
					pagination: { hasNextPage: false, nextPaginationToken: null },
				},
			],
			says: [
				{ postUrl: `${POST}/`, commentCount: 100 },
				{ postUrl: `${POST}/`, commentCount: 100, paginationToken: 'p2' },
			],
			ids: ['c1', 'c2', 'c3'],
		},
	},
];

plainSuite(useFixture(), 'connectSafely', 'ConnectSafely', CASES);
