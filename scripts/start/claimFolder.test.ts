import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claimFolder, releaseFolder } from './claimFolder';

let data: string;
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'nuanlin-claim-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const claimFile = () => path.join(data, 'run.json');
const claim = () => JSON.parse(readFileSync(claimFile(), 'utf8'));

/** Claims at a given moment, and lives on until its standard input is closed. */
const program = `
require('tsx/cjs');
const { claimFolder } = require(${JSON.stringify(path.join(__dirname, 'claimFolder.ts'))});
const [data, , at] = process.argv.slice(1);
while (Date.now() < Number(at));
claimFolder(data, 1).then(() => console.log('mine'), (error) => console.log(error.message));
process.stdin.resume();
`;

function claimsAt(at: number) {
  const child = spawn(process.execPath, ['-e', program, data, 'start.mjs', String(at)], {
    cwd: path.join(__dirname, '../..'),
  });
  return { child, said: once(child.stdout, 'data').then(([text]) => String(text).trim()) };
}

it.each([
  ['a process that is no demo', JSON.stringify({ pid: process.ppid, port: 1 })],
  ['a process that has ended', JSON.stringify({ pid: 2 ** 22 + 1, port: 1 })],
  ['nobody: the disk was full when it was written', ''],
])('takes over the claim of %s', async (_, text) => {
  writeFileSync(claimFile(), text);
  utimesSync(claimFile(), 0, 0);
  await claimFolder(data, 8787);
  expect(claim()).toEqual({ pid: process.pid, port: 8787 });
  releaseFolder(data);
  expect(readdirSync(data)).toEqual([]);
});

it.each([
  ['a killed run', JSON.stringify({ pid: 2 ** 22 + 1, port: 1 })],
  ['nobody', undefined],
])(
  'three at the same moment after %s: one has it, two are told',
  async (_, text) => {
    if (text) writeFileSync(claimFile(), text);
    const at = Date.now() + 2000;
    const claimants = [claimsAt(at), claimsAt(at), claimsAt(at)];
    const said = await Promise.all(claimants.map((each) => each.said));
    expect(said.filter((words) => words === 'mine')).toHaveLength(1);
    expect(said.filter((words) => words.startsWith('The demo is running already'))).toHaveLength(2);
    expect(readdirSync(data)).toEqual(['run.json']);
    await Promise.all(
      claimants.map(({ child }) => {
        child.stdin.end();
        return once(child, 'exit');
      }),
    );
  },
  15_000,
);

it('gives up only what is its own', () => {
  writeFileSync(claimFile(), JSON.stringify({ pid: process.ppid, port: 1 }));
  releaseFolder(data);
  expect(claim().pid).toBe(process.ppid);
});
