/** WeChat's own checks of the built mini-program, as DevTools shows them: code quality, app.json, project.config.json. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Count } from './runJest';

const from = path.join(__dirname, 'wechat');
const tool = path.resolve('.cache/wechat-check');
const files = ['package.json', 'package-lock.json', '.npmrc', 'quality.cjs'];

interface Result {
  failed: { name: string; detail?: unknown }[];
  passed: number;
  projectConfig: { warning: string; error: unknown[] };
  app: string;
}

/** One count for each of WeChat's points; skipped where its tool cannot be installed, except in CI. */
export async function checkWechat(): Promise<Count> {
  if (!install()) {
    console.log('miniprogram-ci could not be installed; this check needs it.');
    return process.env.CI === 'true' ? count(0, 1) : { ...count(0, 0), skipped: 1 };
  }
  const run = spawnSync(process.execPath, ['quality.cjs', process.cwd()], { cwd: tool, encoding: 'utf8' });
  if (run.status !== 0) {
    console.error(run.stderr);
    return count(0, 1);
  }
  const { failed, passed, projectConfig, app } = JSON.parse(
    run.stdout.trim().split('\n').at(-1) ?? '',
  ) as Result;
  const wrong = [
    ...failed.map(({ name, detail }) => `${name} ${JSON.stringify(detail) ?? ''}`),
    ...projectConfig.error.map((error) => `project.config.json: ${JSON.stringify(error)}`),
    ...[projectConfig.warning, app].filter(Boolean),
  ];
  for (const what of wrong) console.error(what);
  return count(passed, wrong.length);
}

const count = (passed: number, failed: number): Count => ({ passed, failed, skipped: 0 });

/** Apart from the product's own packages, once for each version of its lock file. */
function install(): boolean {
  mkdirSync(tool, { recursive: true });
  for (const file of files) cpSync(path.join(from, file), path.join(tool, file));
  const stamp = path.join(tool, 'installed.stamp');
  const lock = readFileSync(path.join(from, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return true;
  const npm = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: tool, stdio: 'ignore' });
  if (npm.status !== 0) return false;
  writeFileSync(stamp, lock);
  return true;
}
