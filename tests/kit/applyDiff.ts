import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Applies a diff to a folder. A place is found by its lines, as somebody reading it would: one that is not there, or twice, is refused. */
export function applyDiff(folder: string, diff: string): string[] {
  return diff.split(/^diff --git .*$/m).flatMap((part) => {
    const [, name] = /^\+\+\+ b\/(.+)$/m.exec(part) ?? [];
    if (!name) return [];
    const file = path.join(folder, name);
    const isNew = part.includes('--- /dev/null');
    const [, ...hunks] = part.split(/^@@ .*$\n/m);
    let text = isNew ? '' : readFileSync(file, 'utf8');
    for (const hunk of hunks) text = isNew ? after(hunk) : replaced(text, hunk, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return [name];
  });
}

function replaced(text: string, hunk: string, name: string): string {
  const [head, tail, ...more] = text.split(before(hunk));
  if (head === undefined || tail === undefined || more.length)
    throw new Error(`the diff does not fit ${name}:\n${hunk}`);
  return head + after(hunk) + tail;
}

const linesOf = (hunk: string, without: '+' | '-'): string =>
  hunk
    .split('\n')
    .filter((line) => line && !line.startsWith(without))
    .map((line) => `${line.slice(1)}\n`)
    .join('');
const before = (hunk: string): string => linesOf(hunk, '+');
const after = (hunk: string): string => linesOf(hunk, '-');
