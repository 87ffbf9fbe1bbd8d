import { fs, path, root } from '../support/node';

const read = (name: string): string => fs.readFileSync(path.join(root, name), 'utf8');

/** The pieces of code in CONTRIBUTING.md. */
const pieces = [...read('CONTRIBUTING.md').matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(
	([, code]) => code,
);

const indented = (code: string): string =>
	code
		.trimEnd()
		.split('\n')
		.map((line) => `\t${line}`)
		.join('\n');

describe('the example in CONTRIBUTING.md', () => {
	it('is an operation as it stands in the package', () => {
		expect(pieces).toHaveLength(2);
		expect(read('nodes/ConnectSafely/operations/comment.ts')).toBe(pieces[0]);
	});

	it('is proven by the case it shows', () => {
		expect(read('test/vendors/plain/connectSafely.test.ts')).toContain(indented(pieces[1]));
	});
});
