import type { Resource } from '../shared/descriptions/build';
import type { Vendor } from '../shared/operation/types';
import type { OutXApi } from './api';
import { connectOutX, outXDialect } from './api';
import { getCollectedPosts } from './operations/collectedPost';
import { commentOnCollectedPost } from './operations/collectedPost/comment';
import { likeCollectedPost } from './operations/collectedPost/like';
import { getCompany, getCompanyPosts } from './operations/company';
import { getConnections } from './operations/connection';
import { sendConnectionRequest } from './operations/connection/sendRequest';
import { getInteractions } from './operations/interaction';
import { sendMessage } from './operations/message/send';
import { commentOnPost } from './operations/post/comment';
import { likePost } from './operations/post/like';
import { getProfile, getProfilePosts } from './operations/profile';
import { searchProfiles } from './operations/profile/search';
import { getTask, waitForTask } from './operations/task';
import { getTeam } from './operations/team';
import { getWatchlist, getWatchlists } from './operations/watchlist';
import { createWatchlist } from './operations/watchlist/create';
import { deleteWatchlist } from './operations/watchlist/delete';
import { updateWatchlist } from './operations/watchlist/update';

export const outXResources: readonly Resource[] = [
	{
		name: 'Collected Post',
		value: 'collectedPost',
		description: 'Read, like and comment on what your watchlists have found',
	},
	{ name: 'Company', value: 'company', description: 'Read company pages and their posts' },
	{
		name: 'Connection',
		value: 'connection',
		description: 'Invite people and list your connections',
	},
	{
		name: 'Interaction',
		value: 'interaction',
		description: "Likes and comments on your watchlists' posts",
	},
	{ name: 'Message', value: 'message', description: 'Write to your connections' },
	{ name: 'Post', value: 'post', description: 'Like LinkedIn posts and comment on them' },
	{ name: 'Profile', value: 'profile', description: 'Read and find LinkedIn profiles' },
	{ name: 'Task', value: 'task', description: 'Look at what the OutX browser extension is doing' },
	{ name: 'Team', value: 'team', description: 'Your OutX team, its plan and its usage' },
	{
		name: 'Watchlist',
		value: 'watchlist',
		description: 'What OutX looks for on LinkedIn and Reddit',
	},
];

/** OutX's table of operations: a new one is a file and a line here. */
export const outX: Vendor<OutXApi> = {
	name: 'outX',
	dialect: outXDialect,
	credentialType: () => 'outXApi',
	connect: connectOutX,
	secretFields: ['apiKey'],
	operations: [
		sendMessage,
		sendConnectionRequest,
		getConnections,
		getProfile,
		searchProfiles,
		getProfilePosts,
		getCompany,
		getCompanyPosts,
		likePost,
		commentOnPost,
		getTask,
		waitForTask,
		createWatchlist,
		getWatchlist,
		getWatchlists,
		updateWatchlist,
		deleteWatchlist,
		getCollectedPosts,
		likeCollectedPost,
		commentOnCollectedPost,
		getInteractions,
		getTeam,
	],
};
