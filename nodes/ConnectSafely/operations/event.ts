import { bySteps } from '../../shared/http/paging';
import { text } from '../../shared/operation/simple';
import { plainRead } from '../api';
import { missing } from '../asked';
import { account } from '../fields';
import { event } from '../numbered';
import { degree, fullName } from '../records';

/** "LinkedIn fixes the page at 10, so step start by 10." */
const PAGE = 10;

/** Who comes to an event (connectsafely.ai/docs/api, Get Event Attendees); `fsdProfileUrn` is the URN others want. */
export const getAttendees = plainRead({
	resource: 'event',
	operation: 'getAttendees',
	name: 'Get Attendees',
	action: 'Get attendees of a LinkedIn event',
	description: 'List who has said that they come to an event',
	fields: [event, account],
	route: 'GET /events/{eventId}/attendees',
	rules: [missing('event', 'Event')],
	send: ({ event: { target }, account: accountId }) => ({ accountId, eventId: target.id }),
	list: ['attendees'],
	key: 'fsdProfileUrn',
	pages: bySteps('start', { name: 'count', most: PAGE }, 'paging.total'),
	simple: {
		...{ name: fullName, headline: text('headline'), location: text('location') },
		...{ connectionDegree: degree, publicIdentifier: text('publicIdentifier') },
		...{ profileUrl: text('profileUrl'), urn: text('fsdProfileUrn') },
	},
});
