import { textField } from '../shared/fields/describe';
import { named } from '../shared/fields/named';
import { field } from '../shared/fields/part';
import { readNumbered } from '../shared/linkedin';

/** One object each for all operations: parameters that are the same object keep their value on switching. */
export const group = field(
	{
		...textField(
			'Group',
			'group',
			'Address of the LinkedIn group. The number in it, which Group > Search gives as ID, will do as well.',
			{ required: true, placeholder: 'e.g. https://www.linkedin.com/groups/12345678' },
		),
		name: 'group',
	},
	named('Group', (value) => readNumbered('group', value)),
);

export const event = field(
	{
		...textField(
			'Event',
			'event',
			'Address of the LinkedIn event. The number in it, or the address of the list of its attendees, will do as well.',
			{ required: true, placeholder: 'e.g. https://www.linkedin.com/events/7453424948037070848' },
		),
		name: 'event',
	},
	named('Event', (value) => readNumbered('event', value)),
);

export const job = field(
	{
		...textField(
			'Job',
			'job',
			'Address of the job on LinkedIn. The number in it, which Job > Search gives as ID, will do as well.',
			{ required: true, placeholder: 'e.g. https://www.linkedin.com/jobs/view/4445130437' },
		),
		name: 'job',
	},
	named('Job', (value) => readNumbered('job', value)),
);
