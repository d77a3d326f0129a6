import { accountOf } from '../kit/accountOf';
import type { Caller } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { familyOf, leftArea } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();

async function family(number: number) {
  const resident = await community.signIn('resident', number);
  const { household } = await resident.gets('getMe');
  if (!household) throw new Error('no household');
  const [first, second, third] = household.people;
  if (!first || !second || !third) throw new Error('not three people');
  const worker = await community.signIn('worker', number);
  return { resident, household, worker, first, second, third };
}

describe('a shared flat', () => {
  it('an adult keeps own temperatures from the household, at once; the worker and the person see them', async () => {
    const { resident, worker, household, second } = await family(11);
    const body = await familyOf(resident);
    const fever = {
      celsius: 37.8,
      method: 'ear' as const,
      takenAt: '2026-11-22T09:30:00+08:00',
      medicine: false,
    };
    body.people = body.people.map((person, i) =>
      i === 1 ? { ...person, reading: fever, symptoms: ['dryCough'] } : person,
    );
    const { returns } = await resident.gets('declareReturn', { body });
    await worker.gets('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
    });
    const spouse = await accountOf(community, second.residentId, 'o-spouse');
    const closed = await spouse.gets('closeHealth', {
      params: { id: second.residentId },
      body: { closed: true },
    });
    expect(closed).toMatchObject({
      healthClosed: true,
      readings: [{ celsius: 37.8 }],
      actions: ['openHealth'],
    });

    // What the contact held before is stale as soon as the change is heard.
    await eventually(
      async () => (await resident.calls('listReturns')).code,
      (code) => code === 'session.stale',
    );
    const seen = async () => {
      const caller = await resident.refreshes();
      const { items } = await caller.gets('listReturns');
      const file = await caller.gets('getResident', { params: { id: second.residentId } });
      return { one: items.find(({ residentId }) => residentId === second.residentId), file };
    };
    const { one, file } = await seen();
    expect(one).toMatchObject({ symptoms: [], reading: null, urgency: 'normal' });
    expect(file).toMatchObject({ readings: null, keyGroups: [], healthClosed: true });
    const contact = await community.signIn('resident', 11);
    expect((await contact.calls('getAccessLog', { params: { id: second.residentId } })).code).toBe(
      'notFound',
    );
    expect((await contact.gets('getHousehold', { params: { id: household.id } })).people[1]).toMatchObject({
      healthClosed: true,
    });

    const own = await (await spouse.refreshes()).gets('listReturns');
    expect(own.items.find(({ residentId }) => residentId === second.residentId)).toMatchObject({
      symptoms: ['dryCough'],
      reading: { celsius: 37.8 },
    });
    const staff = await worker.gets('getResident', { params: { id: second.residentId } });
    expect(staff.readings).toMatchObject([{ celsius: 37.8 }]);

    await spouse.gets('closeHealth', { params: { id: second.residentId }, body: { closed: false } });
    const open = await community.signIn('resident', 11);
    expect((await open.gets('getResident', { params: { id: second.residentId } })).readings).toHaveLength(1);
  });

  it('a child closes nothing, and nobody closes for somebody else', async () => {
    const { resident, second } = await family(12);
    const answer = await resident.calls('closeHealth', {
      params: { id: second.residentId },
      body: { closed: true },
    });
    expect(answer.code).toBe('notAllowed');
    const child = await childOf('o-child');
    const refused = await child.caller.calls('closeHealth', {
      params: { id: child.id },
      body: { closed: true },
    });
    expect(refused.code).toBe('resident.minor');
  });

  it('two families behind one door are two households, each with its contact and its own eyes', async () => {
    const { resident, household, worker, first, second, third } = await family(13);
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    await worker.gets('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
    });
    const lodger = await accountOf(community, third.residentId, 'o-lodger');
    expect((await lodger.gets('listObservations')).items).toHaveLength(3);
    await worker.gets('proposeCorrection', {
      body: { kind: 'split', householdId: household.id, residentIds: [third.residentId] },
    });
    const view = await worker.gets('getHousehold', { params: { id: household.id } });
    expect(view.people.map(({ residentId }) => residentId)).not.toContain(third.residentId);
    expect(view.others).toMatchObject([{ people: 1, provisional: false }]);
    const otherId = view.others[0]?.id ?? '';

    // Each sees the own household only, also what was declared and measured before.
    const [mine, theirs] = [await community.signIn('resident', 13), await lodger.refreshes()];
    expect((await mine.gets('listObservations')).items).toHaveLength(2);
    expect((await theirs.gets('listObservations')).items.map(({ residentId }) => residentId)).toEqual([
      third.residentId,
    ]);
    expect((await mine.calls('getHousehold', { params: { id: otherId } })).code).toBe('notFound');
    expect((await theirs.gets('getMe')).household).toMatchObject({ id: otherId, door: household.door });

    // The contact is one of the household, and an adult; the later of two is told.
    const named = await mine.gets('setContact', {
      params: { id: household.id },
      body: { residentId: second.residentId, seenVersion: view.version },
    });
    expect(named.contactResidentId).toBe(second.residentId);
    const late = await worker.calls('setContact', {
      params: { id: household.id },
      body: { residentId: first.residentId, seenVersion: view.version },
    });
    expect(late.code).toBe('roster.movedOn');
    const stranger = await worker.calls('setContact', {
      params: { id: household.id },
      body: { residentId: third.residentId, seenVersion: named.version },
    });
    expect(stranger.problem.errors).toMatchObject([{ path: 'residentId', code: 'choice' }]);

    // One again; the workbook that names the household still finds its people.
    await worker.gets('proposeCorrection', {
      body: { kind: 'merge', householdId: otherId, intoHouseholdId: household.id },
    });
    const one = await worker.gets('getHousehold', { params: { id: household.id } });
    expect(one).toMatchObject({ others: [], contactResidentId: second.residentId });
    expect(one.people).toHaveLength(view.people.length + 1);
    expect((await worker.calls('getHousehold', { params: { id: otherId } })).code).toBe('notFound');
  });

  it('a worker says that the flat is rented, a building head that it is not after all; last week’s file says nothing', async () => {
    const { worker, resident, household, first } = await family(1);
    const of = { params: { id: household.id } };
    const say = (tenure: 'own' | 'rented') => ({
      body: { kind: 'tenure' as const, householdId: household.id, tenure },
    });
    expect((await resident.gets('getHousehold', of)).tenure).toBeNull();
    await worker.gets('proposeCorrection', say('rented'));
    expect((await worker.gets('getHousehold', of)).tenure).toBe('rented');
    const head = await community.signIn('buildingHead');
    const told = await head.gets('proposeCorrection', say('own'));
    expect((await worker.gets('getHousehold', of)).tenure).toBe('rented');
    await worker.gets('actOnCorrection', {
      params: { id: told.id, action: 'accept' },
      body: { seenVersion: 1 },
    });
    expect((await head.gets('getHousehold', of)).tenure).toBe('own');
    const file = await worker.gets('getResident', { params: { id: first.residentId } });
    expect(file.changes.map(({ kind }) => kind)).toEqual(['tenure', 'tenure']);
    const far = await community.signIn('worker', 20);
    expect((await far.calls('proposeCorrection', say('rented'))).code).toBe('notFound');
    const empty = { ...say('own').body, tenure: 'empty' } as never;
    expect((await worker.calls('proposeCorrection', { body: empty })).code).toBe('input.invalid');
  });

  it('nobody is moved to another door while something goes on at this one', async () => {
    const { worker, second, resident } = await family(14);
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    const elsewhere = await emptyDoor(worker);
    const move = { kind: 'moved' as const, residentId: second.residentId, dwellingId: elsewhere.id };
    expect((await worker.calls('proposeCorrection', { body: move })).code).toBe('resident.openWork');
    expect(
      (await worker.calls('proposeCorrection', { body: { kind: 'movedOut', residentId: second.residentId } }))
        .code,
    ).toBe('resident.openWork');
    await resident.gets('withdrawReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { seenVersion: 1, party: true },
    });
    await worker.gets('proposeCorrection', { body: move });
    const file = await worker.gets('getResident', { params: { id: second.residentId } });
    expect(file).toMatchObject({ door: elsewhere.door, changes: [{ kind: 'moved', state: 'applied' }] });
  });
});

/** Some empty flat of the worker’s grid. */
async function emptyDoor(worker: Caller) {
  const { items } = await worker.gets('listDwellings', { query: { limit: 100 } });
  const door = items.find(({ tenure }) => tenure === 'empty');
  if (!door) throw new Error('no empty flat');
  return door;
}

/** The child of a family of 东苑, whose documents say when everybody was born. */
async function childOf(openid: string) {
  const resident = await community.signIn('resident', 40);
  const { household } = await resident.gets('getMe');
  const id = household?.people[2]?.residentId ?? '';
  return { id, caller: await accountOf(community, id, openid) };
}
