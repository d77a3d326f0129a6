import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Home, openHome } from '../kit/startCommand';

/** The names in the first table of a page about benches. */
const namesIn = (page: string): string[] => {
  const [table = ''] = readFileSync(path.join(__dirname, '../../docs', page), 'utf8').split(/^## /m);
  return [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name);
};

let home: Home;
beforeAll(async () => {
  home = await openHome();
});
afterAll(() => home.close());

it('a bench of no such name: one line says which there are, and they are those the pages describe', async () => {
  const { code, errors } = await home.runs('scripts/bench.mjs', ['unknownName']).ended;
  expect(code).toBe(1);
  expect(errors).toEqual([expect.stringMatching(/^no such bench: unknownName; there are \w+(, \w+)*$/)]);
  const there = errors[0]?.split('there are ')[1]?.split(', ') ?? [];
  expect(namesIn('benches.md').sort()).toEqual([...there].sort());
  const inChinese = namesIn('benches.zh.md');
  expect(inChinese.length).toBeGreaterThan(0);
  expect(inChinese.filter((name) => !there.includes(name))).toEqual([]);
});
