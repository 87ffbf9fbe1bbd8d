import { samePerson } from '../../shared/failures/otherPerson';
import { choicePart } from '../../shared/fields/kinds';
import { simplifyPart } from '../../shared/fields/listing';
import type { FailureRule } from '../../shared/failures/rules';
import { byOffset } from '../../shared/http/paging';
import type { JsonObject } from '../../shared/json/types';
import { text } from '../../shared/operation/simple';
import { profileAnswer, simpleProfile } from '../answers';
import { defineRead, plainRead } from '../api';
import { account, profileOptions, recipient } from '../fields';
import { SERVICE, lookUp, nobody } from '../people';
import { degree } from '../records';

/** POST /profile, which knows more switches than GET (connectsafely.ai/docs, Fetch Profile). */
export const getProfile = defineRead({
	resource: 'profile',
	operation: 'get',
	name: 'Get',
	action: 'Get profile',
	description: "Read a person's LinkedIn profile",
	fields: [recipient, account, simplifyPart, profileOptions],
	calls: ['POST /profile'],
	output: {
		...{ name: 'string', headline: 'string', location: 'string', isConnected: 'boolean' },
		...{ profileUrl: 'string', urn: 'string', contact: 'object' },
		education: [{ schoolName: 'string', degree: 'string', fieldOfStudy: 'string' }],
		experience: [{ title: 'string', companyName: 'string', duration: 'string' }],
		skills: [{ skillId: 'string', name: 'string' }],
	},
	async perform(
		{ client },
		{ recipient: { target: member }, account: accountId, simplify, ...switches },
	) {
		const wanted = Object.entries(switches).filter(([, isOn]) => isOn);
		return await lookUp(member, async (profileId) => {
			const body: JsonObject = {
				...(accountId !== undefined && { accountId }),
				profileId,
				...Object.fromEntries(wanted),
			};
			const request = { method: 'POST', path: '/profile', body } as const;
			const { data } = await client.read(request, profileAnswer);
			const profile = data.profile ?? {};
			if (Object.keys(profile).length === 0) throw nobody();
			const { entityUrn, profileUrn, publicIdentifier, profileUrl, firstName, lastName } = profile;
			samePerson(
				{
					service: SERVICE,
					asked: member,
					urns: [entityUrn, profileUrn, profileUrl],
					slugs: [publicIdentifier],
					name: [firstName, lastName],
				},
				'their profile is not handed out as the one asked for',
			);
			return simplify ? simpleProfile(data as JsonObject) : (data as JsonObject);
		});
	},
});

/** LinkedIn names visitors to Premium accounts only. */
const PREMIUM: FailureRule = {
	status: [403],
	text: /premium|not allowed/i,
	reason: 'forbidden',
	what: 'LinkedIn does not tell this account who viewed its profile, which it does for Premium accounts',
	next: "Pick a Premium account in 'LinkedIn Account', or look at linkedin.com/me/profile-views what it shows you.",
};

/** What the vendor returns at most for one request is not published; this is what it does unasked. */
const VISITORS = 20;

/** Who viewed the account's profile (connectsafely.ai/docs/api, Get Profile Visitors): `maxVisitors` is required. */
export const getVisitors = plainRead({
	resource: 'profile',
	operation: 'getVisitors',
	name: 'Get Visitors (Who Viewed Your Profile)',
	action: 'Get who viewed your LinkedIn profile',
	description:
		'List who looked at the profile of the LinkedIn account, as far as LinkedIn tells it',
	fields: [
		account,
		choicePart(
			'Period',
			'timeRange',
			'How far back to look',
			[
				['past_7_days', 'Last 7 Days'],
				['past_30_days', 'Last 30 Days'],
				['past_90_days', 'Last 90 Days'],
				['past_1_year', 'Last Year'],
				['ALL_TIME', 'All Time'],
			],
			'past_90_days',
		),
	],
	route: 'POST /profile/visitors',
	rules: [PREMIUM],
	send: ({ account: accountId, timeRange }) => ({ accountId, timeRange, maxVisitors: VISITORS }),
	list: ['visitors'],
	pages: byOffset('start', { name: 'count', most: VISITORS }, 'hasMore'),
	simple: {
		...{ name: text('name'), headline: text('headline') },
		// As LinkedIn shows it, such as "Viewed 2d ago": the vendor has no moment.
		...{ viewed: text('viewedAt'), connectionDegree: degree },
		...{ publicIdentifier: text('publicIdentifier'), profileUrl: text('profileUrl') },
		urn: text('entityUrn'),
	},
});
