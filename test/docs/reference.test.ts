import type { INodeProperties } from 'n8n-workflow';

import { limitField, returnAllField } from '../../nodes/shared/fields/properties';
import { sendingPart } from '../../nodes/shared/fields/sending';
import { operationsOf } from '../../nodes/shared/operation/define';
import { collectionTable } from '../../scripts/docs/fields';
import { nodeFields, operationTables } from '../../scripts/docs/reference';
import type { DocumentedNode } from '../../scripts/docs/reference';
import { eventTable, triggerFields } from '../../scripts/docs/trigger';
import { conditionWords, defaultWords, purposeWords } from '../../scripts/docs/words';

const kind: INodeProperties = {
	displayName: 'Kind',
	name: 'kind',
	type: 'options',
	default: 'a',
	description: 'Which of the two',
	options: [
		{ name: 'First | One', value: 'a', description: 'The first.' },
		{ name: 'Second', value: 'b' },
	],
};

const subject: INodeProperties = {
	displayName: 'Subject',
	name: 'subject',
	type: 'string',
	required: true,
	default: '',
	displayOptions: { show: { kind: ['b'] } },
	description: 'A line. And another.',
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	default: {},
	options: [
		{
			...subject,
			displayName: 'Wait',
			required: false,
			displayOptions: { show: { '/kind': ['a'] } },
		},
	],
};

const base = { resource: 'thing', description: 'Do it', action: 'Do it', calls: [] };
const { defineAct, defineRead } = operationsOf<object>();
const [sendingField] = sendingPart('recipient', true).properties.slice(-1);
const part = (...properties: INodeProperties[]) => ({ properties, shape: {} });
const nothing = async (): Promise<never> => await Promise.reject(new Error('never called'));

const act = defineAct({
	...base,
	operation: 'send',
	name: 'Send',
	acts: 'send',
	fields: [part(kind, subject), part(options)],
	texts: {},
	text: () => '',
	perform: nothing,
});

const read = defineRead({
	...base,
	operation: 'getAll',
	name: 'Get Many',
	onlyWith: { kind: 'b' },
	output: { id: 'string', name: 'string' },
	fields: [part(returnAllField, limitField, options)],
	perform: nothing,
});

const resources = [{ name: 'Thing', value: 'thing', description: 'A thing' }];

const node: DocumentedNode = {
	folder: 'Vendor',
	resources,
	operations: [act, read],
	before: [kind],
};

const operations = (): string => operationTables(node);

describe('a field in words', () => {
	it.each<[Partial<INodeProperties>, string]>([
		[{ type: 'string', default: '' }, 'empty'],
		[{ type: 'string', default: '', required: true }, 'must be filled in'],
		[{ type: 'resourceLocator', default: { mode: 'url', value: '' } }, 'empty'],
		[{ type: 'multiOptions', default: [] }, 'empty'],
		[{ type: 'boolean', default: false }, 'off'],
		[{ type: 'boolean', default: true }, 'on'],
		[{ type: 'number', default: 0 }, '0'],
		[kind, 'First | One'],
	])('starts as %j says', (field, words) => {
		expect(defaultWords(field as INodeProperties)).toBe(words);
	});

	it('names the fields and values it depends on, also from within a collection', () => {
		expect(conditionWords(subject, [kind])).toBe('Only when Kind is Second.');
		expect(conditionWords(limitField, [returnAllField])).toBe('Only when Return All is off.');
		expect(conditionWords({ displayOptions: { show: { '/kind': ['a', 'b'] } } }, [kind])).toBe(
			'Only when Kind is First | One or Second.',
		);
		expect(conditionWords({}, [kind])).toBe('');
	});

	it('says what it is for, with its choices', () => {
		expect(purposeWords(kind, [])).toBe(
			'Which of the two. Choices: First | One (The first); Second.',
		);
		expect(purposeWords(subject, [kind])).toBe('A line. And another. Only when Kind is Second.');
	});
});

