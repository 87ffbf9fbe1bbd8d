import type { FailureRule } from '../failures/rules';
import { isObject } from '../json/json';

/** Fields in which an answer speaks of how it went. */
const SPEECH = ['message', 'msg', 'detail', 'details', 'reason'] as const;

const COMPLAINT = ['error', 'errors', 'error_message', 'errorMessage', 'errorDetails'] as const;

const DEED = ['success', 'sent', 'delivered', 'ok'] as const;

/** Words no success comes with. */
const NO =
	/\b(?:not|no|never|fail\w*|errors?|unable|cannot|can't|couldn't|won't|denied|refus\w*|reject\w*|expired|disconnect\w*|reconnect|exceeded|reached|invalid|forbidden|unauthori[sz]ed|blocked|restricted|limit\w*|already|subscri\w+|insufficient|required|missing|unavailable|too many|checkpoint|challenge|captcha|try again)\b/i;

const YES = /\b(?:success\w*|sent|delivered|queued|created|accepted|scheduled|done|ok)\b/i;

const isFilled = (value: unknown): boolean =>
	(typeof value === 'string' && value.trim() !== '') ||
	(Array.isArray(value) && value.length > 0) ||
	isObject(value) ||
	value === true;

function saysNo(body: Record<string, unknown>, rules: readonly FailureRule[]): boolean {
	if (COMPLAINT.some((name) => isFilled(body[name]))) return true;
	if (DEED.some((name) => body[name] === false)) return true;
	if (/^(?:fail\w*|error|rejected|refused|denied)$/i.test(String(body.status ?? ''))) return true;
	return SPEECH.some((name) => {
		const text = body[name];
		if (typeof text !== 'string' || text.trim() === '') return false;
		const isKnownNo = rules.some((rule) => rule.text?.test(text) === true);
		return NO.test(text) || (isKnownNo && !YES.test(text));
	});
}

/**
 * Whether an answer to an act that calls itself a success says in the same breath that it was none. Then
 * neither is to be believed.
 *
 * @param rules the vendor's texts for refusals
 */
export function contradictsItself(body: unknown, rules: readonly FailureRule[]): boolean {
	if (!isObject(body)) return false;
	return saysNo(body, rules) || (isObject(body.data) && saysNo(body.data, rules));
}
