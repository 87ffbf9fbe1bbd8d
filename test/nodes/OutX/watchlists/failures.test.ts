import { outXDialect } from '../../../../nodes/OutX/api';
import type { Failure } from '../../../../nodes/shared/failures/failure';
import { refusal } from '../../../../nodes/shared/http/refusal';

/** What a refusal of a watchlist, a collected post or a reaction comes to. */
function meaningOf(text: string): Failure {
	const answer = { status: 400, headers: {}, text: JSON.stringify({ error: text }) };
	return refusal(outXDialect, answer, { error: text }, { text }, 0) as Failure;
}

describe("OutX's texts on watchlists and what they collect", () => {
	it.each([
		['keywords array is required and must not be empty', /use the keywords/, /'Keywords'/],
		['No valid keywords provided after cleaning', /use the keywords/, /'Keywords'/],
		['Missing required parameter: keywords', /use the keywords/, /'Keywords'/],
		['prompt is required and must be a non-empty string', /description/, /'Posts Wanted'/],
		['Invalid fetchFreqInHours', /this often/, /'How Often to Look'/],
		['Invalid fetchFreqInHours value', /this often/, /'How Often to Look'/],
		['profiles array is required and must not be empty', /people or companies/, /addresses/],
		['No valid profile identifiers provided', /people or companies/, /addresses/],
		['No valid company identifiers provided', /people or companies/, /addresses/],
		['Invalid watchlist ID(s)', /no watchlist with this ID/, /API key/],
		['Invalid watchlist ID: 550e8400', /no watchlist with this ID/, /API key/],
		['Missing required parameter: post_id', /use the post/, /'Post ID'/],
		['Missing required parameter: user_email', /team member/, /'Team Member'/],
		["company_title is required when actor_type is 'company'", /company page/, /'Company Name'/],
		[
			'Post does not support like functionality (missing social_urn)',
			/cannot be liked or commented on/,
			/Reddit/,
		],
		[
			'Post does not support comment functionality (missing social_urn)',
			/cannot be liked or commented on/,
			/Reddit/,
		],
	])('%s', (text, what, next) => {
		const { facts } = meaningOf(text);
		expect(facts).toMatchObject({ reason: 'invalidInput', outcome: 'notSent', vendorText: text });
		expect(facts.what).toMatch(what);
		expect(facts.next).toMatch(next);
	});
});
