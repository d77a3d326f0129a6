import fc from 'fast-check';
import { neutralise, withoutApostrophe } from '../cellText';
import { cellText, type SheetRow } from './book';
import { columnLetters, columnNumber, fillMerged, readMerge } from './mergedCells';
import { numberText } from './readSheetXml';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 300, seed };
beforeAll(() => process.stdout.write(`cells: FC_SEED=${seed}\n`));

describe('a cell as text', () => {
  it.each([
    ['501', false, '501'],
    ['501.0', false, '501'],
    ['13900000001', false, '13900000001'],
    ['1.3900000001E10', false, '13900000001'],
    ['6.1099919500101E+17', false, '≈610999195001010000'],
    ['46083', true, '2026-03-02'],
  ])('the number %s', (raw, isDate, text) => {
    expect(numberText(raw, isDate)).toBe(text);
  });

  it('marks in a text file what a spreadsheet rounded', () => {
    expect(cellText('6.10999E+17', 100)).toBe('≈6.10999E+17');
    expect(cellText(' E+17 ', 100)).toBe('E+17');
  });

  it('is never a formula when it leaves, and what it was when it comes back', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `=${text}`),
          fc.string().map((text) => `-${text}`),
        ),
        (text) => {
          expect(neutralise(text)).not.toMatch(/^[=+\-@]/);
          expect(withoutApostrophe(neutralise(text))).toBe(/^'[=+\-@\t]/.test(text) ? text.slice(1) : text);
        },
      ),
      runs,
    );
  });
});

describe('merged cells', () => {
  it('column letters and numbers are each other’s way back', () => {
    fc.assert(
      fc.property(fc.nat(16_000), (column) => {
        expect(columnNumber(columnLetters(column))).toBe(column);
      }),
      runs,
    );
  });

  it('fill the rows below with the value of the first, and nothing else', () => {
    const rows: SheetRow[] = [
      { row: 2, cells: ['3-2-501', 'a'] },
      { row: 3, cells: ['', 'b'] },
      { row: 5, cells: ['', 'c'] },
      { row: 6, cells: ['', 'd'] },
      { row: 9, cells: ['own', 'e'] },
    ];
    fillMerged(rows, [
      { column: 0, fromRow: 2, toRow: 5 },
      { column: 0, fromRow: 7, toRow: 1_048_576 },
    ]);
    expect(rows.map(({ cells }) => cells[0])).toEqual(['3-2-501', '3-2-501', '3-2-501', '', 'own']);
  });

  it('only across say nothing of other rows', () => {
    expect(readMerge('A1:F1')).toBeNull();
    expect(readMerge('B2:B4')).toEqual({ column: 1, fromRow: 2, toRow: 4 });
    expect(readMerge('nonsense')).toBeNull();
  });
});
