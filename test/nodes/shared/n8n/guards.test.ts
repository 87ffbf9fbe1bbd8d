import fc from 'fast-check';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { connectSafely } from '../../../../nodes/ConnectSafely/vendor';
import { linkupApi } from '../../../../nodes/LinkupApi/vendor';
import { outX } from '../../../../nodes/OutX/vendor';
import { Failure } from '../../../../nodes/shared/failures/failure';
import { sendingInput } from '../../../../nodes/shared/fields/sendingOptions';
import type { Operation } from '../../../../nodes/shared/operation/types';
import { parseInput } from '../../../../nodes/shared/fields/parse';
import { parameterReader } from '../../../../nodes/shared/n8n/parameters';

type Values = Record<string, unknown>;

const OPERATIONS = [outX, connectSafely, linkupApi].flatMap(({ name, operations }) =>
	(operations as ReadonlyArray<Operation<never>>).map((operation) => ({
		id: `${name} ${operation.resource}.${operation.operation}`,
		operation,
	})),
);

const isCollection = ({ type }: INodeProperties): boolean => type === 'collection';
const membersOf = ({ options = [] }: INodeProperties): INodeProperties[] =>
	options as INodeProperties[];

/** What a careful operator fills in where something must be. */
const FILLED: Values = {
	recipient: 'https://www.linkedin.com/in/jane-doe',
	post: 'urn:li:activity:7123456789012345678',
	company: 'https://www.linkedin.com/company/acme',
	message: 'Hello',
	comment: 'Well said',
	taskId: '550e8400-e29b-41d4-a716-446655440000',
	watchlist: '550e8400-e29b-41d4-a716-446655440000',
	teamMember: 'jane@example.com',
	account: '60d21b4667d0d8992e610c85',
	keywords: 'hiring',
	code: '123456',
	companyTitle: 'Acme',
	group: '12345678',
	event: '7453424948037070848',
	job: '4445130437',
	subject: 'Hello',
};

function base({ operation }: (typeof OPERATIONS)[number]): Values {
	const filled = operation.parameters
		.filter(({ type }) => type !== 'notice')
		.map(({ name, default: value }) => [name, FILLED[name] ?? value] as const);
	const isCollected = operation.resource === 'collectedPost';
	const names = filled.map(([name]) => name);
	return {
		...Object.fromEntries(filled),
		// n8n hands an account over where one is to be chosen.
		...(names.includes('account') &&
			names.includes('authentication') && { authentication: 'account' }),
		...(isCollected && { post: 'post-1' }),
		...operation.onlyWith,
	};
}

/** The sentence of the refusal, or nothing. `own`: as it stands in the node; `resolved`: what n8n makes of it. */
function refusalOf(operation: Operation<never>, own: Values, resolved: Values): string | undefined {
	const context = {
		getNode: () => ({ parameters: own }),
		getNodeParameter: (name: string, _: number, fallback: unknown) =>
			name in own ? resolved[name] : fallback,
		getInputData: () => [{ json: { name: 'Jane' } }],
	} as unknown as IExecuteFunctions;
	try {
		const raw = parameterReader(context, operation.parameters)(0);
		parseInput(operation.input, raw);
		if (operation.kind === 'act') parseInput(sendingInput, raw.sending ?? {});
		return undefined;
	} catch (error) {
		expect(error).toBeInstanceOf(Failure);
		const { facts } = error as Failure;
		expect(facts).toMatchObject({ reason: 'invalidInput', outcome: 'notSent' });
		expect(facts.next).toMatch(/\w{3}.*\.$/);
		return facts.what;
	}
}

const GUARDS = new Set([
	'boolean',
	'number',
	'options',
	'multiOptions',
	'resourceLocator',
	'dateTime',
]);

const isGuard = ({ type }: INodeProperties): boolean => GUARDS.has(type);

interface Place {
	id: string;
	operation: Operation<never>;
	field: INodeProperties;
	/** The parameters with this value in this place. */
	put(value: unknown): Values;
}

