import type { INodeProperties } from 'n8n-workflow';

import { limitField, returnAllField } from '../../nodes/shared/fields/properties';
import { sendingPart } from '../../nodes/shared/fields/sending';
import { operationsOf } from '../../nodes/shared/operation/define';
import { reference } from '../../scripts/docs/reference';
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
	fields: [part(returnAllField, limitField, options)],
	perform: nothing,
});

const resources = [{ name: 'Thing', value: 'thing', description: 'A thing' }];

const written = (): string =>
	reference(
		[{ name: 'Vendor', folder: 'Vendor', resources, operations: [act, read], before: [kind] }],
		sendingField,
		(folder, resource, operation) =>
			`${folder}/${resource}/${operation}` === 'Vendor/thing/getAll' ? ['id', 'name'] : undefined,
	);

describe('a field in words', () => {
	it.each<[Partial<INodeProperties>, string]>([
		[{ type: 'string', default: '' }, 'empty'],
		[{ type: 'string', default: '', required: true }, 'must be filled in'],
		[{ type: 'resourceLocator', default: { mode: 'url', value: '' } }, 'empty'],
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

describe("the README's reference of operations", () => {
	it('has a line for each operation, and says which reach a person', () => {
		expect(written()).toContain(
			'| Thing › Get Many | Do it. Only when Kind is Second. | Return All, Limit, Options | `id`, `name` |',
		);
		expect(written()).toContain(
			'| Thing › Send | Do it. **Reaches a person.** | Kind, **Subject**, Sending, Options | [an outcome](#outputs) |',
		);
	});

	it('keeps bars from breaking a table, and leaves notices out', () => {
		expect(written()).toContain('First \\| One');
		expect(written()).not.toContain('Waits 30 to 60 seconds');
	});

	it('explains every field once, members of collections among them', () => {
		expect(written().match(/Skip People Already Contacted \|/g)).toHaveLength(1);
		expect(written().match(/\| Options › Wait \|/g)).toHaveLength(1);
		expect(written().match(/^\| Kind \|/gm)).toHaveLength(1);
		expect(written()).toContain('| Limit | ');
	});

	it('says which operations have a field where one of its name differs', () => {
		const other = defineRead({
			...base,
			operation: 'get',
			name: 'Get',
			fields: [part({ ...limitField, description: 'Another' })],
			perform: nothing,
		});
		const text = reference(
			[{ name: 'Vendor', folder: 'Vendor', resources, operations: [other, read] }],
			sendingField,
			() => undefined,
		);
		expect(text).toContain('| Limit (Thing › Get) | Another.');
		expect(text).toContain('| Limit (Thing › Get Many) | Max number');
	});
});
