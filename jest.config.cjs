/** Three projects: what runs in Node against a real mongod, what drives a browser, what runs the mini-program build. */
const { existsSync } = require('node:fs');

const rewritten = ['mongodb/lib/runtime_adapters', '@seriousme/openapi-schema-validator', '@noble/ciphers'];

const isBound = Boolean(process.env.NUANLIN_TEST_BOOKS);

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
  // Books are what `npm test` binds test files into; whoever runs some files by name runs those themselves.
  modulePathIgnorePatterns: ['/dist/', '/\\.data/', isBound ? '/\\.cache/(?!books/)' : '/\\.cache/'],
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
      roots: ['api', 'shared', 'miniapp/src', 'scripts', 'tests', '.cache/books/node'].filter((folder) =>
        existsSync(`${__dirname}/${folder}`),
      ),
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: [...common.testPathIgnorePatterns, '/tests/browser/', '/tests/weapp/'],
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/{tests,.cache/books}/browser/**/*.test.ts'],
    },
    { ...common, displayName: 'weapp', testMatch: ['<rootDir>/tests/weapp/**/*.test.ts'] },
  ],
};
