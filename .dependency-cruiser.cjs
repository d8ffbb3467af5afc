/**
 * The arrows between the rooms. `npm run check` walks them twice: what runs (this file as it is) and, through
 * .dependency-cruiser.types.cjs, what is named in types as well. Reachability is judged on what runs: `import type` is free there.
 */
const types = process.env.TSUNAGI_ARROWS === 'types';

const foundation = ['domain', 'calendar', 'contracts'];
const middle = ['profiles', 'forms', 'access'];
const upper = ['outbox', 'audit', 'notification', 'reporting', 'temporal'];

const libs = (names) => `^libs/(${names.join('|')})/`;
const ours = '^(apps|libs|workflows|migrations)/';
const spec = '\\.(spec|int-spec|workflow-spec)\\.tsx?$|^test/|^(libs|apps)/[^/]+/src/testing/';
const packages = (names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;

/** A lib may reach itself and the named libs, nothing else of ours. */
const lib = (names, may, comment, more = []) =>
  names.map((name) => ({
    name: `${name}-arrows`,
    comment,
    severity: 'error',
    from: { path: libs([name]), pathNot: spec },
    to: { path: ours, pathNot: [libs([name, ...may]), ...more] },
  }));

const arrows = [
  ...lib(['calendar', 'contracts'], [], 'calendar and contracts import nothing of ours'),
  ...lib(
    ['domain'],
    // The calendar is pure and knows no domain: months and spread instants are counted by its functions, not twice.
    types ? ['calendar', 'contracts'] : ['calendar'],
    'domain imports nothing of ours, but the calendar and the types of contracts',
  ),
  ...lib(['views'], foundation, 'views are types that name what the domain names'),
  ...lib(middle, foundation, 'profiles, forms and access stand on domain, calendar and contracts only'),
  ...lib(['persistence'], [...foundation, ...middle], 'persistence stands on all before it', ['^migrations/']),
  ...lib(upper, [...foundation, ...middle, 'persistence'], 'these stand on persistence and what it stands on'),
  ...lib(['simulator'], [...foundation, ...middle], 'the simulator runs domain and procedures', ['^workflows/']),
];

/** Only where types are free to cross: the other run would only repeat these. */
const running = [
  {
    name: 'foundation-without-packages',
    comment: 'Rules and contracts are plain code',
    severity: 'error',
    from: { path: [libs(foundation)], pathNot: spec },
    to: { path: '(^|/)node_modules/', pathNot: packages(['@temporalio/common', '@temporalio/workflow']) },
  },
  {
    name: 'pure-without-node',
    comment: 'Decisions and procedures do no I/O; holidays are a file that the calendar may read',
    severity: 'error',
    from: { path: [libs(['domain', 'contracts']), '^workflows/'], pathNot: spec },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'workflow-sandbox-stays-pure',
    comment: 'Nothing that reaches the sandbox may bring a framework, a driver or Node with it',
    severity: 'error',
    from: { path: '^workflows/', pathNot: spec },
    to: {
      path: [
        packages([
          'typeorm',
          'pg',
          '@nestjs',
          'nodemailer',
          'class-validator',
          'class-transformer',
          'luxon',
          'fastify',
          '@temporalio/(client|worker|testing|activity)',
        ]),
        libs(['persistence', ...upper, ...middle]),
      ],
      reachable: true,
    },
  },
  {
    name: 'web-stays-in-the-browser',
    comment: 'What the browser loads brings no server code along',
    severity: 'error',
    from: { path: '^apps/web/', pathNot: [spec, '^apps/web/[^/]+\\.config\\.ts$'] },
    to: {
      path: [packages(['typeorm', 'pg', '@nestjs', '@temporalio']), libs(['persistence', ...upper])],
      reachable: true,
    },
  },
  {
    name: 'web-without-node',
    severity: 'error',
    from: { path: '^apps/web/', pathNot: [spec, '^apps/web/[^/]+\\.config\\.ts$'] },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    from: { path: ours },
    to: { circular: true },
  },
  {
    name: 'no-dev-dependency-in-production',
    severity: 'error',
    from: { path: ours, pathNot: [spec, '^apps/web/'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm'] },
  },
];

module.exports = {
  forbidden: [
    ...arrows,
    ...(types ? [] : running),
    {
      name: 'workflows-arrows',
      comment: types ? 'workflows know contracts and the types of the rules' : 'workflows import contracts only',
      severity: 'error',
      from: { path: '^workflows/', pathNot: spec },
      to: { path: ours, pathNot: ['^workflows/', libs(types ? foundation : ['contracts'])] },
    },
    {
      name: 'migrations-arrows',
      comment: 'A migration is frozen: it imports nothing of ours that will change',
      severity: 'error',
      from: { path: '^migrations/', pathNot: spec },
      to: { path: ours, pathNot: '^migrations/' },
    },
    {
      name: 'apps-stand-alone',
      comment: 'Apps import libs; local and cli start the others',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: [spec, '^apps/(local|cli)/'] },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'nothing-imports-apps',
      severity: 'error',
      from: { path: '^(libs|workflows|migrations)/', pathNot: spec },
      to: { path: '^apps/' },
    },
    {
      name: 'web-arrows',
      comment: 'The web speaks to the API; of the libs it may use what is pure',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: spec },
      to: { path: ours, pathNot: ['^apps/web/', libs([...foundation, 'forms', 'views'])] },
    },
    {
      name: 'door-only',
      comment: "A lib's src/index.ts is its only door",
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: spec },
      to: { path: '^libs/[^/]+/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'door-only-from-outside',
      comment: "A lib's src/index.ts is its only door; tests may also use its testing/",
      severity: 'error',
      from: { path: '^(apps|workflows|migrations|test)/' },
      to: { path: '^libs/[^/]+/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/[^/]+/src/testing/'] },
    },
    {
      name: 'testing-only-in-tests',
      comment: 'The migrations check and the run of the mutants start the PostgreSQL of the tests',
      severity: 'error',
      from: { pathNot: [spec, '^scripts/(check|requirements)/'].flat() },
      to: { path: '^libs/[^/]+/src/testing/|^test/' },
    },
    {
      name: 'frameworks-in-their-rooms',
      comment: 'Nest and TypeORM live in persistence, temporal, apps and migrations',
      severity: 'error',
      from: { path: ['^libs/', '^workflows/'], pathNot: ['^libs/(persistence|temporal)/', spec] },
      to: { path: packages(['@nestjs', 'typeorm']) },
    },
    {
      name: 'migrations-without-nest',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: packages(['@nestjs']) },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: ours },
      to: { couldNotResolve: true },
    },
    {
      name: 'declared',
      comment: 'A package that is imported is named in package.json',
      severity: 'error',
      from: { path: `${ours}|^(scripts|test)/` },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.tsunagi|coverage|test-results|apps/web/dist)/' },
    tsPreCompilationDeps: types,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      // without these `#libs` leads into dist, and violations go unseen
      conditionNames: ['tsunagi:source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
