import { actOutput, outputSchema } from '../../../../nodes/shared/operation/output';

describe('an output schema', () => {
	it('says what each member holds, or may hold', () => {
		expect(
			outputSchema({
				id: 'string',
				note: 'string?',
				degree: 'string|integer',
				task: 'object|array|string?',
				words: ['string'],
				jobs: [{ title: 'string' }],
				person: { name: 'string' },
			}),
		).toEqual({
			type: 'object',
			properties: {
				id: { type: 'string' },
				note: { type: ['string', 'null'] },
				degree: { type: ['string', 'integer'] },
				task: { type: ['object', 'array', 'string', 'null'] },
				words: { type: 'array', items: { type: 'string' } },
				jobs: {
					type: 'array',
					items: { type: 'object', properties: { title: { type: 'string' } } },
				},
				person: { type: 'object', properties: { name: { type: 'string' } } },
			},
			version: 1,
		});
	});

	it('of an act has what it is on, and what its vendor tells', () => {
		const person = actOutput('recipient', { sent: 'boolean' }, 'taskId');
		expect(Object.keys(person)).toEqual([
			...['outcome', 'vendor', 'action', 'recipient', 'taskId', 'reason', 'text', 'response'],
		]);
		expect(person.response).toEqual({ sent: 'boolean' });
		const post = actOutput('collectedPost', {}, 'rateLimit');
		expect(Object.keys(post)).toContain('rateLimit');
		expect(post.post).toEqual({ input: 'string', url: 'string', urn: 'string', id: 'string' });
	});
});
