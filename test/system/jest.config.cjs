const { join } = require('node:path');

const { transform, setupFiles } = require('../../jest.config.cjs');

/*
 * What runs whole things, and takes minutes: a project for each folder here. `npm run soak` and the others start
 * one with what it needs (test/system/run.ts); `npm test` runs none of these, as they are called *.system.ts.
 */

const KINDS = ['bench', 'compat', 'e2e', 'examples', 'soak'];

/** ES modules that are required here, and by n8n's own nodes. */
const ES_MODULES = [
	'tinybench',
	'change-case',
	'htmlparser2',
	'entities',
	'domhandler',
	'domutils',
	'dom-serializer',
	'domelementtype',
];

const rootDir = join(__dirname, '../..');

module.exports = {
	rootDir,
	reporters: ['<rootDir>/test/system/support/reporter.ts'],
	projects: KINDS.map((name) => ({
		displayName: name,
		rootDir,
		roots: [`<rootDir>/test/system/${name}`],
		testMatch: ['**/*.system.ts'],
		testEnvironment: '<rootDir>/test/system/support/environment.ts',
		transform: { ...transform, '\\.m?js$': '<rootDir>/test/system/support/toCommonJs.cjs' },
		transformIgnorePatterns: [
			`/node_modules/(?!(?:.*/)?(?:${ES_MODULES.join('|')})/)`,
			'/\\.cache/',
		],
		setupFiles,
	})),
};
