import {
	count,
	list,
	made,
	moment,
	part,
	shapeOf,
	simplified,
	text,
	yesNo,
} from '../../../../nodes/shared/operation/simple';
import type { JsonObject } from '../../../../nodes/shared/json/types';

const SIMPLE = {
	id: text('id', 'urn'),
	author: text('author.full_name', 'author_name'),
	likes: count('likes'),
	isOpen: yesNo('open'),
	tags: list('tags'),
	company: part('company'),
	createdAt: moment('created', 'date'),
	twice: made('number', ({ likes }) => Number(likes) * 2),
};

describe('what Simplify keeps', () => {
	it('takes the first place where something of the kind stands', () => {
		const record: JsonObject = {
			urn: 'urn:li:1',
			author: { full_name: ' ' },
			author_name: 'Jane',
			likes: 3,
			open: false,
			tags: [],
			company: { name: 'Acme' },
			created: 1771906196,
		};
		expect(simplified(SIMPLE, record)).toEqual({
			id: 'urn:li:1',
			author: 'Jane',
			likes: 3,
			isOpen: false,
			tags: [],
			company: { name: 'Acme' },
			createdAt: '2026-02-24T04:09:56.000Z',
			twice: 6,
		});
	});

	it('makes IDs texts, and keeps a moment it cannot read', () => {
		expect(simplified(SIMPLE, { id: 42, date: '3 days ago', likes: 0 })).toEqual({
			id: '42',
			createdAt: '3 days ago',
			likes: 0,
			twice: 0,
		});
	});

	it.each<JsonObject>([
		{ id: null, likes: 'many', open: 'yes', tags: 'a', company: [], created: null },
		{ author: 'Jane', tags: {}, company: 'Acme' },
		{ id: {}, author: [] },
	])('leaves out what is missing or of another kind: %j', (record) => {
		expect(simplified({ ...SIMPLE, twice: text('none') }, record)).toEqual({});
	});

	it('tells its shape', () => {
		expect(shapeOf(SIMPLE)).toEqual({
			id: 'string',
			author: 'string',
			likes: 'number',
			isOpen: 'boolean',
			tags: 'array',
			company: 'object',
			createdAt: 'string',
			twice: 'number',
		});
	});
});