describe('the tables of operations', () => {
	it('have a line for each operation, and say which reach a person', () => {
		expect(operations()).toContain(
			'| Thing › Get Many | Do it. Only when Kind is Second. | Return All, Limit, Options | `id`, `name` |',
		);
		expect(operations()).toContain(
			'| Thing › Send | Do it. **Reaches a person.** | Kind, **Subject**, Sending, Options | [an outcome](../outputs-and-errors.md#outputs) |',
		);
	});

	it('stand under their resource, in the order of their names', () => {
		const other = { ...read, resource: 'other', operation: 'get', name: 'Get' };
		const text = operationTables({
			...node,
			resources: [...resources, { name: 'Other', value: 'other', description: 'Another' }],
			operations: [act, other, read],
		});
		const lines = [...text.matchAll(/^(?:### \w+|\| \w+ › [\w ]+)/gm)].map(([line]) => line.trim());
		expect(lines).toEqual([
			'### Other',
			'| Other › Get',
			'### Thing',
			'| Thing › Get Many',
			'| Thing › Send',
		]);
		expect(text).toMatch(/^### Thing\n\nA thing\.\n\n\| Operation \|/m);
	});
});

describe('the table of fields', () => {
	const fields = (): string => nodeFields(node);

	it('has what each holds before anybody touches it, as its default', () => {
		expect(fields()).toMatch(/^\| Field \| What it is for \| Default \|\n/);
		expect(fields()).toContain('| Limit | Max number of results to return.');
		expect(fields()).toMatch(/^\| Return All \| .+ \| off \|$/m);
	});

	it('keeps bars from breaking a table, and leaves notices out', () => {
		expect(fields()).toContain('First \\| One');
		expect(fields()).not.toContain('Waits 30 to 60 seconds');
	});

	it('explains every field once, members of collections among them', () => {
		expect(fields().match(/\| Options › Wait \|/g)).toHaveLength(1);
		expect(fields().match(/^\| Kind \|/gm)).toHaveLength(1);
		expect(fields()).not.toContain('Skip People Already Contacted');
	});

	it('says of a member when its collection is shown', () => {
		const parameters = [kind, { ...options, displayOptions: { show: { kind: ['b'] } } }];
		const text = nodeFields({ ...node, operations: [{ ...read, parameters }] });
		expect(text).toMatch(/^\| Options › Wait \| .*Only when Kind is Second\. \|/m);
	});

	it('says which operations have a field where one of its name differs', () => {
		const other = defineRead({
			...base,
			operation: 'get',
			name: 'Get',
			fields: [part({ ...limitField, description: 'Another' })],
			perform: nothing,
		});
		const text = nodeFields({ folder: 'Vendor', resources, operations: [other, read] });
		expect(text).toContain('| Limit (Thing › Get) | Another.');
		expect(text).toContain('| Limit (Thing › Get Many) | Max number');
	});

	it('of the sending options has each of them once', () => {
		const text = collectionTable(sendingField);
		expect(text.match(/^\| Skip People Already Contacted \|/gm)).toHaveLength(1);
		expect(text).toMatch(/^\| Pause at Least \(Seconds\) \| .+ \| 30 \|$/m);
	});
});

describe('the tables of a trigger', () => {
	const event: INodeProperties = {
		displayName: 'Event',
		name: 'event',
		type: 'options',
		default: 'a',
		options: [
			{ name: 'New A', value: 'a', description: 'An A has come' },
			{ name: 'New B', value: 'b' },
		],
	};
	const shown = (field: INodeProperties, ...events: string[]): INodeProperties => ({
		...field,
		displayOptions: { show: { event: events } },
	});
	const notice: INodeProperties = { ...subject, name: 'notice', type: 'notice' };
	const properties = [
		event,
		shown(subject, 'a'),
		shown(limitField, 'a', 'b'),
		shown(notice, 'b'),
		shown({ ...options, displayName: 'Filters' }, 'b'),
	];

	it('have a line for each event, with its fields', () => {
		expect(eventTable({ properties }).split('\n').slice(2)).toEqual([
			'| New A | An A has come. | **Subject**, Limit |',
			'| New B |  | Limit, Filters |',
		]);
	});

	it('say of a field for which events it is there, unless it is for all', () => {
		const text = triggerFields({ properties });
		expect(text).toMatch(/^\| Subject \| A line\. And another\. Only when Event is New A\. \|/m);
		expect(text).toMatch(/^\| Filters › Wait \| .*Only when Event is New B\. \|/m);
		expect(text.split('\n').find((line) => line.startsWith('| Limit |'))).not.toMatch(/Event/);
		expect(text).not.toMatch(/\| Event \|/);
	});
});
