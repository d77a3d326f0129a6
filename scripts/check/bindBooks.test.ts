import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bindBooks } from './bindBooks';

const folder = mkdtempSync(path.join(tmpdir(), 'nuanlin-books-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, text: string): string {
  const file = path.join(folder, `${name}.test.ts`);
  writeFileSync(file, text);
  return file;
}

/** The files that a book requires. */
const filesIn = (book: string): string[] =>
  [...readFileSync(book, 'utf8').matchAll(/require\("(.+?)"\)/g)].map(([, file]) => file as string);

it('each file is in one book, or alone where it means the whole file; a book that is gone is taken away', () => {
  const stories = [60, 50, 20, 10].map((size, i) => fileOf(`story${i}`, 'x'.repeat(size)));
  const mocks = fileOf('mocks', `${'jest'}.mock('./clock');`);
  const books = path.join(folder, 'books');
  bindBooks(books, stories, 3);
  const run = bindBooks(books, [...stories, mocks], 2);
  expect(run).toEqual([mocks, path.join(books, '1.test.ts'), path.join(books, '2.test.ts')]);
  const bound = run.slice(1).map(filesIn);
  expect(bound.flat().sort()).toEqual([...stories].sort());
  // As even as they can be.
  expect(bound.map((files) => files.length)).toEqual([2, 2]);
  expect(() => readFileSync(path.join(books, '3.test.ts'))).toThrow('ENOENT');
});
