import type { IDataObject, OnError } from 'n8n-workflow';

import type { Person, Sandbox } from '../../test/sandbox';
import { ACCOUNTS } from '../../test/sandbox';
import { PACKAGE } from '../campaign/setting';
import type { Draw } from './random';

export type VendorName = 'outX' | 'connectSafely' | 'linkupApi';

/** One campaign as the seed draws it. */
export interface Plan {
	readonly name: string;
	readonly vendor: VendorName;
	readonly type: string;
	readonly parameters: IDataObject;
	/** In the order of the input: `slug` is who is meant, `profile` and `other` how they are spelled. */
	readonly items: Array<{ slug: string; profile: string; other: string }>;
	readonly kind: 'message' | 'invitation';
	readonly onError: OnError;
	readonly retryOnFail: boolean;
	/** Request before or after which the process dies; undefined = it lives. */
	readonly killAt?: { request: number; when: 'before' | 'after' };
	/** Simulated ms after which somebody presses Stop in the first execution; undefined = nobody does. */
	readonly stopAfter?: number;
	/** Whether the workflow is simply run again when all is done. */
	readonly runsAgain: boolean;
	/** Of the retries: whether the operator edits the node before one. */
	readonly edits: boolean;
}

/** What an operator mends before a retry: the recipient's column or mode, and the text. */
export function edited(parameters: IDataObject, draw: Draw): IDataObject {
	const text = parameters.message === undefined ? 'note' : 'message';
	return {
		...parameters,
		recipient: {
			__rl: true,
			mode: draw.pick(['url', 'id']),
			value: draw.pick(['={{ $json.profile }}', '={{ $json.other }}']),
		},
		...(draw.chance(0.5) && { [text]: `${String(parameters[text])} (edited)` }),
	};
}

const SENDERS: Readonly<Record<VendorName, string>> = {
	outX: ACCOUNTS.outXAdmin,
	connectSafely: ACCOUNTS.connectSafelyDefault,
	linkupApi: ACCOUNTS.linkupMain,
};

const SPELLINGS: ReadonlyArray<(slug: string) => string> = [
	(slug) => slug,
	(slug) => `https://www.linkedin.com/in/${slug}/?trk=people-search`,
	(slug) => `https://fr.linkedin.com/in/${slug.toUpperCase()}/fr`,
	(slug) => `LinkedIn: m.linkedin.com/in/${slug}#about`,
	(slug) => `<http://linkedin.com/in/${slug}//>`,
];

const UNUSABLE = ['', 'Jane Doe', 'https://www.linkedin.com/company/acme', 'jane@example.com'];

/** Draws a campaign and puts its people into the sandbox. */
export function drawPlan(number: number, draw: Draw, sandbox: Sandbox): Plan {
	const vendor = draw.pick(['outX', 'connectSafely', 'linkupApi'] as const);
	const kind = draw.pick(['message', 'invitation'] as const);
	const { world } = sandbox;
	const sender = SENDERS[vendor];
	const size = draw.whole(20, 60);
	const continues = draw.chance(0.5);
	const dies = draw.chance(0.3);

	const slugs: string[] = [];
	for (let index = 0; index < size; index++) {
		const slug = `c${number}-person-${index}`;
		const person: Person = world.addPerson({
			firstName: 'Person',
			lastName: `${index}`,
			publicIdentifier: slug,
		});
		const lot = draw.next();
		if (kind === 'message') {
			if (lot < 0.96) world.connect(sender, person);
		} else if (lot < 0.05) world.connect(sender, person);
		else if (lot < 0.1) world.invite(sender, person);
		slugs.push(slug);
		if (draw.chance(0.05)) slugs.push(draw.pick(slugs));
	}
	const items = slugs.map((slug) => ({
		slug,
		profile: draw.pick(SPELLINGS)(slug),
		other: draw.pick(SPELLINGS)(slug),
	}));
	if (continues) {
		for (const unusable of UNUSABLE) {
			if (draw.chance(0.3))
				items.splice(draw.whole(0, items.length), 0, {
					slug: '',
					profile: unusable,
					other: unusable,
				});
		}
	}
	if (vendor === 'outX') {
		world.outX.taskDuration = () => draw.whole(200, 4_000);
		world.outX.profileShape = draw.pick(['flat', 'nested']);
	}

	return {
		name: `campaign ${number}`,
		vendor,
		type: `${PACKAGE}${vendor}`,
		kind,
		items,
		onError: continues
			? draw.pick(['continueRegularOutput', 'continueErrorOutput'])
			: 'stopWorkflow',
		retryOnFail: draw.chance(0.7),
		runsAgain: draw.chance(0.3),
		edits: draw.chance(0.4),
		...(!dies && draw.chance(0.15) && { stopAfter: draw.whole(1_000, 120_000) }),
		...(dies && {
			killAt: { request: draw.whole(1, size * 2), when: draw.pick(['before', 'after']) },
		}),
		parameters: {
			...(kind === 'message'
				? { resource: 'message', operation: 'send', message: `Hello from campaign ${number}` }
				: { resource: 'connection', operation: 'sendRequest', note: `Campaign ${number}` }),
			recipient: { __rl: true, mode: 'url', value: '={{ $json.profile }}' },
			sending: {
				pauseMin: 1,
				pauseMax: 3,
				onLimit: draw.pick(['stop', 'skip']),
				skipContacted: draw.chance(0.2),
				...(draw.chance(0.2) && { maxPerDay: draw.whole(10, 40) }),
			},
			...(vendor === 'outX' && { options: { maxWait: draw.pick([20, 150]) } }),
		},
	};
}
