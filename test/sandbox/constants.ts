const lookAlike = (name: string, number = 1): string =>
	`sandbox-${name}-${String(number).padStart(4, '0')}`;

/** Keys the sandbox accepts: look-alikes, worth nothing anywhere else. */
export const KEYS = {
	outX: lookAlike('outx-key'),
	connectSafely: lookAlike('connectsafely-key'),
	linkupApi: lookAlike('linkupapi-key'),
	loginToken: `AQEDAR-${lookAlike('login-token')}`,
} as const;

/** The LinkedIn accounts that send. */
export const ACCOUNTS = {
	/** OutX: the team's oldest admin, the only sender of the key. */
	outXAdmin: 'outx-admin-0001',
	/** ConnectSafely: acts when no accountId is given; Premium, with InMail credits. */
	connectSafelyDefault: '60d21b4667d0d8992e610c85',
	connectSafelySecond: '60d21b4667d0d8992e610c86',
	/** Warming up, no API seat: every act answers 403. */
	connectSafelyWarmup: '60d21b4667d0d8992e610c87',
	/** LinkupAPI: the account behind KEYS.loginToken in V1 and this id in V2; Premium. */
	linkupMain: '69c127c37cae0494dd827286',
	/** Free LinkedIn account: notes of at most 200 characters in V2. */
	linkupSecond: '69c127c37cae0494dd827287',
	/** Disconnected: 403 ACCOUNT_INACTIVE. */
	linkupInactive: '69c127c37cae0494dd827288',
} as const;

/** LinkedIn sign-ins for POST /v1/auth/login. */
export const LOGINS = {
	/** Trusted: the token comes back at once, and it is KEYS.loginToken. */
	trusted: { email: 'trusted@sandbox.example', password: lookAlike('password'), country: 'FR' },
	/** Asks for a code. */
	challenged: {
		email: 'sales@sandbox.example',
		password: lookAlike('password', 2),
		country: 'FR',
		code: '123456',
		loginToken: `AQEDAR-${lookAlike('login-token', 2)}`,
	},
} as const;

/** The same people stand in the same relation to every account that can send. */
export const PEOPLE = {
	connected: 'josé-garcía',
	connectedToo: 'jane-doe-sales',
	stranger: 'marie-lefevre-3b2',
	strangerToo: 'hiroshi-tanaka',
	/** Stranger with an open profile: InMail costs no credit. */
	openProfile: 'ana-souza',
	/** Stranger in group GROUP_ID. */
	groupMember: '김민준',
	/** Already has a pending invitation from the sender. */
	invited: 'olga-ivanova-77',
	/** Has sent the sender an invitation. */
	inviting: 'lars-nielsen',
	/** Profile hidden: thin to read, impossible to reach. */
	restricted: 'private-member-91',
	/** No such member. */
	unknown: 'nobody-with-this-name',
} as const;

export const GROUP_ID = '12345678';

export const DEFAULT_SEED = 1;
export const DEFAULT_PORT = 5699;
