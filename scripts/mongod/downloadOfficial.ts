/** Brings mongod from MongoDB's own download site into the cache. */
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

const VERSION = '7.0.14';
/** Where only package mirrors are reachable, a person should not wait for a connection that never comes. */
const FIRST_BYTE_MS = 4000;

/** Puts mongod at `target`; the reason in a few words when that is not possible. */
export async function downloadOfficial(
  target: string,
  tell: (text: string) => void,
): Promise<string | undefined> {
  // Loaded here only: this is the one step that needs the package, and a warm start never gets here.
  const { MongoBinary } = await import('mongodb-memory-server-core');
  const { MongoBinaryDownloadUrl } = await import(
    'mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl.js'
  );
  const { platform } = process;
  const arch = MongoBinaryDownloadUrl.translateArch(process.arch);
  const downloadDir = `${target}.download`;
  try {
    const url = await new MongoBinaryDownloadUrl({ version: VERSION, platform, arch }).getDownloadUrl();
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(FIRST_BYTE_MS) });
    if (!answer.ok) return `the site answered ${answer.status}`;
    tell(
      `MongoDB ${VERSION}: downloading ${Math.round(Number(answer.headers.get('content-length')) / 2 ** 20)} MB…`,
    );
    const binary = await MongoBinary.getPath({
      version: VERSION,
      platform,
      arch,
      downloadDir,
      checkMD5: true,
    });
    await mkdir(path.dirname(target), { recursive: true });
    await rename(binary, target);
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
    return (error as Error).name === 'TimeoutError' ? 'no answer in time' : 'not reachable';
  } finally {
    await rm(downloadDir, { recursive: true, force: true });
  }
}
