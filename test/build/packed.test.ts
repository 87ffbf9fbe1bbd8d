import { oddFiles } from '../../scripts/check/packed';

const expected = ['package.json', 'dist/shared.js', 'dist/icons/outx.svg'];
const file = (path: string, size = 10): { path: string; size: number } => ({ path, size });

describe('oddFiles', () => {
	it('passes what is expected, in whatever order', () => {
		expect(
			oddFiles(
				[...expected].reverse().map((name) => file(name)),
				expected,
				100,
			),
		).toEqual([]);
	});

	it('names what is too much and what is missing', () => {
		const files = ['package.json', 'dist/shared.js', 'dist/shared.js.map', 'nodes/OutX/api.ts'];
		expect(
			oddFiles(
				files.map((name) => file(name)),
				expected,
				100,
			),
		).toEqual([
			'Not expected: dist/shared.js.map',
			'Not expected: nodes/OutX/api.ts',
			'Missing: dist/icons/outx.svg',
		]);
	});

	it('counts every byte of dist, and none beside it', () => {
		const files = [
			file('package.json', 999),
			file('dist/shared.js', 90),
			file('dist/icons/outx.svg', 10),
		];
		expect(oddFiles(files, expected, 100)).toEqual([]);
		expect(oddFiles(files, expected, 99)).toEqual(['dist has 100 bytes, 99 at most']);
	});
});
