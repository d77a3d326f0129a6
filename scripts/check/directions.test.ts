import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

const one = 'export const one = 1;';

/** Each case is a file that breaks a rule; the rest is there to be imported. */
const wrong: [what: string, rule: string, file: string, text: string][] = [
  ['shared knows a side', 'shared-imports-no-side', 'shared/side.ts', "import '../api/app';"],
  ['shared uses Node', 'shared-runs-in-wechat', 'shared/node.ts', "import 'node:fs';"],
  ['a lower room knows a higher one', 'roster-is-below', 'api/roster/high.ts', "import '../returns';"],
  [
    'a type is knowledge too',
    'roster-is-below',
    'api/roster/type.ts',
    "import type { one } from '../returns';",
  ],
  ['a room looks behind an index', 'returns-by-index', 'api/returns/deep.ts', "import '../roster/model';"],
  ['platform knows a room', 'platform-is-lowest', 'api/platform/room.ts', "import '../roster';"],
  ['a screen knows the server', 'miniapp-knows-no-server', 'miniapp/src/a.ts', "import '../../api/app';"],
  ['a page knows another role', 'pages-by-role', 'miniapp/src/worker/a.ts', "import '../office/b';"],
  [
    'the program carries every schema',
    'contracts-as-types',
    'miniapp/src/c.ts',
    "import '@shared/contracts';",
  ],
  ['an alias that leads nowhere', 'no-unresolved', 'api/roster/none.ts', "import '@shared/nothing';"],
  [
    'an alias hides the side',
    'api-knows-no-screen',
    'api/roster/alias.ts',
    "import '@shared/../miniapp/src/office/b';",
  ],
  ['a cycle', 'no-cycle', 'shared/cycle.ts', "import './cycle'; export const a = 1;"],
];
const right: Record<string, string> = {
  'shared/life.ts': one,
  'shared/contracts.ts': one,
  'miniapp/src/client/routes.ts': "import type { one } from '@shared/contracts';",
  'miniapp/src/office/b.ts': "import '@shared/life';",
  'api/app.ts': "import './returns';",
  'api/platform/sweep.ts': one,
  'api/roster/model.ts': one,
  'api/roster/index.ts': "import '@shared/life'; import '../platform/sweep'; import './model';",
  'api/returns/index.ts': "import '../roster'; export const one = 1;",
};

let broken: { from: string; rule: { name: string } }[];

beforeAll(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nuanlin-directions-'));
  const tsconfig = {
    compilerOptions: { moduleResolution: 'bundler', paths: { '@shared/*': ['./shared/*'] } },
  };
  const files: Record<string, string> = { ...right, 'tsconfig.json': JSON.stringify(tsconfig) };
  for (const [, , file, text] of wrong) files[file] = text;
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const config = path.join(root, '.dependency-cruiser.cjs');
  const flags = ['--config', config, '--ts-config', 'tsconfig.json', '--output-type', 'json'];
  const { stdout } = spawnSync(process.execPath, [cruiser, ...flags, 'api', 'shared', 'miniapp'], {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true, force: true });
  broken = JSON.parse(stdout).summary.violations;
}, 30_000);

test.each(wrong)('refused: %s', (_, rule, file) => {
  expect(broken.filter(({ from }) => from === file).map((each) => each.rule.name)).toContain(rule);
});

test('what is allowed passes', () => {
  expect(broken.filter(({ from }) => from in right)).toEqual([]);
});
