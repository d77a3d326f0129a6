/**
 * Test files bound into books, each one file for jest: what a file costs before its first test, its modules and code that has
 * not run yet, is paid once a book.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Whoever mocks modules, moves timers or sets a time of its own means the whole file that jest runs, and stands alone. */
const standsAlone = (text: string): boolean => /\bjest\.\w/.test(text);

interface Book {
  files: string[];
  size: number;
}

/** Writes so many books of these files, of about the same size, into a folder of their own; answers what jest is to run. */
export function bindBooks(folder: string, files: string[], count: number): string[] {
  const all = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  const alone = all.filter(({ text }) => standsAlone(text)).map(({ file }) => file);
  const bound = all
    .filter(({ text }) => !standsAlone(text))
    .sort((a, b) => b.text.length - a.text.length || (a.file < b.file ? -1 : 1));
  const books: Book[] = Array.from({ length: Math.min(count, bound.length) }, () => ({ files: [], size: 0 }));
  for (const { file, text } of bound) {
    const smallest = books.reduce((least, book) => (book.size < least.size ? book : least));
    smallest.files.push(file);
    smallest.size += text.length;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const names = books.map((_, i) => path.join(folder, `${i + 1}.test.ts`));
  for (const [i, name] of names.entries()) writeFileSync(name, textOf(books[i] as Book));
  return [...alone, ...names];
}

const textOf = ({ files }: Book): string =>
  files
    .map((file) => {
      const title = path.relative('.', file).replaceAll(path.sep, '/');
      return `describe(${JSON.stringify(title)}, () => void require(${JSON.stringify(file)}));\n`;
    })
    .join('');
