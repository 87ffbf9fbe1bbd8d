import type {
	IAuthenticateRuleResponseCode,
	IAuthenticateRuleResponseSuccessBody,
} from 'n8n-workflow';

/** What the operator reads when the test is answered with this status. */
export function onStatus(value: number, message: string): IAuthenticateRuleResponseCode {
	return { type: 'responseCode', properties: { value, message } };
}

/**
 * What the operator reads when the test is answered with a success whose body says otherwise. Not for
 * answers that may be an empty list: n8n's tester looks at the first record without checking that there is one.
 */
export function onBody(
	key: string,
	value: string | boolean,
	message: string,
): IAuthenticateRuleResponseSuccessBody {
	return { type: 'responseSuccessBody', properties: { key, value, message } };
}

/**
 * Rules of both kinds in one list. n8n's type allows a list of one kind only, its tester reads each rule
 * by the rule's own type: statuses when the request failed, bodies when it succeeded.
 */
export function testRules(
	...rules: Array<IAuthenticateRuleResponseCode | IAuthenticateRuleResponseSuccessBody>
): IAuthenticateRuleResponseCode[] {
	return rules as IAuthenticateRuleResponseCode[];
}

/** The answer of a server that is not the vendor's API. */
export function notTheApi(usual: string): IAuthenticateRuleResponseCode {
	return onStatus(
		404,
		`There is no such API at the Base URL. Set the Base URL back to ${usual}, or ask whoever runs the proxy for the right address.`,
	);
}
