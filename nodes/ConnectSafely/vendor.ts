import type { Resource } from '../shared/descriptions/build';
import type { Vendor } from '../shared/operation/types';
import type { ConnectSafelyApi } from './api';
import { connectConnectSafely, connectSafelyDialect } from './api';
import { getAccounts, getQuota } from './operations/account';
import { getComments } from './operations/comment';
import { getCompany, searchCompanies } from './operations/company';
import { getRelationship } from './operations/connection';
import { sendConnectionRequest } from './operations/connection/sendRequest';
import { getAttendees } from './operations/event';
import { getGroup } from './operations/group';
import { getGroupMembers } from './operations/group/members';
import { searchGroups } from './operations/group/search';
import { getJob } from './operations/job';
import { searchJobs } from './operations/job/search';
import { sendMessage } from './operations/message/send';
import { getFeed, getLatestPosts, getPost, getReposts } from './operations/post';
import { searchPosts } from './operations/post/search';
import { getProfile, getVisitors } from './operations/profile';
import { getReactions } from './operations/reaction';
import { findLocations, findSchools, findServiceCategories } from './operations/searchHelper';

export const connectSafelyResources: readonly Resource[] = [
	{
		name: 'Account',
		value: 'account',
		description: 'See which LinkedIn accounts can act, and how much they may still do',
	},
	{
		name: 'Comment',
		value: 'comment',
		description: 'See who commented on a post, and what',
	},
	{ name: 'Company', value: 'company', description: 'Find companies and read their pages' },
	{
		name: 'Connection',
		value: 'connection',
		description: 'Invite people and see who is connected with you',
	},
	{ name: 'Event', value: 'event', description: 'See who comes to an event' },
	{ name: 'Group', value: 'group', description: 'Find groups and see who is in them' },
	{ name: 'Job', value: 'job', description: 'Find jobs that are advertised, and read them' },
	{
		name: 'Message',
		value: 'message',
		description: 'Write to connections, or to anybody by InMail',
	},
	{
		name: 'Post',
		value: 'post',
		description: 'Find and read posts, and see who passed them on',
	},
	{
		name: 'Profile',
		value: 'profile',
		description: 'Read LinkedIn profiles, and see who looked at yours',
	},
	{ name: 'Reaction', value: 'reaction', description: 'See who liked a post' },
	{
		name: 'Search Helper',
		value: 'searchHelper',
		description: 'Look up the numbers that searches need: of places, schools and services',
	},
];

/** ConnectSafely.ai's table of operations: a new one is a file and a line here. */
export const connectSafely: Vendor<ConnectSafelyApi> = {
	name: 'connectSafely',
	dialect: connectSafelyDialect,
	credentialType: () => 'connectSafelyAiApi',
	connect: connectConnectSafely,
	secretFields: ['apiKey'],
	operations: [
		sendMessage,
		sendConnectionRequest,
		getRelationship,
		getProfile,
		getAccounts,
		getQuota,
		getComments,
		getReactions,
		getReposts,
		getPost,
		getLatestPosts,
		searchPosts,
		getFeed,
		getVisitors,
		getGroupMembers,
		searchGroups,
		getGroup,
		getAttendees,
		searchCompanies,
		getCompany,
		searchJobs,
		getJob,
		findLocations,
		findSchools,
		findServiceCategories,
	],
};
