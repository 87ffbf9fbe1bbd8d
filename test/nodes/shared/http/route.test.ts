import fc from 'fast-check';

import { requestOf } from '../../../../nodes/shared/http/route';

describe('a route', () => {
	it('puts what its path names there, and the rest into the query', () => {
		expect(requestOf('GET /account/{accountId}/quota', { accountId: 'a b', page: 2 })).toEqual({
			method: 'GET',
			path: '/account/a%20b/quota',
			query: { page: 2 },
		});
	});

	it('has a body where it is no GET or DELETE, also an empty one', () => {
		expect(requestOf('PATCH /a/{id}', { id: 7, on: false, list: [1] })).toEqual({
			method: 'PATCH',
			path: '/a/7',
			body: { on: false, list: [1] },
		});
		expect(requestOf('DELETE /a/{id}', { id: 7 })).toEqual({ method: 'DELETE', path: '/a/7' });
	});

	it('leaves out what is undefined, and writes lists and switches as texts into a query', () => {
		const params = { a: undefined, b: null, c: [1, 'x'], d: true, e: '' };
		expect(requestOf('GET /x', params).query).toEqual({ b: 'null', c: '1,x', d: 'true', e: '' });
	});

	it('never leaves its address, whatever stands in a param', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('a\uD83D b')), (id) => {
				const { path } = requestOf('GET /a/{id}/b', { id });
				expect(path.split('/')).toHaveLength(4);
				expect(path).not.toMatch(/[?#]/);
				expect(decodeURIComponent(path.slice(3, -2))).toBe(id.replace(/\p{Surrogate}/gu, '\uFFFD'));
			}),
		);
	});
});
