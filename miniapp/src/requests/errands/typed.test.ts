import { errandKinds } from '@shared/requests/kinds';
import { detailsOf, faultsIn, type Typed } from './typed';

const { groceries, medicine, repair } = errandKinds;
const row = (values: Record<string, string>) => ({ id: 'a', values });
const eggs = { item: ' 鸡蛋 ', quantity: '1', unit: '板', substitute: 'yes' };
const wrongIn = (
  kind: { fields: typeof groceries.fields | typeof medicine.fields },
  typed: Typed,
  note = '',
) => faultsIn(kind.fields, detailsOf(kind.fields, typed), note).map(({ path, code }) => `${path} ${code}`);

describe('what was typed into the form of a kind', () => {
  it('becomes what the server takes: numbers, fen, yes and no, moments; what is empty is left out', () => {
    expect(detailsOf(groceries.fields, { lines: [row(eggs)], budgetFen: '60.5' })).toEqual({
      lines: [{ item: '鸡蛋', quantity: 1, unit: '板', substitute: true }],
      budgetFen: 6050,
    });
    expect(detailsOf(repair.fields, { what: 'power', danger: 'no', since: '2026-11-22T09:30' })).toEqual({
      ...{ what: 'power', danger: false, since: '2026-11-22T01:30:00.000Z' },
    });
    expect(detailsOf(repair.fields, { what: '', since: '' })).toEqual({});
  });

  it('is judged as the server does, field by field', () => {
    expect(wrongIn(groceries, { lines: [row(eggs)] })).toEqual([]);
    expect(wrongIn(groceries, {})).toEqual(['details.lines tooFew']);
    const bad = { ...eggs, quantity: '100', unit: '' };
    expect(wrongIn(groceries, { lines: [row(eggs), row(bad)], budgetFen: 'viel' }, '🙂')).toEqual([
      ...['details.lines.1.quantity tooBig', 'details.lines.1.unit required'],
      ...['details.budgetFen type', 'note text.empty'],
    ]);
    for (const quantity of ['0', '-1', '1.5', '两'])
      expect(wrongIn(groceries, { lines: [row({ ...eggs, quantity })] })).toHaveLength(1);
    expect(wrongIn(medicine, { lines: [], daysLeft: '91' })).toEqual([
      ...['details.lines tooFew', 'details.daysLeft tooBig', 'details.cold required'],
    ]);
  });

  it('of which half a moment is missing is named, and not left out', () => {
    expect(faultsIn(repair.fields, detailsOf(repair.fields, { since: 'T09:30' }), '')).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: 'details.since', code: 'format' })]),
    );
  });
});
