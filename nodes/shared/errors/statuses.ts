import { LOOK_FIRST } from './failure';
import type { FailureRule } from './rules';

/**
 * What an HTTP status means when the vendor's own table has no line for the answer. `vendor` is the
 * vendor's display name. 5xx and 408 leave open whether an act was carried out.
 */
export function statusRule(status: number, vendor: string): FailureRule {
	switch (status) {
		case 400:
		case 405:
		case 409:
		case 413:
		case 422:
			return {
				reason: 'invalidInput',
				what: `${vendor} refused the request`,
				next: 'Check the fields of this item against what the vendor says below.',
			};
		case 401:
			return {
				reason: 'authentication',
				what: `${vendor} did not accept the API key`,
				next: 'Open the credential, paste the key again and test it.',
			};
		case 402:
			return {
				reason: 'insufficientCredits',
				what: `${vendor} has no credits left for this`,
				next: `Top up your ${vendor} plan, then run the remaining items.`,
			};
		case 403:
			return {
				reason: 'forbidden',
				what: `${vendor} does not allow this for your account`,
				next: `Check your ${vendor} plan and whether the LinkedIn account is connected.`,
			};
		case 404:
			return {
				reason: 'notFound',
				what: `${vendor} could not find what was asked for`,
				next: 'Check the LinkedIn profile or the ID of this item.',
			};
		case 429:
			return {
				reason: 'throttled',
				what: `${vendor} asks to slow down`,
				next: 'Wait a while, then run the remaining items with longer pauses.',
			};
		default:
			return status >= 500 || status === 408
				? {
						reason: 'vendorUnavailable',
						outcome: 'unknown',
						// A gateway answers for a vendor that may still be at work.
						mayStillHappen: status !== 500,
						what: `${vendor} had a fault of its own (status ${status})`,
						next: LOOK_FIRST,
					}
				: {
						reason: 'unexpectedAnswer',
						outcome: 'unknown',
						what: `${vendor} gave an answer this node does not know (status ${status})`,
						next: 'Check the base URL in the credential, and look on LinkedIn before repeating this item.',
					};
	}
}
