import { emptyRow } from '@/requests/errands/typed';
import { newOrder, ofKind, orderBody, orderFaults, type StaffOrder } from './form';

const at = new Date('2026-11-22T10:00:00+08:00');
const whole: StaffOrder = {
  ...newOrder('door'),
  ...{ householdId: 'a'.repeat(24), kind: 'trash', typed: { bags: '2', infectious: 'no' } },
};

describe('an order for somebody else', () => {
  it('says everything that is missing at once, in the order of the page', () => {
    expect(orderFaults(newOrder(), at).map(({ path }) => path)).toEqual(['channel', 'about', 'kind']);
    expect(orderFaults({ ...newOrder('desk'), householdId: whole.householdId }, at)).toEqual([
      { path: 'caller', code: 'required' },
      { path: 'kind', code: 'required' },
    ]);
    const row = { ...emptyRow(), values: { item: '鸡蛋' } };
    const groceries = { ...whole, ...ofKind('groceries'), typed: { lines: [row] } };
    expect(orderFaults(groceries, at).map(({ path }) => path)).toEqual([
      'details.lines.0.quantity',
      'details.lines.0.unit',
      'details.lines.0.substitute',
    ]);
  });

  it('of something that is raised names the person, or is enough with a door', () => {
    const unwell = { ...whole, ...ofKind('feelingUnwell'), typed: { what: '头晕' } };
    expect(orderFaults(unwell, at)).toEqual([{ path: 'about.residentId', code: 'required' }]);
    const residentId = 'b'.repeat(24);
    expect(orderFaults({ ...unwell, residentId }, at)).toEqual([]);
    expect(orderBody({ ...unwell, residentId }).about).toEqual({ residentId });
    const dwellingId = 'd'.repeat(24);
    const sudden = {
      ...{ ...whole, householdId: '', dwellingId, residentId, ...ofKind('suddenEvent') },
      typed: { what: 'water', where: '三楼' },
    };
    expect(orderFaults(sudden, at)).toEqual([]);
    expect(orderBody(sudden).about).toEqual({ dwellingId });
    const nowhere = { ...sudden, dwellingId: '' };
    expect(orderFaults({ ...nowhere, place: ' ' }, at)).toEqual([{ path: 'about', code: 'required' }]);
    expect(orderFaults({ ...nowhere, place: '东门外 ' }, at)).toEqual([]);
    expect(orderBody({ ...nowhere, place: '东门外 ' }).about).toEqual({ place: '东门外' });
    // What is brought needs a door, and what is about somebody a person.
    expect(orderFaults({ ...whole, householdId: '', place: '东门外' }, at)).toEqual([
      { path: 'about', code: 'required' },
    ]);
    const spot = { ...sudden, ...ofKind('hygieneSpot'), typed: { what: 'junk', where: '三楼' } };
    expect(orderFaults(spot, at)).toEqual([{ path: 'fileIds.0', code: 'required' }]);
    expect(orderFaults({ ...whole, householdId: '', dwellingId }, at)).toEqual([
      { path: 'about', code: 'required' },
    ]);
  });

  it('goes to the server as that household’s, and says who called only where somebody did', () => {
    expect(orderFaults(whole, at)).toEqual([]);
    expect(orderBody({ ...whole, caller: '王阿姨' })).toEqual({
      ...{ kind: 'trash', about: { householdId: whole.householdId }, channel: 'door', urgent: false },
      details: { bags: 2, infectious: false },
    });
    const wish = { day: '2026-11-23', by: '10:00' };
    expect(orderBody({ ...whole, wish })).toMatchObject({ wish });
    expect(orderBody({ ...whole, wish, urgent: 'yes' })).not.toHaveProperty('wish');
    const early = { ...whole, wish: { day: '2026-11-22', by: '10:00' } };
    expect(orderFaults(early, at)).toEqual([{ path: 'wish', code: 'wish.range' }]);
    expect(orderBody({ ...whole, channel: 'desk', caller: ' 王阿姨 ', note: ' 放门口 ' })).toMatchObject({
      ...{ channel: 'desk', caller: '王阿姨', note: '放门口' },
    });
  });
});
