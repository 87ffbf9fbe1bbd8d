import type { Call, LoggedRequest, Vendor } from './types';

const SECRET_HEADERS = new Set(['x-api-key', 'authorization', 'cookie', 'proxy-authorization']);
/** Differ between two runs of the same calls, or say nothing. */
const NOISE = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);

/** Requests in order of arrival. */
export class RequestLog {
	readonly entries: LoggedRequest[] = [];
	private readonly seen = new Map<string, Record<string, string>>();

	add(call: Omit<Call, 'vendor' | 'rawBody'>, vendor: Vendor | 'none'): LoggedRequest {
		const entry: LoggedRequest = {
			at: call.at,
			vendor,
			method: call.method,
			path: call.path,
			query: call.query,
			body: call.body,
			headers: this.hide(call.headers),
			status: 0,
		};
		this.entries.push(entry);
		return entry;
	}

	clear(): void {
		this.entries.length = 0;
		this.seen.clear();
	}

	/** Without secrets; equal headers share one object, so that a long log stays small. */
	private hide(headers: Record<string, string>): Record<string, string> {
		const shown: Record<string, string> = {};
		for (const [name, value] of Object.entries(headers)) {
			if (!NOISE.has(name)) shown[name] = SECRET_HEADERS.has(name) ? '[hidden]' : value;
		}
		const key = JSON.stringify(shown);
		const known = this.seen.get(key);
		if (known) return known;
		this.seen.set(key, shown);
		return shown;
	}
}
