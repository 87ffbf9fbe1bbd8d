import { LOOK_FIRST } from './failure';
import type { FailureRule } from './rules';

const CHECK_ADDRESS =
	'Check the Base URL in the credential, and any proxy or firewall on the way to it.';

/** The address of the credential leads nowhere: nobody is to blame but the address. */
export function addressRule(status: number, vendor: string): FailureRule {
	return {
		reason: 'unexpectedAnswer',
		what: `The Base URL in the credential does not lead to ${vendor}'s API (status ${status})`,
		next: CHECK_ADDRESS,
		stopsBatch: true,
	};
}

/** A refusal in another form than the vendor's: somebody in between, or another server altogether. */
function foreignRule(status: number, vendor: string): FailureRule | undefined {
	const how = `(status ${status}), and not in ${vendor}'s own words`;
	switch (status) {
		case 400:
		case 413:
		case 414:
		case 415:
		case 422:
		case 431:
			return {
				reason: 'invalidInput',
				what: `The request was refused ${how}`,
				next: `${CHECK_ADDRESS} If they are right, shorten the texts of this item.`,
			};
		case 401:
			return {
				reason: 'authentication',
				what: `The request was turned away ${how}`,
				next: `Test the credential. ${CHECK_ADDRESS}`,
			};
		case 403:
			return {
				reason: 'forbidden',
				what: `The request was turned away ${how}`,
				next: CHECK_ADDRESS,
			};
		case 404:
		case 405:
		case 410:
			return addressRule(status, vendor);
		case 409:
			return openRule(status, vendor);
		default:
			return undefined;
	}
}

/**
 * What an HTTP status means when the vendor's own table has no line for the answer. `vendor` is the
 * vendor's display name.
 *
 * @param isOwn whether the answer has the vendor's own form
 */
export function statusRule(status: number, vendor: string, isOwn = true): FailureRule {
	const foreign = isOwn ? undefined : foreignRule(status, vendor);
	if (foreign) return foreign;
	switch (status) {
		case 400:
		case 405:
		case 409:
		case 413:
		case 414:
		case 415:
		case 422:
		case 431:
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
				next: 'Check the LinkedIn profile or the ID of this item, and the Base URL in the credential.',
			};
		case 429:
			return {
				reason: 'throttled',
				what: `${vendor} asks to slow down`,
				next: 'Wait a while, then run the remaining items with longer pauses.',
			};
		default:
			return openRule(status, vendor);
	}
}

/** An answer that leaves open whether an act was carried out, whatever words came with it. */
export function openRule(status: number, vendor: string): FailureRule {
	return status >= 500 || status === 408
		? {
				reason: 'vendorUnavailable',
				outcome: 'unknown',
				what: `${vendor} had a fault of its own (status ${status})`,
				next: LOOK_FIRST,
			}
		: {
				reason: 'unexpectedAnswer',
				outcome: 'unknown',
				what: `${vendor} gave an answer this node does not know (status ${status})`,
				next: 'Check the Base URL in the credential, and look on LinkedIn before repeating this item.',
			};
}
