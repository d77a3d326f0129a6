import type { Caller } from '../kit/caller';
import { declareAtDoors } from '../kit/crowd';
import { eventually } from '../kit/eventually';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const at = (time: string) => `2026-11-23T${time}:00+08:00`;

const openOf = async (caller: Caller, ids: string[]) => {
  const { items } = await caller.gets('listReturns', { query: { limit: 100 } });
  return items.filter(({ id }) => ids.includes(id));
};
/** Who answers for each of these, in one read. */
const answering = async (office: Caller, ids: string[]): Promise<string[]> =>
  (await openOf(office, ids)).map(({ responsible }) => responsible.name);

describe('a worker falls ill in the morning', () => {
  it('thirty open things have somebody else within one read, who hears of them; at noon the worker is back', async () => {
    const office = await community.signIn('office');
    const [worker, leader] = [await community.signIn('worker', 5), await community.signIn('leader', 5)];
    const { items: doors } = await office.gets('listDwellings', { query: { building: '5', limit: 10 } });
    const declared = await declareAtDoors(office, doors, 3);
    const ids = declared.map(({ id }) => id);
    expect(ids).toHaveLength(30);
    expect(new Set(await answering(office, ids))).toEqual(new Set(['宋斌梓']));

    await community.timeIs(at('08:00'));
    const absence = await worker.gets('setAbsence', {
      body: { from: at('08:00'), until: at('20:00'), reason: 'illness' },
    });
    expect(absence).toMatchObject({
      state: 'now',
      person: { name: '宋斌梓' },
      covers: [{ grid: '5号楼', name: '杨志' }],
      actions: ['end'],
    });
    const during = await answering(office, ids);
    expect(during).toHaveLength(30);
    expect(new Set(during)).toEqual(new Set(['杨志']));
    // They wait on the leader's list, are his, and nothing is lost.
    const { items } = await leader.gets('getWorklist', { query: { limit: 50 } });
    expect(items.filter(({ mine }) => mine)).toHaveLength(10);

    // Declared at 10:00 the day before: what the ladder says today, it says to whoever answers now.
    const [more] = await declareAtDoors(office, doors.slice(0, 1), 1, 5000);
    await community.timeIs(more?.dueAt ?? '');
    const messages = community.running.context.connection.collection('messages');
    const told = await eventually(
      () => messages.find({ 'about.id': more?.id, 'params.rung': 'due' }).toArray(),
      (found) => found.length > 0,
    );
    expect(told.map(({ accountId }) => String(accountId))).toEqual([leader.accountId]);

    // Back earlier than planned.
    const back = await worker.gets('endAbsence', { params: { id: absence.id } });
    expect(back).toMatchObject({ state: 'over', actions: [] });
    const after = await answering(office, ids);
    expect(after).toHaveLength(30);
    expect(new Set(after)).toEqual(new Set(['宋斌梓']));
    // The same tap again changes nothing.
    expect(await worker.gets('endAbsence', { params: { id: absence.id } })).toEqual(back);
  });

  it('is asked about at any moment: before, during and after', async () => {
    const office = await community.signIn('office');
    const { items: doors } = await office.gets('listDwellings', { query: { building: '6', limit: 1 } });
    const params = { id: doors[0]?.id ?? '' };
    const worker = await community.signIn('worker', 6);
    const name = (await office.gets('getResponsible', { params })).name;
    await worker.gets('setAbsence', {
      body: {
        from: '2026-11-25T08:00:00+08:00',
        until: '2026-11-26T08:00:00+08:00',
        reason: 'leave',
      },
    });
    const who = async (moment: string) => {
      const answer = await office.gets('getResponsible', { params, query: { at: moment } });
      return [answer.name === name, answer.reason.map(({ code }) => code)];
    };
    expect(await who('2026-11-25T07:59:00+08:00')).toEqual([true, ['place', 'found']]);
    expect(await who('2026-11-25T08:00:00+08:00')).toEqual([false, ['place', 'absent', 'found']]);
    expect(await who('2026-11-26T08:00:00+08:00')).toEqual([true, ['place', 'found']]);
    // What was, is still known when it is over.
    await community.timeIs('2026-11-27T10:00:00+08:00');
    expect(await who('2026-11-25T12:00:00+08:00')).toEqual([false, ['place', 'absent', 'found']]);
  });
});

