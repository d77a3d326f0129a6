import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';

const dist = path.join(__dirname, '../../miniapp/dist');
const weapp = path.join(dist, 'weapp');
const h5 = path.join(dist, 'h5');
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
const sizeOf = (files: string[]) => files.reduce((sum, file) => sum + statSync(file).size, 0);
const isIn = (folder: string) => (file: string) => file.startsWith(path.join(weapp, folder) + path.sep);

describe('the mini-program bundle', () => {
  it('is accepted by the official compiler', () => {
    const { wxmlToJs, wxssToJs } = require('miniprogram-compiler') as Record<
      'wxmlToJs' | 'wxssToJs',
      (root: string) => string
    >;
    expect(wxmlToJs(weapp)).toContain('entry/signIn/index.wxml');
    expect(wxssToJs(weapp).length).toBeGreaterThan(1000);
  });

  it('has every page it names', () => {
    const app = JSON.parse(readFileSync(path.join(weapp, 'app.json'), 'utf8')) as {
      pages: string[];
      subPackages: { root: string; pages: string[] }[];
    };
    const pages = [
      ...app.pages,
      ...app.subPackages.flatMap(({ root, pages: of }) => of.map((page) => `${root}/${page}`)),
    ];
    expect(pages.filter((page) => !existsSync(path.join(weapp, `${page}.js`)))).toEqual([]);
  });

  it('stays inside the package limits', () => {
    const files = filesIn(weapp);
    const { subPackages } = JSON.parse(readFileSync(path.join(weapp, 'app.json'), 'utf8')) as {
      subPackages: { root: string }[];
    };
    const sub = subPackages.map(({ root }) => sizeOf(files.filter(isIn(root))));
    expect(sizeOf(files) - sub.reduce((a, b) => a + b, 0)).toBeLessThan(1_200_000);
    expect(Math.max(...sub)).toBeLessThan(1_000_000);
  });

  it('is read by old phones: every script parses as ES2018', () => {
    const unread = [...filesIn(weapp), ...filesIn(h5)].filter(
      (file) => file.endsWith('.js') && !parses(file),
    );
    expect(unread.map((file) => path.relative(dist, file))).toEqual([]);
  });

  it('opens the first route in a browser with at most 350 KiB of gzipped script', () => {
    const page = readFileSync(path.join(h5, 'index.html'), 'utf8');
    const scripts = [...page.matchAll(/src="\/(js\/[^"]+)"/g)].map(([, name]) =>
      path.join(h5, name as string),
    );
    const first = [...scripts, ...chunksWith('privacyHead')];
    expect(first.length).toBeGreaterThan(1);
    expect(first.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)).toBeLessThan(
      350 * 1024,
    );
  });
});

const chunksWith = (text: string) =>
  filesIn(path.join(h5, 'chunk')).filter(
    (file) => file.endsWith('.js') && readFileSync(file, 'utf8').includes(text),
  );

function parses(file: string): boolean {
  try {
    parse(readFileSync(file, 'utf8'), { ecmaVersion: 2018 });
    return true;
  } catch {
    return false;
  }
}
