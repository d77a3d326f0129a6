import { readFileSync } from 'node:fs';
import path from 'node:path';
import { noticeCodes } from '../../notices/codes';
import { planSlots } from '../windows';
import { slotKindNames, slotKindOf } from '.';

const root = path.join(__dirname, '../../..');
const [slot] = planSlots(
  { firstDay: '2026-11-22', days: 1, timesADay: 1 },
  new Date(0),
  slotKindOf('temperature').windows,
);

describe('every kind of slot', () => {
  it('has words for each rung of its ladder', () => {
    const wanted = slotKindNames.flatMap((kind) =>
      slotKindOf(kind)
        .ladder(slot as NonNullable<typeof slot>)
        .map(({ name }) => `${kind}.${name}`),
    );
    expect(wanted.filter((code) => !(noticeCodes as readonly string[]).includes(code))).toEqual([]);
  });

  it('has windows that open, are due and close in this order, one after the other', () => {
    for (const kind of slotKindNames) {
      const times = slotKindOf(kind).windows.flatMap(({ opens, due, closes }) => [opens, due, closes]);
      expect(times).toEqual([...times].sort());
    }
  });

  it('is added as the documentation says: what it prints is the file', () => {
    const page = readFileSync(path.join(root, 'docs/add-a-kind-of-slot.md'), 'utf8');
    const printed = [...page.matchAll(/<!-- (\S+) -->\n```ts\n([\s\S]*?)\n```/g)];
    expect(printed.length).toBeGreaterThan(0);
    for (const [, file = '', code] of printed)
      expect(`${code}\n`).toBe(readFileSync(path.join(root, file), 'utf8'));
  });
});
