import { spawn } from 'node:child_process';
import path from 'node:path';
import { runCommunity } from '../../scripts/community/runCommunity';

const root = path.join(__dirname, '../..');

/** The command in this process: the same but for the second it takes to start. */
export async function command(args: string[], environment: Record<string, string>) {
  const before = { ...process.env };
  Object.assign(process.env, environment);
  for (const [name, value] of Object.entries(environment)) if (!value) delete process.env[name];
  const out: string[] = [];
  const errors: string[] = [];
  try {
    const code = await runCommunity(['node', 'community', ...args], {
      line: (text) => out.push(`${text}\n`),
      fault: (text) => errors.push(text),
    });
    return { code, out: out.join(''), errors };
  } finally {
    process.env = before;
  }
}

/** Runs the command as a person does, with this environment and nothing that the tests have set. */
export async function runCommunityCommand(args: string[], environment: Record<string, string>) {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(NUANLIN_|JEST_|MONGODB_URI$|NODE_ENV$)/i.test(name),
  );
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/kit/runCommunityCommand.ts', ...args], {
    cwd: root,
    env: { ...Object.fromEntries(own), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk;
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on('close', (...ending) => resolve(ending)),
  );
  return { code, signal, out, errors: err.split('\n').filter(Boolean) };
}
