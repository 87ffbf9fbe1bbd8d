import { linkupOperations } from '../../../nodes/LinkupApi/vendor';
import { schemaFiles, schemaOf } from '../../../scripts/build/schemas';

describe('output schemas of LinkupAPI', () => {
	it.each(linkupOperations.map(({ resource, operation }) => [resource, operation]))(
		'describe one item of %s %s',
		(resource, operation) => {
			const schema = schemaOf('LinkupApi', resource, operation);
			expect(schema).toMatchObject({ type: 'object', version: 1 });
			const count = Object.keys(schema?.properties ?? {}).length;
			expect(count).toBeGreaterThan(0);
			expect(count).toBeLessThanOrEqual(10);
		},
	);

	it('are there for operations only', () => {
		const found = [...schemaFiles().keys()].filter((name) => name.startsWith('LinkupApi/'));
		expect(found).toHaveLength(linkupOperations.length);
		expect(found).toContain('LinkupApi/__schema__/v1.0.0/message/send.json');
	});
});
