import { z } from 'zod';

import { Failure } from '../../shared/failures/failure';
import { redactWithin } from '../../shared/failures/redact';
import { isObject } from '../../shared/json/json';
import type { HttpRequest } from '../../shared/http/types';
import type { JsonObject } from '../../shared/json/types';
import type { OutXApi } from '../api';

/** What a change does, for the words of a failure. */
export interface Change {
	/** Follows "may have been": 'created'. */
	readonly done: 'created' | 'updated' | 'deleted';
	/** What to do when no answer settles it: one sentence. */
	readonly ifLost: string;
}

const WEBHOOK = /https?:\/\/hooks\.slack(?:-gov)?\.com\/[^\s"'<>\\]*/gi;

/** Whoever has a Slack webhook's address can write to the channel: of it, only the host is shown. */
function withoutWebhooks(text: string): string {
	return text.replace(WEBHOOK, 'https://hooks.slack.com/[hidden]');
}

/** A watchlist, or an answer about one, fit to be shown. */
export function shownWatchlist(record: JsonObject): JsonObject {
	return redactWithin(record, withoutWebhooks) as JsonObject;
}

const record = z.custom<JsonObject>(isObject);

/**
 * Changes something at OutX. Requested once: an answer that is lost leaves open whether it was carried
 * out, and the failure says so.
 */
export async function requestChange(
	api: OutXApi,
	request: HttpRequest,
	change: Change,
): Promise<JsonObject> {
	const { data } = await api.client.sendOnce(request, record).catch((error: unknown) => {
		throw told(error, change);
	});
	if (data[change.done] !== false) return shownWatchlist(data);
	throw new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'notSent',
		what: `OutX says that the watchlist was not ${change.done}`,
		next: 'Look at it in OutX, and try this item again.',
	});
}

function told(error: unknown, { done, ifLost }: Change): unknown {
	if (!(error instanceof Failure)) return error;
	const { outcome, what, vendorText } = error.facts;
	const said = vendorText === undefined ? {} : { vendorText: withoutWebhooks(vendorText) };
	if (outcome === 'notSent') return error.with(said);
	const happened = what.replace(/, so it may have been carried out$/, '');
	return error.with({
		...said,
		what: `${happened}, so the watchlist may have been ${done}`,
		next: ifLost,
	});
}
