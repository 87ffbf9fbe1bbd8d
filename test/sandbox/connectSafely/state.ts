import { ACCOUNTS } from '../constants';
import { HOUR, MINUTE } from '../world/calendar';
import type { World } from '../world/world';
import { Quotas } from './quotas';

const CACHE = 6 * HOUR;

/** Switches of ConnectSafely, with their values after a reset. */
class ConnectSafelySettings {
	/** Acts when a call names no account. */
	defaultAccountId: string = ACCOUNTS.connectSafelyDefault;
	keyRevoked = false;
	/** Every call answers 403. */
	trialOver = false;
	/**
	 * `error` = {error, success}; `code` = {success, code, message}; `zod` = Zod's form for
	 * validation errors.
	 */
	errorShape: 'error' | 'code' | 'zod' = 'error';
	/** Newer versions add `_deprecated` to the answers of POST /message. */
	deprecationNotice = false;
	/** Requests a key may make in any minute; off unless set (documented: 60). */
	velocityLimit: number | undefined = undefined;
	/** Where a bare ACoAA… id passes for a slug, as it does in LinkedIn's own URLs; undocumented. */
	memberIdsAsSlugs: 'never' | 'reads' | 'always' = 'reads';
}

/** ConnectSafely: quotas, holds, the profile cache. */
export class ConnectSafelyState extends ConnectSafelySettings {
	readonly quotas: Quotas;
	private readonly holds = new Map<string, number>();
	private readonly cache = new Map<string, number>();
	private readonly viewed = new Map<string, number>();
	private calls: number[] = [];

	constructor(private readonly world: World) {
		super();
		this.quotas = new Quotas(world.now);
	}

	reset(): void {
		Object.assign(this, new ConnectSafelySettings());
		this.quotas.reset();
		this.holds.clear();
		this.cache.clear();
		this.viewed.clear();
		this.calls = [];
	}

	/** Until when the account's connection requests are on hold. */
	holdUntil(accountId: string): number | undefined {
		const until = this.holds.get(accountId);
		return until !== undefined && until > this.world.now() ? until : undefined;
	}

	/** Puts connection requests on hold for 24 hours; a hold that is running stays as it is. */
	hold(accountId: string): number {
		const until = this.holdUntil(accountId) ?? this.world.now() + 24 * HOUR;
		this.holds.set(accountId, until);
		return until;
	}

	/** When the account's cached copy of the profile was made, if it is still good. */
	cachedAt(accountId: string, profileId: string): number | undefined {
		const at = this.cache.get(`${accountId}|${profileId}`);
		return at !== undefined && this.world.now() - at < CACHE ? at : undefined;
	}

	expiresAt(cachedAt: number): number {
		return cachedAt + CACHE;
	}

	remember(accountId: string, profileId: string): void {
		this.cache.set(`${accountId}|${profileId}`, this.world.now());
	}

	/** Whether the profile already counts among today's unique profiles. */
	countedToday(accountId: string, profileId: string): boolean {
		const day = this.quotas.resetsAt('PROFILE_VIEW');
		return this.viewed.get(`${accountId}|${profileId}`) === day;
	}

	count(accountId: string, profileId: string): void {
		this.viewed.set(`${accountId}|${profileId}`, this.quotas.resetsAt('PROFILE_VIEW'));
		this.quotas.spend(accountId, 'PROFILE_VIEW');
	}

	/** Counts a request; returns the ms to wait when the key is too fast. */
	tooFast(): number | undefined {
		if (this.velocityLimit === undefined) return undefined;
		const now = this.world.now();
		this.calls = this.calls.filter((at) => at > now - MINUTE);
		if (this.calls.length >= this.velocityLimit) return this.calls[0] + MINUTE - now;
		this.calls.push(now);
		return undefined;
	}
}
