/** The kinds of tests and what each jest project shares: SWC with decorators, sources instead of dist, no real `.swcrc`. */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      swcrc: false,
      sourceMaps: 'inline',
      jsc: {
        target: 'es2024',
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        transform: {
          legacyDecorator: true,
          decoratorMetadata: true,
          verbatimModuleSyntax: true,
          react: { runtime: 'automatic' },
        },
        keepClassNames: true,
      },
      module: { type: 'es6' },
    },
  ],
};

const ignored = ['/node_modules/', '<rootDir>/dist/', '<rootDir>/.tsunagi/'];

/**
 * One jest project.
 * @param rootDir the root of the repository
 * @param kind its name, for `--selectProjects`
 * @param testMatch globs below the root
 * @param more what this kind needs beyond the shared part
 */
export const project = (rootDir, kind, testMatch, more = {}) => ({
  displayName: kind,
  rootDir,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['tsunagi:source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform,
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  testPathIgnorePatterns: ignored,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.tsunagi/'],
  watchPathIgnorePatterns: ignored,
  setupFiles: ['<rootDir>/test/jest/process.setup.mjs'],
  restoreMocks: true,
  ...more,
});

/** What projects that talk to PostgreSQL add: one server a run, see postgres.setup.mjs. */
export const withPostgres = {
  globalSetup: '<rootDir>/test/jest/postgres.setup.mjs',
  globalTeardown: '<rootDir>/test/jest/postgres.teardown.mjs',
};

/** What projects add whose test files cannot run side by side. */
export const serial = { runner: '<rootDir>/test/jest/serial-runner.mjs' };
