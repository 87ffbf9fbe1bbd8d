import type { INodeProperties } from 'n8n-workflow';

import { accountField, recipientField } from '../shared/fields/properties';
import { accountIdOf } from '../shared/fields/account';
import { choice, optionalId, optionalText, requiredId } from '../shared/fields/inputs';

/** One object for all operations: parameters that are the same object keep their value on switching. */
export const recipient = recipientField();

export const account = accountField('searchAccounts', false);

export const requiredAccount = accountField('searchAccounts', true);

/** Usually 24 hex characters, older ones like acc_12345; it stands in paths as well. */
export const accountInput = optionalId('LinkedIn Account').superRefine(
	accountIdOf('ConnectSafely.ai'),
);

export const requiredAccountInput = requiredId('LinkedIn Account').superRefine(
	accountIdOf('ConnectSafely.ai'),
);

export const messageTypeField: INodeProperties = {
	displayName: 'Message Type',
	name: 'messageType',
	type: 'options',
	default: 'normal',
	description: 'What kind of message to send',
	options: [
		{ name: 'InMail', value: 'inmail', description: 'To anybody; spends a Premium credit' },
		{ name: 'Normal Message', value: 'normal', description: 'To your connections' },
	],
};

export const subjectField: INodeProperties = {
	displayName: 'Subject',
	name: 'subject',
	type: 'string',
	required: true,
	displayOptions: { show: { messageType: ['inmail'] } },
	default: '',
	placeholder: 'e.g. Quick question about your work',
	description: 'The subject line of the InMail',
};

export const messageTypeInput = choice('Message Type', ['normal', 'inmail'] as const, 'normal');

/** LinkedIn's own limit for the subject line of an InMail; the vendor names none. */
const LONGEST_SUBJECT = 200;

export const subjectInput = optionalText('Subject', LONGEST_SUBJECT);

export const groupIdField: INodeProperties = {
	displayName: 'Group ID',
	name: 'groupId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 12345678',
	description:
		'Number of a LinkedIn group you share with the person: its members can be written to without being connected',
};

const option = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: false,
	description,
});

/** The switches of POST /profile, by the vendor's own names. */
export const profileOptions: readonly INodeProperties[] = [
	option(
		'Force Refresh',
		'forceRefresh',
		'Whether to read the profile anew instead of taking a copy of the last 6 hours. It always counts against the daily limit.',
	),
	option(
		'Include Contact',
		'includeContact',
		'Whether to include email and phone, as far as the LinkedIn account may see them',
	),
	option('Include Education', 'includeEducation', 'Whether to include schools and degrees'),
	option('Include Experience', 'includeExperience', 'Whether to include current and past jobs'),
	option('Include Location', 'includeGeoLocation', 'Whether to include city, state and country'),
	option('Include Skills', 'includeSkills', 'Whether to include skills'),
];
