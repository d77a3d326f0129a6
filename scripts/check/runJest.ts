/** Runs one project of jest and counts what it ran. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bindBooks } from './bindBooks';
import { runTool } from './runTool';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

interface Binding {
  books: number;
  workers: number;
}

/**
 * The workers are busy to the end when the last books are small; each costs some seconds of its own. What lives in Node waits a third of
 * its time, for the database and for the next look of the sweep: three workers fill two cores.
 */
const bindings: Record<string, Binding> = {
  node: { books: 15, workers: 3 },
  browser: { books: 8, workers: 2 },
};

/** The counts of a run; a run that crashed, or a file that could not be loaded, counts as one failure. */
export async function runJest(project: string, args: string[] = []): Promise<Count> {
  const report = path.resolve('.cache/checks', `${project}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  // Young objects in plenty: with room for them the workers collect less often.
  const node = ['--max-semi-space-size=64', 'node_modules/jest/bin/jest.js'];
  const jest = [...node, '--selectProjects', project, '--passWithNoTests'];
  // Whoever names some files wants those.
  const binding = args.length ? undefined : bindings[project];
  const chosen = binding ? bound(project, listTests(jest), binding) : args;
  const env = binding ? { NUANLIN_TEST_BOOKS: '1' } : {};
  const code = await runTool([...jest, '--json', '--outputFile', report, ...chosen], env);
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    // A failed set-up or teardown ends with a code but without a failed test.
    const isUncounted = code !== 0 && failed === 0;
    return {
      passed: result.numPassedTests,
      failed: failed + (isUncounted ? 1 : 0),
      skipped: result.numPendingTests + result.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const bound = (project: string, files: string[], { books, workers }: Binding): string[] => [
  `--maxWorkers=${workers}`,
  '--runTestsByPath',
  ...bindBooks(path.resolve('.cache/books', project), files, books),
];

/** Every test file of the project, as its configuration finds them. */
function listTests(jest: string[]): string[] {
  const { stdout } = spawnSync(process.execPath, [...jest, '--listTests', '--json'], { encoding: 'utf8' });
  return JSON.parse(stdout.slice(stdout.indexOf('[')));
}
