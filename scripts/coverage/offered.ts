/** The node's operations that make a call, as resource.operation, or why there are none. */
export type Offer = readonly string[] | { readonly notOffered: string };

/** By call of the contract. */
export type Offers = Readonly<Record<string, Offer>>;

const WATCHLISTS = ['Keyword', 'People', 'Company', 'Reddit'];

const watchlistOffers: Offers = Object.fromEntries(
	WATCHLISTS.flatMap((type) => [
		[`create${type}Watchlist`, ['watchlist.create']],
		[`list${type}Watchlists`, ['watchlist.get', 'watchlist.getAll']],
		[`update${type}Watchlist`, ['watchlist.update']],
		[`delete${type}Watchlist`, ['watchlist.delete']],
	]),
);

const BY_MAIL = {
	notOffered: 'hands out the API key by mail; keys belong into the credential',
};

const REMOVED = {
	notOffered: 'removed by OutX in April 2026; a prompt goes to the keyword watchlist',
};

/** Of OutX. Complete: the coverage test proves each by the request it makes. */
export const outXOffers: Offers = {
	sendMessage: ['message.send'],
	sendConnectionRequest: ['connection.sendRequest'],
	fetchConnections: ['connection.getAll'],
	fetchProfile: ['profile.get'],
	searchProfiles: ['profile.search'],
	fetchProfilesPosts: ['profile.getPosts'],
	fetchCompany: ['company.get'],
	fetchCompanyPosts: ['company.getPosts'],
	likePost: ['post.like'],
	commentPost: ['post.comment'],
	getTaskStatus: ['task.get', 'task.waitFor'],
	...watchlistOffers,
	getPosts: ['collectedPost.getAll'],
	likeWatchlistPost: ['collectedPost.like'],
	commentWatchlistPost: ['collectedPost.comment'],
	getInteractions: ['interaction.getAll'],
	getTeam: ['team.get'],
	authSendOtp: BY_MAIL,
	authVerifyOtp: BY_MAIL,
	createKeywordWatchlistByPromptLegacy: REMOVED,
	updateKeywordWatchlistPromptLegacy: REMOVED,
};

/** Of ConnectSafely.ai, as far as there are operations. */
export const connectSafelyOffers: Offers = {
	listLinkedinAccounts: ['account.getAll'],
	getAccountQuota: ['account.getQuota'],
	sendMessage: ['message.send'],
	sendConnectionRequest: ['connection.sendRequest'],
	checkRelationship: ['connection.getRelationship'],
	checkRelationshipSpecificAccount: ['connection.getRelationship'],
	fetchProfile: ['profile.get'],
};

/** Of LinkupAPI, as far as there are operations. */
export const linkupOffers: Offers = {
	v1AuthLogin: ['loginToken.logIn'],
	v1AuthVerify: ['loginToken.verifyCode'],
	v1MessagesSend: ['message.send'],
	v1NetworkConnect: ['connection.sendRequest'],
	v1NetworkInvitationStatus: ['connection.getStatus'],
	v1ProfileInfo: ['profile.get'],
	'v2Messages send': ['message.send'],
	'v2Network invite': ['connection.sendRequest'],
	'v2Network check_invitation': ['connection.getStatus'],
	'v2Profiles get': ['profile.get'],
	v2AccountsList: ['account.getAll'],
	v2AccountsGet: ['account.get'],
	v2Credits: ['account.getCredits'],
};
