import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FieldError } from '@shared/problems';
import type { Fields } from '@shared/requests/fields';
import type { ErrandKind } from '@shared/requests/kinds';
import { applyDiff } from '../kit/applyDiff';
import { type Caller, openCaller } from '../kit/caller';
import { homeOf } from '../kit/mandates';
import { type Home, openHome } from '../kit/startCommand';

const root = path.join(__dirname, '../..');
const docs = path.join(root, 'docs');
const diffIn = (page: string): string => {
  const [, diff = ''] = /```diff\n([\s\S]*?\n)```/.exec(readFileSync(path.join(docs, page), 'utf8')) ?? [];
  return diff;
};
const diff = diffIn('add-a-kind-of-errand.md');

/** What the mini-program does with a form; its own types are checked by themselves. */
interface Form {
  nothingTyped(fields: Fields): Record<string, string>;
  detailsOf(fields: Fields, typed: Record<string, string>): Record<string, unknown>;
  faultsIn(fields: Fields, details: Record<string, unknown>, note: string): FieldError[];
}

jest.setTimeout(240_000);
let home: Home;
let changed: string[] = [];
beforeAll(async () => {
  home = await openHome((program) => {
    changed = applyDiff(program, diff);
  });
}, 120_000);
afterAll(() => home.close());

describe('a kind of errand is added as the documentation says', () => {
  it('by one file, its line and its test; both languages show the same', () => {
    expect(changed).toEqual([
      'shared/requests/kinds/errands/wheelchair.test.ts',
      'shared/requests/kinds/errands/wheelchair.ts',
      'shared/requests/kinds/index.ts',
    ]);
    expect(diffIn('add-a-kind-of-errand.zh.md')).toBe(diff);
  });

  it('its test passes', () => {
    const jestBin = path.join(home.program, 'node_modules/jest/bin/jest.js');
    const config = JSON.stringify({
      rootDir: home.program,
      transform: {
        '^.+\\.ts$': [
          '@swc/jest',
          { jsc: { parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
        ],
      },
    });
    const { status, stderr } = spawnSync(process.execPath, [jestBin, '--config', config, 'wheelchair'], {
      cwd: home.program,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, expect.stringContaining('1 passed')]);
  });

  it('its form is drawn and judged from its file', () => {
    const file = path.join(home.program, 'shared/requests/kinds/errands/wheelchair.ts');
    const { fields } = (require(file) as { wheelchair: ErrandKind }).wheelchair;
    const form = path.join(root, 'miniapp/src/requests/errands/typed');
    const { nothingTyped, detailsOf, faultsIn } = require(form) as Form;
    const typed = nothingTyped(fields);
    expect(faultsIn(fields, detailsOf(fields, typed), '')).toEqual([
      { path: 'details.days', code: 'required' },
      { path: 'details.width', code: 'required' },
      { path: 'details.upstairs', code: 'required' },
    ]);
    const filled = { ...typed, days: '3', width: 'wide', upstairs: 'yes' };
    const details = detailsOf(fields, filled);
    expect(details).toEqual({ days: 3, width: 'wide', upstairs: true });
    expect(faultsIn(fields, details, '')).toEqual([]);
  });

  it('it is ordered, refused by field, waits on the worklist, is carried and closed', async () => {
    const { url } = await home.serves();
    const signIn = (role: 'resident' | 'worker' | 'volunteer') =>
      openCaller(url, (caller) => caller.gets('createDemoSession', { body: { role } }));
    const [resident, worker] = [await signIn('resident'), await signIn('worker')];
    const { id: householdId } = await homeOf(resident);
    const order = (details: object) =>
      resident.calls('placeRequest', {
        body: {
          kind: 'wheelchair' as never,
          about: { householdId },
          details: { ...details },
          channel: 'app',
        },
      });
    const asked = { days: 3, width: 'wide', upstairs: true };
    expect((await order({ ...asked, days: 15 })).problem.errors).toEqual([
      { path: 'details.days', code: 'tooBig', params: { maximum: 14 } },
    ]);
    const placed = await order(asked);
    expect([placed.status, placed.body.details]).toEqual([201, asked]);
    const { items } = await worker.gets('getWorklist', { query: { limit: 100 } });
    expect(items.find(({ id }) => id === placed.body.id)).toMatchObject({
      title: { code: 'wheelchair.assigned' },
      actions: expect.arrayContaining(['accept']),
    });
    const steps: [Caller, 'accept' | 'leave' | 'confirm'][] = [
      [worker, 'accept'],
      [worker, 'leave'],
      [resident, 'confirm'],
    ];
    for (const [i, [who, action]] of steps.entries())
      await who.gets('actOnRequest', {
        params: { id: placed.body.id, action },
        body: { seenVersion: i + 1 },
      });
    const { items: day } = await worker.gets('getSameDay');
    expect(day.map(({ kind }) => kind as string)).toContain('wheelchair');
    const described = JSON.stringify(await (await fetch(`${url}/openapi.json`)).json());
    expect(described).toContain('"wheelchair"');
  });
});
