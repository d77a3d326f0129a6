import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Problem } from '../../../platform/problem';
import { bookLimits } from './limits';
import { unreadable } from './unreadable';

/** The parts of a workbook. Sizes are what the list of contents says; more than that is never unpacked. */
export interface Zip {
  has(path: string): boolean;
  /** Bytes of a part once unpacked; 0 when it is not there. */
  sizeOf(path: string): number;
  /** The text of a part, piece by piece. */
  text(path: string): AsyncIterable<string>;
}

/** Reads the list of contents and refuses a bomb before anything is unpacked. Problems: import.unreadable (broken, tooLarge). */
export async function openZip(bytes: Buffer): Promise<Zip> {
  const entries = new Map<string, Entry>();
  const zip = await open(bytes);
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > bookLimits.unpackedBytes)
        throw unreadable('tooLarge', { maximum: bookLimits.unpackedBytes });
      if (entries.size > bookLimits.parts) throw unreadable('broken');
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof Problem ? error : unreadable('broken');
  }
  return {
    has: (path) => entries.has(path),
    sizeOf: (path) => entries.get(path)?.uncompressedSize ?? 0,
    text: (path) => piecesOf(zip, entries.get(path)),
  };
}

async function open(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true });
  } catch {
    throw unreadable('broken');
  }
}

/** Inflates as it is read; a part that turns out larger than it said ends here. */
async function* piecesOf(zip: ZipFile, entry: Entry | undefined): AsyncIterable<string> {
  if (!entry) throw unreadable('broken');
  let stream: Readable | undefined;
  try {
    stream = await zip.openReadStreamPromise(entry);
    stream.setEncoding('utf8');
    for await (const piece of stream) yield piece as string;
  } catch (error) {
    if (error instanceof Problem) throw error;
    const isLarger = /too many bytes/.test((error as Error).message);
    throw isLarger ? unreadable('tooLarge', { maximum: bookLimits.unpackedBytes }) : unreadable('broken');
  } finally {
    stream?.destroy();
  }
}
