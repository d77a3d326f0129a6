/** Runs one project of jest and counts what it ran. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runTool } from './runTool';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** The counts of a run; a run that crashed, or a file that could not be loaded, counts as one failure. */
export async function runJest(project: string, args: string[] = []): Promise<Count> {
  const report = path.resolve('.cache/checks', `${project}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const jest = ['node_modules/jest/bin/jest.js', '--selectProjects', project, '--passWithNoTests'];
  const code = await runTool([...jest, '--json', '--outputFile', report, ...args]);
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
