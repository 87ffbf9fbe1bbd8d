import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { limitField, returnAllField } from '../../../nodes/shared/descriptions/fields';
import { sendingField, sendingFields } from '../../../nodes/shared/descriptions/sending';
import { defineAct, defineRead } from '../../../nodes/shared/operation/types';
import type { ActInput } from '../../../nodes/shared/operation/types';
import { reference } from '../../../scripts/docs/reference';
import { conditionWords, defaultWords, purposeWords } from '../../../scripts/docs/words';

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

const base = { resource: 'thing', description: 'Do it', action: 'Do it', input: z.any() };
const nothing = async (): Promise<never> => await Promise.reject(new Error('never called'));

const act = defineAct<object, ActInput>({
	...base,
	operation: 'send',
	name: 'Send',
	acts: 'send',
	parameters: [kind, subject, ...sendingFields, options],
	text: () => '',
	perform: nothing,
});

const read = defineRead<object, unknown>({
	...base,
	operation: 'getAll',
	name: 'Get Many',
	onlyWith: { kind: 'b' },
	parameters: [returnAllField, limitField, options],
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
	it('says of each operation whether it reaches a person', () => {
		expect(written()).toContain(
			'| Thing › Get Many | Do it. | no |\n| Thing › Send | Do it. | yes |',
		);
		expect(written()).toContain('#### Thing › Send\n\nDo it. **This reaches a person.**');
		expect(written()).toContain(
			'#### Thing › Get Many\n\nDo it. This writes to nobody. Only when Kind is Second.',
		);
	});

	it('keeps bars from breaking a table, and leaves notices out', () => {
		expect(written()).toContain('| First \\| One |');
		expect(written()).not.toContain('Sends one after another');
	});

	it('tells the sending options and the options several operations share once', () => {
		expect(written().match(/Skip People Already Contacted \|/g)).toHaveLength(1);
		expect(written()).toContain('**Options** of Thing › Get Many, Thing › Send:');
		expect(written().match(/\| Options › Wait \|/g)).toHaveLength(1);
	});

	it('names the fields of the output where they are known', () => {
		expect(written()).toContain('Gives: `id`, `name`.');
		expect(written()).toContain('Gives one item per contact: see [Outputs](#outputs).');
	});
});