const PLACES: Place[] = OPERATIONS.flatMap((entry) =>
	entry.operation.parameters.flatMap((parameter): Place[] => {
		const { id, operation } = entry;
		const at = (field: INodeProperties, put: Place['put']): Place => ({
			id: `${id} › ${parameter === field ? '' : `${parameter.name}.`}${field.name}`,
			operation,
			field,
			put,
		});
		if (isCollection(parameter)) {
			return membersOf(parameter)
				.filter(isGuard)
				.map((field) =>
					at(field, (value) => ({ ...base(entry), [parameter.name]: { [field.name]: value } })),
				);
		}
		if (!isGuard(parameter)) return [];
		return [at(parameter, (value) => ({ ...base(entry), [parameter.name]: value }))];
	}),
);

const EXPRESSION = '={{ $json.misspelt }}';

const EMPTY: unknown[] = [undefined, null, '', ' ', '\u200b\u00a0', Number.NaN, [], {}, [null]];

const OF_ANOTHER_TYPE: Record<string, unknown[]> = {
	boolean: ['yes', 'no', 'on', 'ja', 'undefined', 2, [true], { a: true }, new Date(0)],
	number: [true, '1.000', '1,000', '1e3', '٣', '5 seconds', 'NaN', Infinity, -1e12, [5], { a: 5 }],
	options: ['undefined', 'no such choice', 7.5, true, ['stop'], { value: 'stop' }],
	multiOptions: ['undefined', 'no such place', { a: 1 }, ['no such place']],
	dateTime: ['yesterday', '2026-02-31', 5, true, [5]],
	resourceLocator: [true, false, [], ['a', 'b'], { a: 1 }, 'undefined', '[object Object]', 'null'],
};

/** Names without their unit: bounds are told with the shorter one. */
const nameOf = ({ displayName }: INodeProperties): string =>
	`'${displayName.replace(/ \(Seconds\)$/, '')}`.replace(/ (?:Posts|People)\b.*/, '');

describe('a guard that was set', () => {
	it('stands in every vendor, operation and collection', () => {
		expect(PLACES.length).toBeGreaterThan(150);
		const kinds = new Set(PLACES.map(({ field }) => field.type));
		expect([...kinds].sort()).toEqual([...GUARDS].sort());
		expect(OPERATIONS).toHaveLength(outX.operations.length + connectSafely.operations.length + 9);
	});

	it.each(PLACES)('$id is refused by name when its expression yields nothing', (place) => {
		const { operation, field, put } = place;
		for (const value of EMPTY) {
			const written = [EXPRESSION];
			// A locator holds its expression in its value.
			if (field.type === 'resourceLocator') {
				const located = { __rl: true, mode: 'id', value };
				const said = refusalOf(
					operation,
					put({ __rl: true, mode: 'id', value: EXPRESSION }),
					put(located),
				);
				expect(said).toContain(nameOf(field));
			}
			for (const own of written) {
				expect(refusalOf(operation, put(own), put(value))).toContain(nameOf(field));
			}
		}
	});

	it.each(PLACES)('$id is refused by name when it is something else', (place) => {
		const { operation, field, put } = place;
		for (const value of OF_ANOTHER_TYPE[field.type]) {
			const said = refusalOf(operation, put(EXPRESSION), put(value));
			// The editor does not show this drop-down: its credential is named instead.
			const isHidden = field.name === 'authentication' && operation.onlyWith !== undefined;
			const name = isHidden ? 'a credential of the type' : nameOf(field);
			expect([value, said]).toEqual([value, expect.stringContaining(name)]);
		}
	});

	it.each(PLACES)('$id is taken when it says something', (place) => {
		const { operation, field, put } = place;
		const good: Record<string, unknown[]> = {
			boolean: [true, false, 'true', 'FALSE', 1, '0'],
			number: [5, '5', ' 5 '],
			options: (field.options ?? []).map((one) => 'value' in one && one.value),
			multiOptions:
				field.name === 'countries'
					? ['United States, 101165590']
					: [(field.options ?? []).map((one) => 'value' in one && one.value)],
			dateTime: ['2026-01-31', '2026-01-31T00:00:00', new Date(0)],
			resourceLocator: [FILLED[field.name]],
		};
		// What is refused for another reason names another field.
		const others = /'(?:LinkedIn Account|Company Name|Subject|Keywords|Posts Wanted)' is empty/;
		for (const value of good[field.type]) {
			const said = refusalOf(operation, put(EXPRESSION), put(value));
			if (said !== undefined && others.test(said)) continue;
			if (said?.startsWith('This operation works with a credential')) continue;
			const hours = field.name === 'fetchFreqInHours' ? /must be one of/ : undefined;
			expect([value, hours?.test(said ?? '') ? undefined : said]).toEqual([value, undefined]);
		}
	});

	it('is left at its default when nobody touched it', () => {
		for (const entry of OPERATIONS) {
			const filled = base(entry);
			const said = refusalOf(entry.operation, filled, filled);
			expect([entry.id, said]).toEqual([entry.id, undefined]);
			const own = Object.fromEntries(
				Object.entries(filled).filter(
					([name]) => name in FILLED || name in (entry.operation.onlyWith ?? {}),
				),
			);
			expect([entry.id, refusalOf(entry.operation, own, own)]).toEqual([entry.id, undefined]);
		}
	});
});

