/** What of the nodes makes a call, as resource.operation or trigger.event, or why nothing does. */
export type Offer = readonly string[] | { readonly notOffered: string };

/** By call, named as in contract.ts. */
export type Offers = Readonly<Record<string, Offer>>;

const WATCHLISTS = ['keyword', 'people', 'company', 'reddit'];

const watchlistOffers: Offers = Object.fromEntries(
	WATCHLISTS.flatMap((type) => [
		[`POST /api-${type}-watchlist`, ['watchlist.create']],
		[`GET /api-${type}-watchlist`, ['watchlist.get', 'watchlist.getAll']],
		[`PUT /api-${type}-watchlist`, ['watchlist.update']],
		[`DELETE /api-${type}-watchlist`, ['watchlist.delete']],
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
	'POST /linkedin-agent/send-message': ['message.send'],
	'POST /linkedin-agent/send-connection-request': ['connection.sendRequest'],
	'POST /linkedin-agent/fetch-connections': ['connection.getAll', 'outXTrigger.newConnection'],
	'POST /linkedin-agent/fetch-profile': ['profile.get'],
	'POST /linkedin-agent/search-profiles': ['profile.search'],
	'POST /linkedin-agent/fetch-profiles-posts': ['profile.getPosts'],
	'POST /linkedin-agent/fetch-company': ['company.get'],
	'POST /linkedin-agent/fetch-company-posts': ['company.getPosts'],
	'POST /linkedin-agent/like-post': ['post.like'],
	'POST /linkedin-agent/comment-post': ['post.comment'],
	'GET /linkedin-agent/get-task-status': ['task.get', 'task.waitFor'],
	...watchlistOffers,
	'GET /api-posts': ['collectedPost.getAll', 'outXTrigger.newCollectedPost'],
	'POST /api-like': ['collectedPost.like'],
	'POST /api-comment': ['collectedPost.comment'],
	'GET /api-interactions': ['interaction.getAll', 'outXTrigger.newInteraction'],
	'GET /api-team': ['team.get'],
	'POST /linkedin-agent/auth-send-otp': BY_MAIL,
	'POST /linkedin-agent/auth-verify-otp': BY_MAIL,
	'POST /api-keyword-watchlist-prompt': REMOVED,
	'PUT /api-keyword-watchlist-prompt': REMOVED,
};

/** Of ConnectSafely.ai, as far as there are operations. */
export const connectSafelyOffers: Offers = {
	'GET /accounts': ['account.getAll'],
	'GET /account/{accountId}/quota': ['account.getQuota'],
	'POST /message': ['message.send'],
	'POST /connect': ['connection.sendRequest'],
	'GET /relationship/{profileId}': ['connection.getRelationship'],
	'GET /relationship/{accountId}/{profileId}': ['connection.getRelationship'],
	'POST /profile': ['profile.get'],
};

/** Of LinkupAPI, as far as there are operations. */
export const linkupOffers: Offers = {
	'POST /v1/auth/login': ['loginToken.logIn'],
	'POST /v1/auth/verify': ['loginToken.verifyCode'],
	'POST /v1/messages/send-message': ['message.send'],
	'POST /v1/network/connect': ['connection.sendRequest'],
	'POST /v1/network/invitation-status': ['connection.getStatus'],
	'POST /v1/profile/info': ['profile.get'],
	'v2Messages send': ['message.send'],
	'v2Network invite': ['connection.sendRequest'],
	'v2Network check_invitation': ['connection.getStatus'],
	'v2Profiles get': ['profile.get'],
	'GET /v2/accounts': ['account.getAll'],
	'GET /v2/accounts/{account_id}': ['account.get'],
	'GET /v2/credits': ['account.getCredits'],
};
