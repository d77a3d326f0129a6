import type { Book } from './book';
import { readCsv } from './readCsv';
import { readXlsx } from './readXlsx';
import { unreadable } from './unreadable';

const startsWith = (bytes: Buffer, ...signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** What a file is, is told by its bytes and not by its name. Problem: import.unreadable with a reason. */
export async function readBook(bytes: Buffer): Promise<Book> {
  if (!bytes.length) throw unreadable('empty');
  if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes);
  // An encrypted workbook is wrapped in the container of the old binary ones.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))
    throw unreadable(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'password' : 'oldFormat');
  return readCsv(bytes);
}
