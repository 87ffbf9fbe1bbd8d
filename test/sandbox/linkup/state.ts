import { ACCOUNTS, KEYS, LOGINS } from '../constants';
import { MINUTE } from '../world/calendar';
import type { Account } from '../world/accounts';
import type { World } from '../world/world';

/** A LinkedIn sign-in. With a `code` LinkedIn asks for it before the token comes out. */
export interface Login {
	email: string;
	password: string;
	country: string;
	code?: string;
	loginToken: string;
	accountId: string;
}

/** Switches of LinkupAPI, with their values after a reset. */
class LinkupSettings {
	keyRevoked = false;
	/** V1: failures inside HTTP 200, as the vendor mostly does, or under real codes. */
	v1Errors: 'in200' | 'httpCodes' = 'in200';
	/** V1: which member carries the text of a failure. */
	v1ErrorText: 'message' | 'data' | 'detail' = 'message';
	/** V1: where login and verify put the token. */
	tokenPlace: 'top' | 'data' = 'top';
	/**
	 * V1: add message URN, conversation and time to the answer of send-message, as newer copies do.
	 */
	v1MessageData = false;
	/** `number`: a raw JSON number of 19 digits, which JSON.parse rounds. */
	invitationIdAs: 'string' | 'number' = 'string';
	/** V1: where a bare ACoAA… id passes for linkedin_url; documented for messages only. */
	v1BareIds: 'messages' | 'everywhere' = 'messages';
	/** V1 says "any LinkedIn user"; true = only 1st-degree connections can be written to. */
	v1OnlyConnections = false;
	/** V2 without `inmail`. */
	v2OnlyConnections = true;
	/** HTTP status of CHANNEL_ERROR, which is not documented. */
	channelErrorStatus = 400;
	/** LinkedIn throttles every account. */
	linkedinThrottled = false;
	/** Requests a key may make in any minute; off unless set (documented for V1: 300). */
	rateLimitPerMinute: number | undefined = undefined;
	/** Left to the key, V1 and V2 together. */
	credits = 1_000_000;
}

/** LinkupAPI: credits, LinkedIn sign-ins and their tokens. */
export class LinkupState extends LinkupSettings {
	/** Who can sign in; add to it at will. */
	readonly logins: Login[] = [];
	private readonly tokens = new Map<string, string>();
	private readonly challenges = new Map<string, Login>();
	private calls: number[] = [];

	constructor(private readonly world: World) {
		super();
	}

	reset(): void {
		Object.assign(this, new LinkupSettings());
		this.tokens.clear();
		this.challenges.clear();
		this.calls = [];
		this.logins.splice(
			0,
			Infinity,
			{ ...LOGINS.trusted, loginToken: KEYS.loginToken, accountId: ACCOUNTS.linkupMain },
			{ ...LOGINS.challenged, accountId: ACCOUNTS.linkupSecond },
		);
		this.tokens.set(KEYS.loginToken, ACCOUNTS.linkupMain);
	}

	/** Lets a token act for an account. */
	issueToken(token: string, accountId: string): void {
		this.tokens.set(token, accountId);
	}

	/** LinkedIn revokes the cookie. */
	expireToken(token: string): void {
		this.tokens.delete(token);
	}

	accountOf(token: string): Account | undefined {
		const id = this.tokens.get(token);
		return id === undefined ? undefined : this.world.account(id);
	}

	/** LinkedIn has mailed a code for this sign-in. */
	challenge(login: Login): void {
		this.challenges.set(login.email, login);
	}

	/**
	 * The sign-in that waits for this code, if e-mail and country are the same as in the first step.
	 */
	answerChallenge(email: string, country: string, code: string): Login | undefined {
		const login = this.challenges.get(email);
		if (!login || login.code !== code || login.country !== country) return undefined;
		this.challenges.delete(email);
		return login;
	}

	/** Counts a request; true when the key is too fast. */
	tooFast(): boolean {
		if (this.rateLimitPerMinute === undefined) return false;
		const now = this.world.now();
		this.calls = this.calls.filter((at) => at > now - MINUTE);
		if (this.calls.length >= this.rateLimitPerMinute) return true;
		this.calls.push(now);
		return false;
	}
}
