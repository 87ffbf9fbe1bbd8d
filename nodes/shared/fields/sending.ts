import type { DisplayCondition, INodeProperties } from 'n8n-workflow';

import type { SubjectKind } from '../operation/types';
import type { Part } from './part';

const isSet: DisplayCondition = { _cnd: { exists: true } };
const isPositive: DisplayCondition = { _cnd: { gt: 0 } };
const [least, most] = ['/sending.pauseMin', '/sending.pauseMax'];

/** The pace in force, above the choice of another : one of these is shown. */
function notices(many: string): INodeProperties[] {
	const ownPace = `Waits the pause you set under Sending between two ${many}, also from one run to the next. 30 ${many} with a pause of one minute take half an hour; your n8n must allow executions that long.`;
	const notice = { type: 'notice', default: '' } as const;
	return [
		{
			displayName: `Waits 30 to 60 seconds at random between two ${many}, also from one run to the next, so 30 ${many} take about 25 minutes. Change it under Sending. Your n8n must allow executions that long.`,
			name: 'sendingNotice',
			...notice,
			displayOptions: { hide: { [least]: [isSet], [most]: [isSet] } },
		},
		{
			displayName: ownPace,
			name: 'sendingNoticeOwn',
			...notice,
			displayOptions: { show: { [most]: [isPositive] } },
		},
		{
			displayName: ownPace,
			name: 'sendingNoticeOwnLeast',
			...notice,
			displayOptions: { show: { [least]: [isSet] }, hide: { [most]: [isSet] } },
		},
		{
			displayName:
				'Acts without any pause. LinkedIn notices that, and can restrict your account for it.',
			name: 'sendingNoticeNone',
			...notice,
			displayOptions: { show: { [most]: [0] } },
		},
	];
}

interface Words {
	/** "people" or "posts". */
	readonly many: string;
	/** The same, in title case. */
	readonly title: string;
	/** Of `skipContacted`. */
	readonly skip: string;
	readonly skipDescription: string;
	/** Of `sendAgain`. */
	readonly againDescription: string;
}

/** Only where there is a text to check . */
const textCheck: INodeProperties = {
	displayName: 'Text Check',
	name: 'textCheck',
	type: 'options',
	default: 'refuse',
	description:
		'What to do with a text that looks unfinished: a placeholder, a greeting without a name, HTML',
	options: [
		{
			name: 'Clean Up',
			value: 'cleanUp',
			description: 'HTML and written-out line breaks become plain text; the rest is refused',
		},
		{
			name: 'Refuse Unfinished Text',
			value: 'refuse',
			description: 'Nothing is sent, and the error quotes what looks unfinished',
		},
		{
			name: 'Send as It Is',
			value: 'off',
			description: 'The text goes out to the letter, whatever is in it',
		},
	],
};

function collection(words: Words, hasText: boolean): INodeProperties {
	const { many, title, skip, skipDescription, againDescription } = words;
	return {
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
				// On when it is added: that is what it is added for. Left out, it is off.
				default: true,
				description: `Whether to do everything except acting on LinkedIn, and show what would go out to which ${many}`,
			},
			{
				displayName: `Most ${title} per Day`,
				name: 'maxPerDay',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description: `Most ${many} this node reaches in a calendar day of the workflow's time zone, over all executions. 0 means no cap.`,
			},
			{
				displayName: 'Pause at Least (Seconds)',
				name: 'pauseMin',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 30,
				description: `Shortest pause between two ${many} from one LinkedIn account`,
			},
			{
				displayName: 'Pause at Most (Seconds)',
				name: 'pauseMax',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 60,
				description: `Longest pause between two ${many} from one LinkedIn account. Set both pauses to 0 for none.`,
			},
			{
				displayName: 'Send Again',
				name: 'sendAgain',
				type: 'boolean',
				default: false,
				description: againDescription,
			},
			{
				displayName: skip,
				name: 'skipContacted',
				type: 'boolean',
				default: false,
				description: skipDescription,
			},
			...(hasText ? [textCheck] : []),
			{
				displayName: 'When a Limit Is Reached',
				name: 'onLimit',
				type: 'options',
				default: 'stop',
				description: `What to do with the remaining items when the vendor says a limit is reached, or the most ${many} per day are`,
				options: [
					{
						name: `Skip the Remaining ${title}`,
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
}

const ofPeople: Words = {
	many: 'people',
	title: 'People',
	skip: 'Skip People Already Contacted',
	skipDescription:
		'Whether to skip people this node already reached or tried to reach, in earlier executions too',
	againDescription:
		'Whether to do the same act with the same text again for people this node already reached',
};

const ofPosts: Words = {
	many: 'posts',
	title: 'Posts',
	skip: 'Skip Posts Already Dealt With',
	skipDescription:
		'Whether to skip posts this node already acted on or tried to, in earlier executions too',
	againDescription:
		'Whether to do the same act with the same text again on posts this node already acted on',
};

const ofTextless = (words: Words): Words => ({
	...words,
	againDescription: `Whether to do the same act again ${words === ofPosts ? 'on posts this node already acted on' : 'for people this node already reached'}`,
});

function made(words: Words): Record<'withText' | 'textless', Part<Record<never, never>>> {
	const above = notices(words.many);
	const part = (field: INodeProperties) => ({ properties: [...above, field], shape: {} });
	return {
		withText: part(collection(words, true)),
		textless: part(collection(ofTextless(words), false)),
	};
}

/** One object each for all operations: parameters that are the same object keep their value on switching. */
const PARTS = { recipient: made(ofPeople), post: made(ofPosts) };

/** What every act has: the pace that is in force, and the choice of another. Read by the loop of acts, not by the act. */
export function sendingPart(on: SubjectKind, hasText: boolean): Part<Record<never, never>> {
	return PARTS[on][hasText ? 'withText' : 'textless'];
}