describe('who may say that somebody is absent', () => {
  const day = {
    from: '2026-12-01T08:00:00+08:00',
    until: '2026-12-02T08:00:00+08:00',
    reason: 'leave' as const,
  };

  it('the person, a leader for those below, the office for all; nobody else, and nobody is even found', async () => {
    const [worker, other] = [await community.signIn('worker', 7), await community.signIn('worker', 8)];
    const [leader, office] = [await community.signIn('leader', 5), await community.signIn('office')];
    const of = (accountId: string, body = day) => ({ body: { ...body, accountId } });
    expect((await other.calls('setAbsence', of(worker.accountId))).code).toBe('notFound');
    expect((await worker.calls('setAbsence', of(leader.accountId))).code).toBe('notFound');
    const far = await community.signIn('worker', 1);
    expect((await leader.calls('setAbsence', of(far.accountId))).code).toBe('notFound');
    const set = await leader.gets('setAbsence', of(worker.accountId));
    expect(set.setBy.accountId).toBe(leader.accountId);
    const leave = { ...day, from: day.until, until: '2026-12-03T08:00:00+08:00' };
    await office.gets('setAbsence', of(worker.accountId, leave));
    const names = async (caller: Caller) =>
      (await caller.gets('listAbsences', { query: { state: 'open' } })).items.map(
        ({ person }) => person.name,
      );
    expect(await names(other)).toEqual([]);
    expect(await names(worker)).toHaveLength(2);
    expect(await names(office)).toHaveLength(2);
  });

  it('one that lies across another is refused, and says which; nonsense is refused by its field', async () => {
    const worker = await community.signIn('worker', 9);
    const first = await worker.gets('setAbsence', { body: day });
    const across = { ...day, from: '2026-12-01T20:00:00+08:00', until: '2026-12-04T08:00:00+08:00' };
    const refused = await worker.calls('setAbsence', { body: across });
    expect(refused.problem).toMatchObject({ code: 'absence.overlaps', params: { id: first.id } });
    // Cancelled before it begins, it is out of the way.
    await worker.gets('endAbsence', { params: { id: first.id } });
    await worker.gets('setAbsence', { body: across });
    const faults = async (body: object) =>
      (await worker.calls('setAbsence', { body: { ...day, ...body } })).problem.errors;
    expect(await faults({ until: day.from })).toMatchObject([{ path: 'until', code: 'time.order' }]);
    expect(
      await faults({ from: '2025-01-01T00:00:00+08:00', until: '2027-01-01T00:00:00+08:00' }),
    ).toMatchObject([{ path: 'from', code: 'time.tooEarly' }]);
    expect(await faults({ until: '2027-12-02T08:00:00+08:00' })).toMatchObject([
      { path: 'until', code: 'absence.tooLong' },
    ]);
  });

  it('a tap that is sent twice is one absence, another body under its key none', async () => {
    const worker = await community.signIn('worker', 10);
    const key = '0193a000-0000-7000-8000-000000000001';
    const answers = await Promise.all([1, 2, 3].map(() => worker.gets('setAbsence', { body: day, key })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const { items } = await worker.gets('listAbsences', { query: { state: 'open' } });
    expect(items).toHaveLength(1);
    const other = await worker.calls('setAbsence', { body: { ...day, reason: 'illness' }, key });
    expect(other.code).toBe('key.reused');
  });
});

describe('duty hours', () => {
  it('change who is called at night, and never who is responsible', async () => {
    await community.timeIs('2026-12-07T23:30:00+08:00');
    const office = await community.signIn('office');
    const { items } = await office.gets('listDwellings', { query: { building: '11', limit: 1 } });
    const params = { id: items[0]?.id ?? '' };
    const worker = await community.signIn('worker', 11);
    const membershipId = worker.session.account.active ?? '';
    const byDay = [{ days: [1, 2, 3, 4, 5], from: '08:00', until: '18:00' }];
    const before = await office.gets('getResponsible', { params });
    expect(before.called.name).toBe(before.name);
    await worker.gets('setDutyHours', { params: { membershipId }, body: { hours: byDay } });
    const night = await office.gets('getResponsible', { params });
    expect(night.name).toBe(before.name);
    expect(night.called.name).not.toBe(before.name);
    expect(night.called.reason.map(({ code }) => code)).toEqual(['place', 'offDuty', 'found']);
    const noon = await office.gets('getResponsible', { params, query: { at: '2026-12-08T12:00:00+08:00' } });
    expect(noon.called.name).toBe(before.name);
    const sunday = await office.gets('getResponsible', {
      params,
      query: { at: '2026-12-13T12:00:00+08:00' },
    });
    expect(sunday.called.name).not.toBe(before.name);
    const shown = (await office.gets('listDuty', { query: { limit: 100 } })).items;
    expect(shown.find((person) => person.membershipId === membershipId)?.hours).toEqual(byDay);
  });
});
