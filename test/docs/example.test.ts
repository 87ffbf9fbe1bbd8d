import * as ts from 'typescript';

import { fs, path, root } from '../support/node';

/** Where CONTRIBUTING.md says the two pieces of its example go. */
const PLACES = [
	'nodes/ConnectSafely/operations/message/getConversation.ts',
	'test/workflows/getConversation.test.ts',
];

/** The type errors of files that exist only here, in the midst of the real ones. */
function problems(sources: ReadonlyMap<string, string>): string[] {
	const config = path.join(root, 'tsconfig.test.json');
	const { options } = ts.parseJsonConfigFileContent(
		ts.readConfigFile(config, (name) => ts.sys.readFile(name)).config,
		{ ...ts.sys, readDirectory: () => [] },
		root,
	);
	const host = ts.createCompilerHost(options);
	const { fileExists, readFile } = host;
	host.fileExists = (name) => sources.has(name) || fileExists.call(host, name);
	host.readFile = (name) => sources.get(name) ?? readFile.call(host, name);
	const getSourceFile = host.getSourceFile.bind(host);
	host.getSourceFile = (name, target, ...rest) => {
		const text = sources.get(name);
		if (text === undefined) return getSourceFile(name, target, ...rest);
		return ts.createSourceFile(name, text, target);
	};
	const program = ts.createProgram([...sources.keys()], options, host);
	return [...sources.keys()].flatMap((name) => {
		const file = program.getSourceFile(name);
		return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
			({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
		);
	});
}

it('the example of an operation and its test in CONTRIBUTING.md compile', () => {
	const page = fs.readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');
	const pieces = [...page.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code);
	expect(pieces).toHaveLength(PLACES.length);
	for (const place of PLACES) expect(page).toContain(place);
	const sources = new Map(
		PLACES.map((place, at) => [path.join(path.resolve(root), place), pieces[at]]),
	);
	expect(problems(sources)).toEqual([]);
}, 120_000);
