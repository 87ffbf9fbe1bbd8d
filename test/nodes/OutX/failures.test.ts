import { parse } from 'yaml';

import { outXDialect } from '../../../nodes/OutX/api';
import {
	failedInvitationRules,
	failedLookUpRules,
	failedTaskRules,
} from '../../../nodes/OutX/failures';
import type { Failure } from '../../../nodes/shared/failures/failure';
import { findRule } from '../../../nodes/shared/failures/rules';
import { refusal } from '../../../nodes/shared/http/refusal';
import { PLUGIN_REQUIRED } from '../../sandbox';
import { fs, root } from '../../support/node';

const now = Date.parse('2026-11-23T12:00:00Z');

function meaningOf(status: number, text: string, headers = {}): Failure {
	const body = { error: text };
	const complaint = outXDialect.complaint(body) ?? { text: '' };
	const answer = { status, headers, text: JSON.stringify(body) };
	return refusal(outXDialect, answer, body, complaint, now) as Failure;
}

/** Every text the linkedin-agent pages show (outx.md, "How failures appear"; the contract's examples). */
const TEXTS: Array<[number, string, string, RegExp]> = [
	[400, "Missing or invalid 'recipient_urn'", 'invalidInput', /recipient/],
	[400, "Missing or invalid 'profile_urn'", 'invalidInput', /recipient/],
	[400, "Missing or invalid 'profile_slug'", 'invalidInput', /recipient/],
	[400, "Missing or invalid 'message'", 'invalidInput', /message/],
	[
		400,
		'Message text is too long (max 10000 characters)',
		'invalidInput',
		/longer than the 10,000/,
	],
	[400, "Invalid 'note': must be a string", 'invalidInput', /note/],
	[400, "Invalid 'note': must be 300 characters or fewer", 'noteRefused', /note/],
	[400, "Missing or invalid 'api_agent_task_id'", 'invalidInput', /task ID/],
	[400, "Missing or invalid 'count'", 'invalidInput', /refused the request/],
	[400, 'At least one search filter is required', 'invalidInput', /refused the request/],
	[401, 'Missing API Key', 'authentication', /API key/],
	[401, 'Invalid API Key', 'authentication', /API key/],
	[401, 'Unauthorized', 'authentication', /API key/],
	[402, 'Your plan includes up to 3 watchlists…', 'limitReached', /watchlist/],
	[403, PLUGIN_REQUIRED, 'extensionOffline', /last 48 hours/],
	[403, 'Access denied', 'forbidden', /another OutX team/],
	[403, 'Something new', 'forbidden', /does not allow/],
	[404, 'No admin user found in the team', 'forbidden', /no admin/],
	[404, 'Agent task not found', 'notFound', /no task/],
	[404, 'Watchlist not found', 'notFound', /watchlist/],
	[405, 'Method not allowed', 'invalidInput', /refused the request/],
	[429, 'LinkedIn invitation limit reached.', 'limitReached', /no more invitations/],
	[429, 'LinkedIn invitation limit r…', 'limitReached', /no more invitations/],
	[429, 'Rate limit exceeded. Please try again later.', 'throttled', /slow down/],
	[500, 'Failed to fetch interactions', 'vendorUnavailable', /fault of its own/],
];

describe("OutX's texts", () => {
	it.each(TEXTS)('%d %s', (status, text, reason, says) => {
		const { facts } = meaningOf(status, text);
		expect(facts).toMatchObject({ reason, httpCode: String(status), vendorText: text });
		expect(facts.what).toMatch(says);
		expect(facts.outcome).toBe(status >= 500 ? 'unknown' : 'notSent');
	});

	/** [status, text] of every error the contract shows. */
	const examples = (): Array<[number, string]> => {
		const found: Array<[number, string]> = [];
		const walk = (node: unknown, status: number): void => {
			if (typeof node !== 'object' || node === null) return;
			for (const [key, value] of Object.entries(node)) {
				if (key === 'error' && typeof value === 'string') found.push([status, value]);
				else walk(value, /^[45]\d\d$/.test(key) ? Number(key) : status);
			}
		};
		const file = `${root}/test/contracts/outx.openapi.yaml`;
		const document = parse(fs.readFileSync(file, 'utf8')) as { paths: unknown };
		walk(document.paths, 0);
		return found.filter(([status]) => status > 0);
	};

	it('means what its status means, for every example of the contract', () => {
		const reasons: Record<string, string[]> = {
			400: ['invalidInput', 'noteRefused'],
			401: ['authentication'],
			402: ['limitReached', 'insufficientCredits'],
			403: ['extensionOffline', 'forbidden'],
			404: ['notFound', 'forbidden'],
			405: ['invalidInput'],
			429: ['limitReached', 'throttled'],
			500: ['vendorUnavailable'],
		};
		const all = examples();
		expect(all.length).toBeGreaterThan(30);
		for (const [status, text] of all) {
			const { reason } = meaningOf(status, text).facts;
			expect({ text, fits: reasons[status]?.includes(reason) }).toEqual({ text, fits: true });
		}
	});

	it('tells a throttle from a quota by how long it lasts', () => {
		const text = 'Rate limit exceeded. Please try again later.';
		expect(meaningOf(429, text, { 'retry-after': '30' }).facts).toMatchObject({
			reason: 'throttled',
			stopsBatch: false,
		});
		expect(meaningOf(429, text, { 'retry-after': '86400' }).facts.reason).toBe('limitReached');
	});

	it('ends every sentence as the house does', () => {
		for (const { what, next } of [...outXDialect.rules, ...failedTaskRules]) {
			expect(what).toMatch(/^[A-Z].*[^.]$/);
			expect(next).toMatch(/^[A-Z].*\.$/);
		}
	});
});

