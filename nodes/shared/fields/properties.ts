import type { INodeProperties } from 'n8n-workflow';
import { byDisplayName } from './byName';

/** The person an operation is about. `listMethod` lists people where the vendor can. */
export function recipientField(listMethod?: string): INodeProperties {
	const recipient: INodeProperties = {
		displayName: 'Recipient',
		name: 'recipient',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'url', value: '' },
		description: 'The person on LinkedIn. Whichever way you name them, any spelling is understood.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Pick one of your connections…',
				typeOptions: { searchListMethod: listMethod, searchable: true, slowLoadNotice: SLOW_LIST },
			},
			{
				displayName: 'By Profile URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. https://www.linkedin.com/in/jane-doe',
			},
			{
				displayName: 'By Public Identifier',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. jane-doe',
				hint: 'The last part of the profile address',
			},
			{
				displayName: 'By URN',
				name: 'urn',
				type: 'string',
				placeholder: 'e.g. urn:li:fsd_profile:ACoAABCDEFG',
			},
		],
	};
	if (listMethod !== undefined) return recipient;
	return { ...recipient, modes: recipient.modes?.filter(({ name }) => name !== 'list') };
}

const SLOW_LIST = {
	message: 'A browser has to look this up, which can take up to a minute',
	timeout: 3_000,
};

/** A resource locator for the sending LinkedIn account. */
export function accountField(listMethod: string, required: boolean): INodeProperties {
	return {
		displayName: 'LinkedIn Account',
		name: 'account',
		type: 'resourceLocator',
		required,
		default: { mode: 'list', value: '' },
		description: required
			? 'The LinkedIn account that acts'
			: 'The LinkedIn account that acts. Leave empty to use the default account of the API key.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: required ? 'Choose an account…' : 'Your default account',
				typeOptions: { searchListMethod: listMethod, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 60d21b4667d0d8992e610c85',
			},
		],
	};
}

export const messageField: INodeProperties = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 5 },
	required: true,
	default: '',
	placeholder: 'e.g. Hi Jane, thank you for connecting!',
	description: 'The text to send, up to 10,000 characters',
};

export const noteField: INodeProperties = {
	displayName: 'Note',
	name: 'note',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. Hi Jane, we met at the fair in Berlin.',
	description:
		'Personal note that goes with the invitation, up to 300 characters. Leave empty to invite without one.',
};

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

export const returnAllField: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limitField: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	displayOptions: { show: { returnAll: [false] } },
	default: 50,
	description: 'Max number of results to return',
};

/** The `options` collection with the given members, in n8n's order: alphabetical. */
export function optionsField(members: readonly INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...members].sort((a, b) => byDisplayName(a.displayName, b.displayName)),
	};
}
