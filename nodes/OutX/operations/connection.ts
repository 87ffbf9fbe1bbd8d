import { choicePart, textPart } from '../../shared/fields/kinds';
import { limitPart, mostOf, returnAllPart, simplifyPart } from '../../shared/fields/listing';
import { defineRead } from '../define';
import { fetchConnections } from '../people/connections';
import { personOutput, simplePerson } from '../people/person';
import { waitForResult, waitOptions } from '../tasks/waiting';

const search = textPart(
	'Name Contains',
	'keyword',
	'Keep only connections whose name contains this text. Leave empty for all.',
	{ placeholder: 'e.g. John', longest: 200 },
);

const sort = choicePart(
	'Sort',
	'sort',
	'In which order the connections come',
	[
		['linkedIn', "LinkedIn's Own Order"],
		['recentlyAdded', 'Newest First'],
	],
	'linkedIn',
);

/** POST /linkedin-agent/fetch-connections, page by page, each a task (www.outx.ai, Fetch Connections). */
export const getConnections = defineRead({
	resource: 'connection',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many connections',
	description: 'List the people you are connected with',
	fields: [returnAllPart, limitPart, search, sort, simplifyPart, waitForResult, waitOptions],
	calls: ['POST /linkedin-agent/fetch-connections'],
	output: personOutput,
	async perform(api, { keyword, sort: order, simplify, ...wanted }) {
		const newestFirst = order === 'recentlyAdded';
		const list = { keyword, newestFirst, most: mostOf(wanted) };
		const found = await fetchConnections(api, list, wanted);
		const people = found.people.map((person) => (simplify ? simplePerson(person) : person));
		return found.unfinished ? [...people, found.unfinished] : people;
	},
});
