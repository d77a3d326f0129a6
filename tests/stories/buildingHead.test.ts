import { documentOf } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();

/** The first building: its head, its worker, and a family in it. */
async function building() {
  const head = await community.signIn('buildingHead');
  const worker = await community.signIn('worker', 1);
  const resident = await community.signIn('resident', 1);
  const { household } = await resident.gets('getMe');
  if (!household) throw new Error('no household');
  return { head, worker, household, people: household.people, dwellingId: household.dwellingId ?? '' };
}

describe('the building head keeps who lives in the building current', () => {
  it('tells that somebody moved in; the worker accepts, and the person is in the roster', async () => {
    const { head, worker, household, dwellingId } = await building();
    const told = await head.gets('proposeCorrection', {
      body: {
        kind: 'movedIn',
        dwellingId,
        householdId: household.id,
        person: { name: '测新来', relation: 'parent' },
      },
    });
    expect(told).toMatchObject({ state: 'pending', name: '测新来', actions: ['withdraw'] });
    const before = (await worker.gets('getHousehold', { params: { id: household.id } })).people.length;
    expect(before).toBe(household.people.length);
    const { items } = await worker.gets('listCorrections', { query: { state: 'pending' } });
    expect(items).toMatchObject([{ id: told.id, name: '测**', actions: ['accept', 'refuse'] }]);
    const done = await worker.gets('actOnCorrection', {
      params: { id: told.id, action: 'accept' },
      body: { seenVersion: 1 },
    });
    expect(done).toMatchObject({ state: 'applied', decided: { role: 'worker' }, actions: [] });
    const after = await worker.gets('getHousehold', { params: { id: household.id } });
    expect(after.people).toHaveLength(before + 1);
    const found = await worker.gets('listResidents', { query: { name: '测新来' } });
    expect(found.items).toMatchObject([{ relation: 'parent', provisional: false }]);
    const file = await worker.gets('getResident', { params: { id: found.items[0]?.id ?? '' } });
    expect(file.changes).toMatchObject([{ kind: 'movedIn', by: { role: 'buildingHead' } }]);
  });

  it('a refused one leaves nothing behind, and of two who decide one is told that the other was first', async () => {
    const { head, worker, dwellingId } = await building();
    const told = await head.gets('proposeCorrection', {
      body: { kind: 'movedIn', dwellingId, person: { name: '测不实', relation: 'head' } },
    });
    const leader = await community.signIn('leader', 1);
    const answers = await Promise.all([
      worker.calls('actOnCorrection', {
        params: { id: told.id, action: 'refuse' },
        body: { seenVersion: 1, reason: 'notSo' },
      }),
      leader.calls('actOnCorrection', {
        params: { id: told.id, action: 'refuse' },
        body: { seenVersion: 1, reason: 'known' },
      }),
    ]);
    expect(answers.map(({ code }) => code).sort()).toEqual(['roster.movedOn', null].sort());
    expect((await worker.gets('listResidents', { query: { name: '测不实' } })).items).toEqual([]);
    const mine = await head.gets('listCorrections');
    // Its words cannot be read any more, by nobody.
    expect(mine.items.find(({ id }) => id === told.id)).toMatchObject({ state: 'refused', name: '测**' });
  });

  it('tells only what is its own: no papers, no groups, no other building; decides nothing', async () => {
    const { head, people, dwellingId } = await building();
    const residentId = people[0]?.residentId ?? '';
    const person = {
      name: '测有证',
      relation: 'other' as const,
      document: { kind: 'residentId' as const, number: documentOf(1) },
    };
    for (const body of [
      { kind: 'fields' as const, residentId, set: { keyGroups: ['dialysis'] } },
      { kind: 'fields' as const, residentId, set: { document: person.document } },
      { kind: 'confirm' as const, residentId },
      { kind: 'movedIn' as const, dwellingId, person },
    ])
      expect((await head.calls('proposeCorrection', { body })).code).toBe('notAllowed');
    const other = (await (await community.signIn('resident', 9)).gets('getMe')).household;
    expect(
      (
        await head.calls('proposeCorrection', {
          body: { kind: 'movedOut', residentId: other?.people[0]?.residentId ?? '' },
        })
      ).code,
    ).toBe('notFound');
    const told = await head.gets('proposeCorrection', {
      body: { kind: 'fields', residentId, set: { phone: '19912349999' } },
    });
    const decided = await head.calls('actOnCorrection', {
      params: { id: told.id, action: 'accept' },
      body: { seenVersion: 1 },
    });
    expect(decided.code).toBe('notAllowed');
    const back = await head.gets('actOnCorrection', {
      params: { id: told.id, action: 'withdraw' },
      body: { seenVersion: 1 },
    });
    expect(back.state).toBe('withdrawn');
  });

  it('sent twice is told once; another word under the same key is refused', async () => {
    const { head, people } = await building();
    const key = '019aa000-0000-7000-8000-000000000001';
    const body = { kind: 'movedOut' as const, residentId: people[2]?.residentId ?? '' };
    const [one, two] = await Promise.all([
      head.gets('proposeCorrection', { key, body }),
      head.gets('proposeCorrection', { key, body }),
    ]);
    expect(two?.id).toBe(one?.id);
    const other = await head.calls('proposeCorrection', {
      key,
      body: { ...body, residentId: people[1]?.residentId ?? '' },
    });
    expect(other.code).toBe('key.reused');
  });

  it('what was corrected wins against last week’s file, and whoever left stays away', async () => {
    const office = await community.signIn('office', 2);
    const worker = await community.signIn('worker', 41);
    const resident = await community.signIn('resident', 41);
    const { household } = await resident.gets('getMe');
    const [first, , child] = household?.people ?? [];
    const lastWeek = (await office.calls('exportRoster', { query: { reason: 'correction' } }))
      .body as unknown as Buffer;
    await worker.gets('proposeCorrection', {
      body: {
        kind: 'fields',
        residentId: first?.residentId ?? '',
        set: { phone: '19912348888', keyGroups: ['chronic'] },
      },
    });
    await worker.gets('proposeCorrection', {
      body: { kind: 'movedOut', residentId: child?.residentId ?? '' },
    });
    const left = await worker.gets('getResident', { params: { id: child?.residentId ?? '' } });
    expect(left.leftAt).not.toBeNull();
    const again = await office.gets('importRoster', { file: { name: 'last-week.xlsx', bytes: lastWeek } });
    expect(again).toMatchObject({ created: 0, kept: 2 });
    const phone = await worker.gets('revealField', {
      params: { id: first?.residentId ?? '' },
      body: { field: 'phone', reason: 'verify' },
    });
    expect(phone.value).toBe('19912348888');
    const home = await worker.gets('getHousehold', { params: { id: household?.id ?? '' } });
    expect(home.people.map(({ residentId }) => residentId)).not.toContain(child?.residentId);
    expect(home.people.find(({ residentId }) => residentId === first?.residentId)?.keyGroups).toEqual([
      'chronic',
    ]);
    // The same person comes back: the same file.
    await worker.gets('proposeCorrection', {
      body: {
        kind: 'movedIn',
        dwellingId: household?.dwellingId ?? '',
        householdId: household?.id ?? '',
        person: { name: child?.name ?? '', relation: 'child' },
      },
    });
    expect((await worker.gets('getResident', { params: { id: child?.residentId ?? '' } })).leftAt).toBeNull();
  });
});
