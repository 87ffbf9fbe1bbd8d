import { choicePart, idPart, switchPart, textPart } from '../shared/fields/kinds';
import { looking, optionsPart } from '../shared/fields/part';
import { accountPart, neededAccount, recipientPart } from '../shared/fields/parts';
import { personInput, SERVICE } from './people';

/** One object for all operations: parameters that are the same object keep their value on switching. */
export const recipient = recipientPart(undefined, personInput);

/** Usually 24 hex characters, older ones like acc_12345; it stands in paths as well. */
export const account = accountPart('searchAccounts', SERVICE);

export const requiredAccount = neededAccount('searchAccounts', SERVICE);

export const messageType = choicePart(
	'Message Type',
	'messageType',
	'What kind of message to send',
	[
		['inmail', 'InMail', 'To anybody; spends a Premium credit'],
		['normal', 'Normal Message', 'To your connections'],
	],
	'normal',
);

/** LinkedIn's own limit for the subject line of an InMail; the vendor names none. */
const LONGEST_SUBJECT = 200;

/** Asked for only where it is shown. */
export const subject = looking(
	textPart('Subject', 'subject', 'The subject line of the InMail', {
		placeholder: 'e.g. Quick question about your work',
		longest: LONGEST_SUBJECT,
	}),
	{ required: true, displayOptions: { show: { messageType: ['inmail'] } } },
);

export const groupOptions = optionsPart(
	idPart(
		'Group ID',
		'groupId',
		'Number of a LinkedIn group you share with the person: its members can be written to without being connected',
		{ placeholder: 'e.g. 12345678' },
	),
);

/** The switches of POST /profile, by the vendor's own names. */
export const profileOptions = optionsPart(
	switchPart(
		'Force Refresh',
		'forceRefresh',
		'Whether to read the profile anew instead of taking a copy of the last 6 hours. It always counts against the daily limit.',
	),
	switchPart(
		'Include Contact',
		'includeContact',
		'Whether to include email and phone, as far as the LinkedIn account may see them',
	),
	switchPart('Include Education', 'includeEducation', 'Whether to include schools and degrees'),
	switchPart('Include Experience', 'includeExperience', 'Whether to include current and past jobs'),
	switchPart(
		'Include Location',
		'includeGeoLocation',
		'Whether to include city, state and country',
	),
	switchPart('Include Skills', 'includeSkills', 'Whether to include skills'),
);