describe("OutX's complaints", () => {
	it.each([
		[{ error: 'no' }, { text: 'no' }],
		[{ success: false, message: 'no' }, { text: 'no' }],
		[{ success: false }, { text: '' }],
		[{ success: true, error: 'no' }, { text: 'no' }],
	])('are found in %j', (body, complaint) => {
		expect(outXDialect.complaint(body)).toEqual(complaint);
	});

	it.each([
		{ success: true, message: 'Task created successfully' },
		{ success: true, data: { status: 'failed', task_output: { error: 'no' } } },
		{ error: null },
		{ error: '' },
		[],
		null,
		'error',
	])('are not found in %j', (body) => {
		expect(outXDialect.complaint(body)).toBeUndefined();
	});
});

describe("a failed task's words", () => {
	const reasonOf = (text: string, rules = failedInvitationRules) => {
		const rule = findRule(rules, { status: 200, text });
		return rule?.skip ?? rule?.reason;
	};

	it.each([
		['Already connected', 'alreadyConnected'],
		['You are already a 1st-degree connection', 'alreadyConnected'],
		['This person is a connection', 'alreadyConnected'],
		['Invitation already pending', 'alreadyInvited'],
		['There is a pending invitation', 'alreadyInvited'],
		['Invitation already sent', 'alreadyInvited'],
		['Recipient is not a 1st-degree connection', 'notConnected'],
		['Not connected to this member', 'notConnected'],
		['You are not first degree', 'notConnected'],
		['Weekly invitation limit reached', 'limitReached'],
		['Too many requests', 'limitReached'],
		['Profile not found', 'notFound'],
		['This profile does not exist', 'notFound'],
		['Extension is not connected', 'extensionOffline'],
		['The OutX extension is offline', 'extensionOffline'],
		['Could not find the send button', undefined],
		['Could not find the Connect button on the profile page', undefined],
		['Could not find this profile', 'notFound'],
		['limited profile visibility', 'forbidden'],
		['This member has blocked you', 'forbidden'],
		['Invitation withdrawn, you have to wait 3 weeks', 'forbidden'],
		['Already invited recently', 'forbidden'],
		['Custom note limit reached', 'noteRefused'],
		['Email address is required to connect', 'invalidInput'],
		['You cannot connect with yourself', 'invalidInput'],
		['Please log in to LinkedIn', 'forbidden'],
		['Page did not load', undefined],
		['Time limit exceeded', undefined],
		['Message exceeds the character limit', undefined],
		['', undefined],
	])('%s: %s', (text, reason) => {
		expect(reasonOf(text)).toBe(reason);
	});

	it.each(['Already connected', 'Invitation already sent', 'Message already sent', 'Already sent'])(
		'of a message are no reason to skip it: %s',
		(text) => expect(reasonOf(text, failedTaskRules)).toBeUndefined(),
	);

	it('of a look-up are never those of an act', () => {
		for (const text of ['Already connected', 'Invitation already pending', 'Not connected']) {
			expect(findRule(failedLookUpRules, { status: 200, text })).toBeUndefined();
		}
		for (const [text, reason] of [
			['Profile not found', 'notFound'],
			['Daily limit reached', 'limitReached'],
		]) {
			expect(findRule(failedLookUpRules, { status: 200, text })?.reason).toBe(reason);
		}
		// The same words of an invitation mean that none is needed.
		for (const [text, skip] of [
			['Already connected', 'alreadyConnected'],
			['Invitation already pending', 'alreadyInvited'],
		]) {
			expect(findRule(failedInvitationRules, { status: 200, text })?.skip).toBe(skip);
		}
	});
});