describe('a collection that is one expression', () => {
	const COLLECTIONS = OPERATIONS.flatMap((entry) =>
		entry.operation.parameters
			.filter(isCollection)
			.map((field) => ({ ...entry, field, title: `${entry.id} › ${field.name}` })),
	);

	it.each(COLLECTIONS)('$title is refused when it yields none', (entry) => {
		const { operation, field } = entry;
		const filled = base(entry);
		const texts = ['{"dryRun":true}', 'yes'];
		for (const value of [...EMPTY, ...texts, 7, true, [{ dryRun: true }]]) {
			for (const own of [EXPRESSION, ...texts.filter((one) => one === value)]) {
				const said = refusalOf(
					operation,
					{ ...filled, [field.name]: own },
					{ ...filled, [field.name]: value },
				);
				expect([value, said]).toEqual([value, expect.stringContaining(`'${field.displayName}' `)]);
			}
		}
	});

	it.each(COLLECTIONS)(
		'$title is refused with a member it does not have, or an empty one',
		(entry) => {
			const { operation, field } = entry;
			const filled = base(entry);
			const said = (value: Values): string | undefined =>
				refusalOf(
					operation,
					{ ...filled, [field.name]: EXPRESSION },
					{ ...filled, [field.name]: value },
				);
			for (const member of membersOf(field)) {
				const lower = member.name.toLowerCase();
				const slip = lower === member.name ? `${member.name}s` : lower;
				expect(said({ [slip]: true })).toMatch(
					new RegExp(`^'${field.displayName}' .*'${slip}' is no option of it`),
				);
				if (!isGuard(member)) continue;
				for (const value of EMPTY) expect(said({ [member.name]: value })).toContain(nameOf(member));
			}
		},
	);

	it('is left alone when nothing stands in its place', () => {
		for (const entry of COLLECTIONS) {
			for (const nothing of [null, '', {}, []]) {
				const filled = { ...base(entry), [entry.field.name]: nothing };
				const said = refusalOf(entry.operation, filled, filled);
				expect([entry.title, nothing, said]).toEqual([entry.title, nothing, undefined]);
			}
		}
	});

	it('is taken when it is in order', () => {
		const entry = OPERATIONS.find(({ id }) => id === 'outX message.send');
		const filled = base(entry!);
		const sending = { dryRun: true, maxPerDay: 20, pauseMin: 0, pauseMax: 0, textCheck: 'off' };
		const own = { ...filled, sending: EXPRESSION, options: EXPRESSION };
		const resolved = { ...filled, sending, options: { maxWait: 10 } };
		expect(refusalOf(entry!.operation, own, resolved)).toBeUndefined();
		const like = OPERATIONS.find(({ id }) => id === 'outX post.like');
		const liked = base(like!);
		expect(
			refusalOf(like!.operation, { ...liked, sending: EXPRESSION }, { ...liked, sending }),
		).toBeUndefined();
	});

	it('is never read as its defaults, whatever it is', () => {
		const { operation, ...entry } = OPERATIONS.find(({ id }) => id === 'outX message.send')!;
		const filled = base({ operation, ...entry });
		fc.assert(
			fc.property(fc.anything(), (value) => {
				const own = { ...filled, sending: EXPRESSION };
				const said = refusalOf(operation, own, { ...filled, sending: value });
				expect(said).toBeDefined();
			}),
		);
	});
});

