/** What both LinkupAPI credentials say. */
export const LINKUP_BASE_URL = 'https://api.linkupapi.com';

export const LINKUP_WRONG_KEY =
	'LinkupAPI does not accept this API key. Copy the key again at app.linkupapi.com and paste it here.';
