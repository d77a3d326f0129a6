import { offeredKindNames } from '@shared/requests/kinds';
import { asKind, kindKeys, kindOfKey, newWritten, understood, writtenFaults } from './form';

const groceries = { ...asKind(newWritten('door'), 'groceries'), door: '3-2-501', things: '鸡蛋 2 板' };

describe('one door of the pile', () => {
  it('has a key for every kind, and no key for two', () => {
    expect(kindKeys.map(({ kind }) => kind)).toEqual(offeredKindNames);
    expect(new Set(kindKeys.map(({ key }) => key)).size).toBe(offeredKindNames.length);
    expect(kindKeys.every(({ key, kind }) => kindOfKey(key) === kind)).toBe(true);
    expect([kindOfKey('1'), kindOfKey(' '), kindOfKey('12')]).toEqual(['groceries', undefined, undefined]);
  });

  it('is right once door, kind and things are there', () => {
    expect(writtenFaults(newWritten()).map(({ path }) => path)).toEqual(['door', 'channel', 'kind']);
    expect(writtenFaults(groceries)).toEqual([]);
    expect(writtenFaults({ ...groceries, things: '鸡蛋' }).map(({ path }) => path)).toEqual([
      'details.lines.0.quantity',
      'details.lines.0.unit',
    ]);
    expect(writtenFaults({ ...groceries, things: '' }).map(({ path }) => path)).toEqual(['details.lines']);
  });

  it('says its things as they are understood, and leaves other kinds as they were typed', () => {
    expect(understood(groceries).typed).toEqual({
      lines: [{ id: '0', values: { item: '鸡蛋', quantity: '2', unit: '板', substitute: 'no' } }],
    });
    const trash = asKind(newWritten('door'), 'trash');
    expect(understood(trash)).toEqual(trash.order);
  });
});
