import fc from 'fast-check';
import type { IDataObject, OnError } from 'n8n-workflow';

import { PACKAGE } from '../../../scripts/campaign/setting';

export type VendorName = 'outX' | 'connectSafely' | 'linkupApi';
export type Kind = 'message' | 'invitation';

/** What somebody is to the sender before the campaign. */
export type Relation = 'connected' | 'invited' | 'stranger';

/** One item of the input: `slug` is who is meant, `profile` and `other` how they are spelled. */
export interface Item {
	readonly slug: string;
	readonly profile: string;
	readonly other: string;
}

/** One campaign as the seed draws it. */
export interface Plan {
	readonly vendor: VendorName;
	readonly kind: Kind;
	/** By public identifier. */
	readonly people: Readonly<Record<string, Relation>>;
	/** In the order of the input. */
	readonly items: readonly Item[];
	readonly type: string;
	readonly parameters: IDataObject;
	readonly onError: OnError;
	readonly retryOnFail: boolean;
	/** Of the sandbox: which requests go wrong, and how long tasks take. */
	readonly seed: number;
	readonly profileShape: 'flat' | 'nested';
}

const SPELLINGS: ReadonlyArray<(slug: string) => string> = [
	(slug) => slug,
	(slug) => `https://www.linkedin.com/in/${slug}/?trk=people-search`,
	(slug) => `https://fr.linkedin.com/in/${slug.toUpperCase()}/fr`,
	(slug) => `LinkedIn: m.linkedin.com/in/${slug}#about`,
	(slug) => `<http://linkedin.com/in/${slug}//>`,
];

const UNUSABLE = ['', 'Jane Doe', 'https://www.linkedin.com/company/acme', 'jane@example.com'];

/** True so many times in a hundred. */
export const percent = (share: number): fc.Arbitrary<boolean> =>
	fc.integer({ min: 0, max: 99 }).map((drawn) => drawn < share);

const RELATIONS: Readonly<Record<Kind, fc.Arbitrary<Relation>>> = {
	message: fc.oneof(
		{ weight: 96, arbitrary: fc.constant('connected' as const) },
		{ weight: 4, arbitrary: fc.constant('stranger' as const) },
	),
	invitation: fc.oneof(
		{ weight: 90, arbitrary: fc.constant('stranger' as const) },
		{ weight: 5, arbitrary: fc.constant('connected' as const) },
		{ weight: 5, arbitrary: fc.constant('invited' as const) },
	),
};

const spelling = fc.constantFrom(...SPELLINGS);

const spelled = (slug: string): fc.Arbitrary<Item> =>
	fc
		.tuple(spelling, spelling)
		.map(([spell, another]) => ({ slug, profile: spell(slug), other: another(slug) }));

/** People, some of whom stand in the list twice, and lines that name nobody. */
const lists = (kind: Kind, continues: boolean): fc.Arbitrary<Pick<Plan, 'people' | 'items'>> =>
	fc
		.record({
			relations: fc.array(RELATIONS[kind], { minLength: 20, maxLength: 60, size: 'max' }),
			again: fc.array(fc.nat(59), { maxLength: 5 }),
			unusable: fc.subarray(UNUSABLE, { maxLength: continues ? 2 : 0 }),
		})
		.chain(({ relations, again, unusable }) => {
			const slugs = relations.map((_, index) => `person-${index}`);
			const twice = again.map((index) => slugs[index % slugs.length]);
			const nobody = unusable.map((text) => fc.constant({ slug: '', profile: text, other: text }));
			return fc.record({
				people: fc.constant(
					Object.fromEntries(slugs.map((slug, index) => [slug, relations[index]])),
				),
				items: fc
					.tuple(...[...slugs, ...twice].map(spelled), ...nobody)
					.chain((items) => fc.shuffledSubarray<Item>(items, { minLength: items.length })),
			});
		});

const sending = fc.record({
	pauseMin: fc.constant(1),
	pauseMax: fc.constant(3),
	onLimit: fc.constantFrom('stop', 'skip'),
	skipContacted: percent(20),
	maxPerDay: fc.oneof(
		{ weight: 4, arbitrary: fc.constant(0) },
		{ weight: 1, arbitrary: fc.integer({ min: 10, max: 40 }) },
	),
});

const ACT: Readonly<Record<Kind, IDataObject>> = {
	message: { resource: 'message', operation: 'send', message: 'Hello from a campaign' },
	invitation: { resource: 'connection', operation: 'sendRequest', note: 'A campaign' },
};

/** Every campaign that is run. */
export const plans: fc.Arbitrary<Plan> = fc
	.record({
		vendor: fc.constantFrom<VendorName[]>('outX', 'connectSafely', 'linkupApi'),
		kind: fc.constantFrom<Kind[]>('message', 'invitation'),
		onError: fc.constantFrom<OnError[]>(
			'stopWorkflow',
			'stopWorkflow',
			'continueRegularOutput',
			'continueErrorOutput',
		),
		retryOnFail: percent(70),
		sending,
		maxWait: fc.constantFrom(20, 150),
		seed: fc.integer({ min: 1, max: 1e9 }),
		profileShape: fc.constantFrom<Array<Plan['profileShape']>>('flat', 'nested'),
	})
	.chain(({ sending: options, maxWait, ...plan }) =>
		lists(plan.kind, plan.onError !== 'stopWorkflow').map((list) => ({
			...plan,
			...list,
			type: `${PACKAGE}${plan.vendor}`,
			parameters: {
				...ACT[plan.kind],
				recipient: { __rl: true, mode: 'url', value: '={{ $json.profile }}' },
				sending: { ...options },
				...(plan.vendor === 'outX' && { options: { maxWait } }),
			},
		})),
	);