describe('a row of a fixed collection', () => {
	const { operation, ...entry } = OPERATIONS.find(({ id }) => id === 'outX watchlist.create')!;
	const filled: Values = { ...base({ operation, ...entry }), findBy: 'rules' };
	const said = (written: unknown, resolved: unknown): string | undefined =>
		refusalOf(
			operation,
			{ ...filled, rules: { rule: written } },
			{ ...filled, rules: { rule: resolved } },
		);

	it.each([undefined, null, '', [], {}])('is refused when its choice comes out as %j', (match) => {
		const row = { keyword: 'hiring', requiredWords: 'remote' };
		const words = "'Of the Required Words' was set but is empty: the field name in its expression";
		expect(said([row, { ...row, match: EXPRESSION }], [row, { ...row, match }])).toContain(words);
		if (match === undefined) return;
		expect(said(EXPRESSION, [{ ...row, match }])).toContain(words);
	});

	it('is taken when its choice was left alone or says something', () => {
		const row = { keyword: 'hiring' };
		expect(said([row], [row])).toBeUndefined();
		expect(said(EXPRESSION, [row, { ...row, match: 'any' }])).toBeUndefined();
	});
});

describe('what is no guard', () => {
	const send = OPERATIONS.find(({ id }) => id === 'connectSafely connection.sendRequest')!;
	const said = (own: Values, resolved: Values): string | undefined =>
		refusalOf(send.operation, { ...base(send), ...own }, { ...base(send), ...resolved });

	it.each([undefined, null, ''])('a note that comes out as %j is no note', (note) => {
		expect(said({ note: EXPRESSION }, { note })).toBeUndefined();
	});

	it('an account that was left alone is the default account', () => {
		for (const account of [
			{ mode: 'list', value: '' },
			{ __rl: true, mode: 'list', value: '' },
			{ __rl: true, mode: 'id', value: '' },
			undefined,
		]) {
			expect(said({ account }, { account })).toBeUndefined();
		}
	});
});

describe('what was set by hand', () => {
	const send = OPERATIONS.find(({ id }) => id === 'linkupApi message.send')!;
	const said = (more: Values): string | undefined => {
		const all = { ...base(send), ...more };
		return refusalOf(send.operation, all, all);
	};

	it.each([
		{ maxPerDay: '' },
		{ maxPerDay: null },
		{ pauseMin: '' },
		{ onLimit: '' },
		{ dryRun: '' },
	])('is refused when it was emptied: %j', (sending) => {
		expect(said({ sending })).toMatch(/' was set but is empty: fill it in, or remove it$/);
	});

	it('is no cap with a 0', () => {
		expect(said({ sending: { maxPerDay: 0, pauseMin: 0, pauseMax: 0 } })).toBeUndefined();
	});

	it('does not mistake the sender for the person', () => {
		const account = '60d21b4667d0d8992e610c85';
		expect(said({ authentication: 'account', account, recipient: 'jane-doe' })).toBeUndefined();
		expect(said({ authentication: 'account', account, recipient: account })).toMatch(
			/^'Recipient' and 'LinkedIn Account' hold the same/,
		);
	});

	it.each([
		['https://www.linkedin.com/in/john-doe', /names a LinkedIn profile/],
		['urn:li:person:ACoAABCDEFG', /names a LinkedIn profile/],
		['ACoAABCDEFGHIJKLMNOP', /names a LinkedIn profile/],
		['jane@example.com', /an email address/],
		['Jane Doe', /several words/],
		['a/b', /is not an account ID of LinkupAPI: choose/],
	])('says what stands in the place of an account: %s', (account, words) => {
		expect(said({ authentication: 'account', account })).toMatch(words);
	});

	it.each(['"acc_1"', " 'acc_1' ", '\u200bacc_1\n', '“acc_1”'])(
		'reads the account %j',
		(account) => {
			expect(said({ authentication: 'account', account })).toBeUndefined();
		},
	);
});
