import { linkupOperations } from '../../../nodes/LinkupApi/vendor';
import { fs, root } from '../../support/node';

const FOLDER = `${root}/nodes/LinkupApi/__schema__/v1.0.0`;

describe('output schemas of LinkupAPI', () => {
	it.each(linkupOperations.map(({ resource, operation }) => [resource, operation]))(
		'describe one item of %s %s',
		(resource, operation) => {
			const text = fs.readFileSync(`${FOLDER}/${resource}/${operation}.json`, 'utf8');
			const schema = JSON.parse(text) as { type: string; properties: object };
			expect(schema.type).toBe('object');
			const count = Object.keys(schema.properties).length;
			expect(count).toBeGreaterThan(0);
			expect(count).toBeLessThanOrEqual(10);
		},
	);

	it('are there for operations only', () => {
		const found = fs
			.readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.json'));
		expect(found).toHaveLength(linkupOperations.length);
	});
});
