import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { limitField, returnAllField, simplifyField } from '../../../shared/fields/properties';
import { choice, optionalText } from '../../../shared/fields/inputs';
import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { fetchConnections } from '../../people/connections';
import { waitOptionsField } from '../../fields';
import { listShape, mostOf } from '../../../shared/fields/listing';
import { simplePerson } from '../../../shared/operation/records';
import { waitForResultField, waitInput } from '../../tasks/waiting';

const search: INodeProperties = {
	displayName: 'Name Contains',
	name: 'keyword',
	type: 'string',
	default: '',
	placeholder: 'e.g. John',
	description: 'Keep only connections whose name contains this text. Leave empty for all.',
};

const sort: INodeProperties = {
	displayName: 'Sort',
	name: 'sort',
	type: 'options',
	default: 'linkedIn',
	options: [
		{ name: "LinkedIn's Own Order", value: 'linkedIn' },
		{ name: 'Newest First', value: 'recentlyAdded' },
	],
	description: 'In which order the connections come',
};

const input = waitInput.extend({
	...listShape,
	keyword: optionalText('Name Contains', 200),
	sort: choice('Sort', ['linkedIn', 'recentlyAdded'] as const, 'linkedIn'),
});

/** POST /linkedin-agent/fetch-connections, page by page, each a task (www.outx.ai, Fetch Connections). */
export const getConnections = defineRead<OutXApi, z.infer<typeof input>>({
	resource: 'connection',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many connections',
	description: 'List the people you are connected with',
	parameters: [
		returnAllField,
		limitField,
		search,
		sort,
		simplifyField,
		waitForResultField,
		waitOptionsField,
	],
	input,
	async perform(api, { keyword, sort: order, simplify, ...wanted }) {
		const newestFirst = order === 'recentlyAdded';
		const list = { keyword, newestFirst, most: mostOf(wanted) };
		const found = await fetchConnections(api, list, wanted);
		const people = found.people.map((person) => (simplify ? simplePerson(person) : person));
		return found.unfinished ? [...people, found.unfinished] : people;
	},
});
