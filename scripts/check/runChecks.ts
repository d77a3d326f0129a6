/** Everything that must hold, in the order in which it fails fastest; ends with one line of counts. */
import { type BuildType, buildMiniapp } from '../build/buildMiniapp';
import { plainLine } from '../plainFailure';
import { checkWechat } from './checkWechat';
import { findChromium } from './findChromium';
import { type Count, runJest } from './runJest';
import { runTool } from './runTool';

type Check = [name: string, run: () => Promise<Count>];

const PASSED: Count = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Count = { passed: 0, failed: 1, skipped: 0 };
const SKIPPED: Count = { passed: 0, failed: 0, skipped: 1 };
const TSC = 'node_modules/typescript/bin/tsc';
const DEPCRUISE = [
  'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  '--config',
  '.dependency-cruiser.cjs',
  '--ts-config',
];

/** Runs the checks; the exit code. `--long` adds the long tests; words after the flags choose node tests only. */
export async function runChecks(args: string[]): Promise<number> {
  if (args.includes('--long')) process.env.NUANLIN_TEST_LONG = '1';
  const patterns = args.filter((arg) => arg !== '--long');
  const total: Count = { passed: 0, failed: 0, skipped: 0 };
  for (const together of patterns.length ? [[jestCheck('node', patterns)]] : listChecks()) {
    const counts = await Promise.all(together.map(runCheck));
    for (const count of counts)
      for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key];
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed ? 1 : 0;
}

async function runCheck([name, run]: Check): Promise<Count> {
  console.log(`\n── ${name}`);
  const begun = performance.now();
  const count = await run().catch((error) => {
    console.error(plainLine(error) ?? error);
    return FAILED;
  });
  const word = count.failed ? 'FAILED' : count.passed ? 'ok' : 'skipped';
  console.log(`── ${name}: ${word}, ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return count;
}

/** One after the other; what stands in one row uses one core each and runs together; stories run in two workers. */
function listChecks(): Check[][] {
  return [
    [['lint', tool(['node_modules/@biomejs/biome/bin/biome', 'check', '.'])]],
    [
      ['types', tool([TSC, '-p', '.'])],
      ['types of the mini-program', tool([TSC, '-p', 'miniapp', '--noEmit'])],
    ],
    [
      ['directions', tool([...DEPCRUISE, 'tsconfig.json', 'api', 'shared', 'scripts'])],
      [
        'directions of the mini-program',
        tool([...DEPCRUISE, 'tsconfig.miniapp.json', 'miniapp/src', 'shared']),
      ],
    ],
    [jestCheck('node')],
    [build('weapp'), build('h5')],
    [jestCheck('weapp'), ['WeChat’s own checks', checkWechat]],
    [['browser', runBrowserStories]],
  ];
}

function tool(args: string[]): () => Promise<Count> {
  return async () => ((await runTool(args)) === 0 ? PASSED : FAILED);
}

function jestCheck(project: string, args: string[] = []): Check {
  return [project, () => runJest(project, args)];
}

function build(type: BuildType): Check {
  const logFile = `.cache/checks/${type}.log`;
  const run = async () => {
    const isNew = await buildMiniapp({ root: process.cwd(), type, logFile, tell: () => {} });
    if (!isNew) console.log('sources unchanged since the last build');
    return PASSED;
  };
  return [`${type} build`, run];
}

/** In a real Chromium; where there is none they are skipped, except in CI, where that would hide every failure. */
async function runBrowserStories(): Promise<Count> {
  const chromium = findChromium();
  if (!chromium) {
    console.log('No Chromium found; name one in CHROME_PATH.');
    return process.env.CI === 'true' ? FAILED : SKIPPED;
  }
  process.env.CHROME_PATH = chromium;
  return runJest('browser');
}
