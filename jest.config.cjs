module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json', diagnostics: false }],
	},
	setupFiles: ['reflect-metadata', '<rootDir>/test/support/properties.ts'],
	maxWorkers: 2,
	testTimeout: 30000,
};
