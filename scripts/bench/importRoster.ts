/**
 * The estate of the samples, and a roster of the size of the Dongguan community with merged cells and one address column,
 * taken over HTTP by an API in a process of its own: the time, the largest memory of that process, and the counts.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { SessionView } from '@shared/accounts/contract';
import type { ImportView } from '@shared/grids/workbookContract';
import { openCaller } from '../../tests/kit/caller';
import { madeRoster, mergedSheet } from '../../tests/kit/madeRoster';
import { workbookOf } from '../../tests/kit/workbook';
import { openBench } from './openBench';

const root = path.join(__dirname, '../..');
const size = { households: 3945, people: 9873 };
const limits = { seconds: 40, estateSeconds: 10, megabytes: 300 };

export async function benchImportRoster(): Promise<void> {
  const bench = await openBench();
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'serveMeasured.ts')], {
    cwd: root,
    env: {
      ...process.env,
      ...bench.environment,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const lines = createInterface({ input: child.stdout });
    const [url] = (await once(lines, 'line')) as [string];
    await measure(url);
    child.stdin.end('stop\n');
    const [peak] = (await once(lines, 'line')) as [string];
    report(`largest memory of the API ${peak} MB`, Number(peak) / limits.megabytes, `${limits.megabytes} MB`);
  } finally {
    if (child.exitCode === null) child.kill();
    await bench.close();
  }
}

async function measure(url: string): Promise<void> {
  const office = await openCaller(url, async (caller) => {
    const answer = await caller.calls('createDemoSession', { body: { role: 'office', number: 2 } });
    return answer.body as SessionView;
  });
  const estate = await readFile(path.join(root, 'samples/roster-estate.xlsx'));
  const large = workbookOf([mergedSheet(madeRoster(size.households, size.people))]);
  for (const [name, bytes, query, limit] of [
    ['the estate', estate, {}, limits.estateSeconds],
    ['preview of the large one', large, { dryRun: true as never }, limits.seconds],
    ['the large one', large, {}, limits.seconds],
    ['the same again', large, {}, limits.seconds],
  ] as const) {
    const from = performance.now();
    const view = await office.gets('importRoster', { file: { name: 'roster.xlsx', bytes }, query });
    const seconds = (performance.now() - from) / 1000;
    report(`${name} ${seconds.toFixed(1)} s (${countsOf(view)})`, seconds / limit, `${limit} s`);
  }
}

const countsOf = ({ people, households, created, updated, same, refused }: ImportView): string =>
  `${people} people in ${households} households: ${created} new, ${updated} changed, ${same} same, ${refused.length} refused`;

const report = (what: string, ratio: number, limit: string): void =>
  console.log(`${what}\n  ${ratio.toFixed(2)} of the limit of ${limit}`);
