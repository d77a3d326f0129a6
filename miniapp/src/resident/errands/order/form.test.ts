import { newOrder, orderAgain, orderBody, orderFaults } from './form';

const home = 'a'.repeat(24);
const at = new Date('2026-11-22T10:00:00+08:00');

describe('an order of a household', () => {
  it('begins with nothing but the kind: what it needs is missing, what may be left out is not', () => {
    const form = newOrder('water', home);
    expect(orderFaults(form, at).map(({ path }) => path)).toEqual(['details.barrels', 'details.empties']);
    expect(orderBody(form)).toEqual({
      ...{ kind: 'water', about: { householdId: home }, details: {}, urgent: false, channel: 'app' },
    });
    expect(orderFaults(newOrder('groceries', home), at).map(({ path }) => path)).toEqual([
      ...['details.lines.0.item', 'details.lines.0.quantity'],
      ...['details.lines.0.unit', 'details.lines.0.substitute'],
    ]);
  });

  it('of something that is raised names the person, and brings the photo without which nobody finds it', () => {
    const unwell = newOrder('feelingUnwell', home);
    expect(orderFaults(unwell, at).map(({ path }) => path)).toEqual(['details.what', 'about']);
    expect(newOrder('feelingUnwell', home, [{ residentId: 'b'.repeat(24) }]).residentId).toBe('b'.repeat(24));
    expect(newOrder('water', home, [{ residentId: 'b'.repeat(24) }]).residentId).toBe('');
    const spot = { ...newOrder('hygieneSpot', home), typed: { where: '三单元后面', what: 'rubbish' } };
    expect(orderFaults(spot, at)).toEqual([{ path: 'fileIds.0', code: 'required' }]);
    expect(orderFaults({ ...spot, photoId: 'c'.repeat(24) }, at)).toEqual([]);
  });

  it('says for whom, how urgent and what else, once that was said', () => {
    const said = { residentId: 'b'.repeat(24), urgent: 'yes' as const, note: ' 放门口 ' };
    const photoId = 'c'.repeat(24);
    const typed = { barrels: '2', empties: '0' };
    expect(orderBody({ ...newOrder('water', home), ...said, typed, photoId })).toEqual({
      ...{ kind: 'water', about: { residentId: said.residentId }, details: { barrels: 2, empties: 0 } },
      ...{ urgent: true, channel: 'app', note: '放门口', fileIds: [photoId] },
    });
    const wish = { day: '2026-11-23', by: '' };
    expect(orderBody({ ...newOrder('water', home), wish })).toMatchObject({ wish: { day: '2026-11-23' } });
    const past = { ...newOrder('water', home), typed, wish: { day: '2026-11-21', by: '' } };
    expect(orderFaults(past, at)).toEqual([{ path: 'wish', code: 'wish.range' }]);
  });
});

it('an order made again is filled in as the last time, but for the days that are left', () => {
  const lines = [{ item: '降压药', dosage: '5 毫克', quantity: 2 }];
  const details = { lines, daysLeft: 5, lastsDays: 30, cold: false };
  const form = orderAgain({ kind: 'medicine', residentId: null, details }, home);
  expect(orderFaults(form, at)).toEqual([{ path: 'details.daysLeft', code: 'required' }]);
  const typed = { ...form.typed, daysLeft: '3' };
  expect(orderBody({ ...form, typed }).details).toEqual({ ...details, daysLeft: 3 });
});
