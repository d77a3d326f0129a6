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

/** Two workers are busy to the end when the last books are small; each costs some seconds of its own. */
const books: Record<string, number> = { node: 12, browser: 8 };

/** The counts of a run; a run that crashed, or a file that could not be loaded, counts as one failure. */
export async function runJest(project: string, args: string[] = []): Promise<Count> {
  const report = path.resolve('.cache/checks', `${project}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  // Young objects in plenty: with room for them the workers collect less often.
  const node = ['--max-semi-space-size=64', 'node_modules/jest/bin/jest.js'];
  const jest = [...node, '--selectProjects', project, '--passWithNoTests'];
  const count = books[project];
  // Whoever names some files wants those.
  const isBound = count !== undefined && !args.length;
  const folder = path.resolve('.cache/books', project);
  const chosen = isBound ? ['--runTestsByPath', ...bindBooks(folder, listTests(jest), count)] : args;
  const env = isBound ? { NUANLIN_TEST_BOOKS: '1' } : {};
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

/** Every test file of the project, as its configuration finds them. */
function listTests(jest: string[]): string[] {
  const { stdout } = spawnSync(process.execPath, [...jest, '--listTests', '--json'], { encoding: 'utf8' });
  return JSON.parse(stdout.slice(stdout.indexOf('[')));
}
