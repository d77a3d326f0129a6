/** Three projects: what runs in Node against a real mongod, what drives a browser, what runs the mini-program build. */
const { existsSync } = require('node:fs');

const rewritten = ['mongodb/lib/runtime_adapters', '@seriousme/openapi-schema-validator', '@noble/ciphers'];

const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Jest's module registry has no dynamic import() and no ES modules; what needs either is rewritten as CommonJS.
  // (The driver loads `os` by import(); when that fails its handshake is refused for want of client metadata.)
  transformIgnorePatterns: [`/node_modules/(?!(${rewritten.join('|')}))`],
  moduleNameMapper: { '^@shared/(.*)$': '<rootDir>/shared/$1', '^@/(.*)$': '<rootDir>/miniapp/src/$1' },
  modulePathIgnorePatterns: ['/dist/', '/\\.data/', '/\\.cache/'],
  // Long seeds and fault runs: `npm run test:long`.
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(process.env.NUANLIN_TEST_LONG ? [] : ['\\.long\\.test\\.tsx?$']),
  ],
};

module.exports = {
  maxWorkers: 2,
  globalSetup: '<rootDir>/tests/kit/mongodSetup.ts',
  globalTeardown: '<rootDir>/tests/kit/mongodTeardown.ts',
  projects: [
    {
      ...common,
      displayName: 'node',
      roots: ['api', 'shared', 'miniapp/src', 'scripts', 'tests'].filter((folder) =>
        existsSync(`${__dirname}/${folder}`),
      ),
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: [...common.testPathIgnorePatterns, '/tests/browser/', '/tests/weapp/'],
    },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/tests/browser/**/*.test.ts'] },
    { ...common, displayName: 'weapp', testMatch: ['<rootDir>/tests/weapp/**/*.test.ts'] },
  ],
};
