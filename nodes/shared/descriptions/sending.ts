import type { DisplayCondition, INodeProperties } from 'n8n-workflow';

const isSet: DisplayCondition = { _cnd: { exists: true } };
const isPositive: DisplayCondition = { _cnd: { gt: 0 } };
const [shortest, longest] = ['/sending.pauseMin', '/sending.pauseMax'];

const OWN_PACE =
	'Waits the pause you set under Sending between two people, also from one run to the next. 30 people with a pause of one minute take half an hour; your n8n must allow executions that long.';

/** The pace in force, above the choice of another (surface.md, `sending`): one of these is shown. */
const sendingNotices: readonly INodeProperties[] = [
	{
		displayName:
			'Waits 30 to 60 seconds at random between two people, also from one run to the next, so 30 people take about 25 minutes. Change it under Sending. Your n8n must allow executions that long.',
		name: 'sendingNotice',
		type: 'notice',
		default: '',
		displayOptions: { hide: { [shortest]: [isSet], [longest]: [isSet] } },
	},
	{
		displayName: OWN_PACE,
		name: 'sendingNoticeOwn',
		type: 'notice',
		default: '',
		displayOptions: { show: { [longest]: [isPositive] } },
	},
	{
		displayName: OWN_PACE,
		name: 'sendingNoticeOwnShortest',
		type: 'notice',
		default: '',
		displayOptions: { show: { [shortest]: [isSet] }, hide: { [longest]: [isSet] } },
	},
	{
		displayName:
			'Sends without any pause. LinkedIn notices that, and can restrict your account for it.',
		name: 'sendingNoticeNone',
		type: 'notice',
		default: '',
		displayOptions: { show: { [longest]: [0] } },
	},
];

export const sendingField: INodeProperties = {
	displayName: 'Sending',
	name: 'sending',
	type: 'collection',
	placeholder: 'Add sending option',
	default: {},
	options: [
		{
			displayName: 'Dry Run',
			name: 'dryRun',
			type: 'boolean',
			default: false,
			description: 'Whether to do everything except sending, and show what would go out to whom',
		},
		{
			displayName: 'Longest Pause (Seconds)',
			name: 'pauseMax',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 60,
			description:
				'Longest pause between two sends from one LinkedIn account. Set both pauses to 0 for none.',
		},
		{
			displayName: 'Most People per Day',
			name: 'maxPerDay',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description:
				"Most people this node reaches in a calendar day of the workflow's time zone, over all executions. 0 means no cap.",
		},
		{
			displayName: 'Shortest Pause (Seconds)',
			name: 'pauseMin',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 30,
			description: 'Shortest pause between two sends from one LinkedIn account',
		},
		{
			displayName: 'Skip People Already Contacted',
			name: 'skipContacted',
			type: 'boolean',
			default: false,
			description:
				'Whether to skip people this node already reached or tried to reach, in earlier executions too',
		},
		{
			displayName: 'When a Limit Is Reached',
			name: 'onLimit',
			type: 'options',
			default: 'stop',
			description:
				'What to do with the remaining items when the vendor says a limit is reached, or the most people per day are',
			options: [
				{
					name: 'Let Them Through as Skipped',
					value: 'skip',
					description: 'The remaining items go on with the outcome "skipped"',
				},
				{
					name: 'Stop With an Error',
					value: 'stop',
					description: 'The node fails and says how many went out',
				},
			],
		},
	],
};

/** For an operation's `parameters`, last. */
export const sendingFields: readonly INodeProperties[] = [...sendingNotices, sendingField];
