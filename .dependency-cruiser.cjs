/** Knowledge flows one way: miniapp → shared ← api, and inside api from the higher room to the lower one. */

/** From the lowest to the highest. */
const rooms = [
  'audit',
  'notices',
  'files',
  'accounts',
  'roster',
  'grids',
  'schedules',
  'requests',
  'temperatures',
  'observation',
  'returns',
  'rounds',
  'worklist',
  'reports',
];
const any = (names) => `(${names.join('|')})`;
/** A test may look into anything; what it tests may not. */
const test = '\\.test\\.tsx?$';

const roomRules = rooms.flatMap((room, at) => [
  {
    name: `${room}-is-below`,
    comment: `${room} may import lower rooms only`,
    severity: 'error',
    from: { path: `^api/${room}/`, pathNot: test },
    to: { path: `^api/(${any([...rooms.slice(at + 1), 'never'])}/|(app|main)\\.ts$)` },
  },
  {
    name: `${room}-by-index`,
    comment: 'of another room only its index.ts',
    severity: 'error',
    from: { path: `^api/${room}/`, pathNot: test },
    to: { path: `^api/${any(rooms)}/`, pathNot: `^api/(${room}/|[^/]+/index\\.ts$)` },
  },
]);

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      from: { pathNot: test },
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'an import that resolves to nothing is an import whose direction is not checked',
      severity: 'error',
      from: { pathNot: test },
      to: { couldNotResolve: true },
    },
    {
      name: 'shared-imports-no-side',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(api|miniapp|scripts|tests)/' },
    },
    {
      name: 'shared-runs-in-wechat',
      comment: 'no built-in of Node',
      severity: 'error',
      from: { path: '^shared/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'api-knows-no-screen',
      severity: 'error',
      from: { path: '^api/', pathNot: test },
      to: { path: '^(miniapp|scripts|tests)/' },
    },
    {
      name: 'miniapp-knows-no-server',
      severity: 'error',
      from: { path: '^miniapp/' },
      to: { path: '^(api|scripts|tests)/' },
    },
    {
      name: 'contracts-as-types',
      comment:
        'the program is built with the routes of the contracts (miniapp/config/routes.ts), not with their schemas',
      severity: 'error',
      from: { path: '^miniapp/src/' },
      to: { path: '^shared/contracts\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'platform-is-lowest',
      severity: 'error',
      from: { path: '^api/(platform/|context\\.ts$)', pathNot: test },
      to: { path: `^api/(${any(rooms)}/|(app|main)\\.ts$)` },
    },
    ...roomRules,
    {
      name: 'app-by-index',
      comment: 'app.ts and main.ts see of a room what the other rooms see, and its endpoints',
      severity: 'error',
      from: { path: '^api/(app|main)\\.ts$' },
      to: { path: `^api/${any(rooms)}/`, pathNot: '^api/[^/]+/(index|endpoints)\\.ts$' },
    },
    {
      name: 'pages-by-role',
      comment: 'the pages of one role are no part of another package',
      severity: 'error',
      from: { path: '^miniapp/src/(resident|worker|office)/' },
      to: { path: '^miniapp/src/(resident|worker|office)/', pathNot: '^miniapp/src/$1/' },
    },
    {
      name: 'parts-know-no-page',
      severity: 'error',
      from: { path: '^miniapp/src/(parts|client)/', pathNot: test },
      to: { path: '^miniapp/src/(resident|worker|office)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data|\\.cache)/' },
    // Types are knowledge as well.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
