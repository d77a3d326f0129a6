/** Runs one tool of the checks with its output shown. */
import { spawn } from 'node:child_process';

/** The tool's exit code; -1 when it could not be started or was ended by a signal. */
export function runTool(args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', () => resolve(-1));
    child.on('close', (code) => resolve(code ?? -1));
  });
}
