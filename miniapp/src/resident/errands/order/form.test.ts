import { newOrder, orderBody, orderFaults } from './form';

const home = 'a'.repeat(24);

describe('an order of a household', () => {
  it('begins with nothing but the kind: what it needs is missing, what may be left out is not', () => {
    const form = newOrder('water', home);
    expect(orderFaults(form).map(({ path }) => path)).toEqual(['details.barrels', 'details.empties']);
    expect(orderBody(form)).toEqual({
      ...{ kind: 'water', about: { householdId: home }, details: {}, urgent: false, channel: 'app' },
    });
    expect(orderFaults(newOrder('groceries', home)).map(({ path }) => path)).toEqual([
      ...['details.lines.0.item', 'details.lines.0.quantity'],
      ...['details.lines.0.unit', 'details.lines.0.substitute'],
    ]);
  });

  it('of something that is raised names the person, and brings the photo without which nobody finds it', () => {
    const unwell = newOrder('feelingUnwell', home);
    expect(orderFaults(unwell).map(({ path }) => path)).toEqual(['details.what', 'about']);
    expect(newOrder('feelingUnwell', home, [{ residentId: 'b'.repeat(24) }]).residentId).toBe('b'.repeat(24));
    expect(newOrder('water', home, [{ residentId: 'b'.repeat(24) }]).residentId).toBe('');
    const spot = { ...newOrder('hygieneSpot', home), typed: { where: '三单元后面', what: 'rubbish' } };
    expect(orderFaults(spot)).toEqual([{ path: 'fileIds.0', code: 'required' }]);
    expect(orderFaults({ ...spot, photoId: 'c'.repeat(24) })).toEqual([]);
  });

  it('says for whom, how urgent and what else, once that was said', () => {
    const said = { residentId: 'b'.repeat(24), urgent: 'yes' as const, note: ' 放门口 ' };
    const photoId = 'c'.repeat(24);
    const typed = { barrels: '2', empties: '0' };
    expect(orderBody({ ...newOrder('water', home), ...said, typed, photoId })).toEqual({
      ...{ kind: 'water', about: { residentId: said.residentId }, details: { barrels: 2, empties: 0 } },
      ...{ urgent: true, channel: 'app', note: '放门口', fileIds: [photoId] },
    });
  });
});
