import { Types } from 'mongoose';
import { declarationOf, documentOf, personOf } from '../kit/family';
import { isTooMuch, profile } from '../kit/profile';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();

/** A family of the roster, its worker, and its door. */
async function home(number: number) {
  const resident = await community.signIn('resident', number);
  const { household } = await resident.gets('getMe');
  if (!household) throw new Error('no household');
  return { household, worker: await community.signIn('worker', number), people: household.people };
}

/** A stranger declares a person at a door; the person is provisional. */
async function declareAt(dwellingId: string, openid: string, name: string, n: number) {
  const stranger = await community.stranger(openid);
  const person = { ...personOf(name, 0, n), phone: `1991235${String(n).slice(-4)}` };
  const { returns } = await stranger.gets('declareReturn', {
    body: declarationOf({ dwellingId, people: [person] }),
  });
  return { stranger, id: returns[0]?.residentId ?? '', returnId: returns[0]?.id ?? '', phone: person.phone };
}

const waiting = { query: { provisional: 'true' as never } };

describe('somebody declared who is not in the roster', () => {
  it('is listed for the worker and the office, and for nobody else; whom it may be is found by name and telephone', async () => {
    const { household, worker, people } = await home(1);
    const [, spouse] = people;
    const dwellingId = household.dwellingId ?? '';
    // The spouse declares at the neighbours’: the same name at another door is nobody the roster can be sure of.
    const there = (await home(2)).household;
    const { id, phone } = await declareAt(there.dwellingId ?? '', 'o-alike', spouse?.name ?? '', 80_001);
    const office = await community.signIn('office');
    for (const caller of [office, await community.signIn('worker', 2)])
      expect((await caller.gets('listResidents', waiting)).items.map((one) => one.id)).toContain(id);
    const far = await community.signIn('worker', 20);
    expect((await far.gets('listResidents', waiting)).items).toEqual([]);
    const alike = (await office.gets('listResidents', { query: { alike: id } })).items;
    expect(alike.map((one) => one.id)).toContain(spouse?.residentId);
    expect(alike.every((one) => !one.provisional)).toBe(true);
    expect(JSON.stringify(alike)).not.toContain(spouse?.name);

    // The same telephone under another name.
    const other = people[2]?.residentId ?? '';
    await worker.gets('proposeCorrection', { body: { kind: 'fields', residentId: other, set: { phone } } });
    const more = (await office.gets('listResidents', { query: { alike: id } })).items.map((one) => one.id);
    expect(more).toEqual(expect.arrayContaining([spouse?.residentId, other]));

    const known = await office.calls('listResidents', { query: { alike: other } });
    expect(known.problem.errors).toMatchObject([{ path: 'alike', code: 'choice' }]);
    expect((await far.calls('listResidents', { query: { alike: id } })).code).toBe('notFound');
    for (const caller of [await community.signIn('resident', 2), await community.signIn('buildingHead')])
      expect((await caller.calls('listResidents', { query: { alike: id } })).code).toBe('notAllowed');
    const kept = await community.running.context.connection
      .collection('searchLog')
      .find({ accountId: new Types.ObjectId(office.accountId), kind: 'alike' })
      .toArray();
    expect(kept).toHaveLength(2);
    expect((await office.gets('listResidents', { query: { dwellingId } })).items).toHaveLength(people.length);
    for (const query of [{ alike: id }, { dwellingId }, { provisional: 'true' as never }])
      for (const caller of [office, await community.signIn('worker', 2)]) {
        const looks = await profile(community.running.context.connection, () =>
          caller.calls('listResidents', { query }),
        );
        expect(looks.filter(isTooMuch)).toEqual([]);
      }
  });

  it('and is one of the roster: the entry of the roster stays, with what it lacked; the declaration goes there', async () => {
    const { household, worker } = await home(3);
    const dwellingId = household.dwellingId ?? '';
    const person = { name: '测同人', relation: 'other' as const };
    const entered = await worker.gets('proposeCorrection', { body: { kind: 'movedIn', dwellingId, person } });
    const into = entered.residentId ?? '';
    const { id, returnId, phone } = await declareAt(dwellingId, 'o-same', '测同仁', 80_002);
    const join = { kind: 'join' as const, residentId: id, intoResidentId: into };
    await worker.gets('proposeCorrection', { body: join });
    expect((await worker.calls('getResident', { params: { id } })).code).toBe('notFound');
    expect((await worker.gets('listResidents', waiting)).items).toEqual([]);
    expect((await worker.gets('getReturn', { params: { id: returnId } })).residentId).toBe(into);
    expect(await worker.gets('getResident', { params: { id: into } })).toMatchObject({
      returns: [{ state: 'declared' }],
      phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
      document: { kind: 'residentId', number: expect.stringContaining('*') },
      changes: [{ kind: 'join' }, { kind: 'movedIn' }],
    });
  });

  it('and is new: confirmed once, and in no list of who waits', async () => {
    const { household, worker } = await home(4);
    const { id } = await declareAt(household.dwellingId ?? '', 'o-new', '测新户', 80_003);
    const confirm = { body: { kind: 'confirm' as const, residentId: id } };
    const answers = await Promise.all([
      worker.calls('proposeCorrection', confirm),
      (await community.signIn('office')).calls('proposeCorrection', confirm),
    ]);
    expect(answers.map(({ code }) => code).sort()).toEqual(['roster.movedOn', null].sort());
    expect((await worker.gets('getResident', { params: { id } })).provisional).toBe(false);
    expect((await worker.gets('listResidents', waiting)).items).toEqual([]);
  });

  it('and was a mistake: not while the declaration is open, then forgotten with its key', async () => {
    const { household, worker } = await home(5);
    const { stranger, id, returnId } = await declareAt(
      household.dwellingId ?? '',
      'o-wrong',
      '测错人',
      80_004,
    );
    const remove = { body: { kind: 'remove' as const, residentId: id } };
    expect((await worker.calls('proposeCorrection', remove)).code).toBe('resident.openWork');
    await (await stranger.refreshes()).gets('withdrawReturn', {
      params: { id: returnId },
      body: { seenVersion: 1 },
    });
    expect((await worker.calls('proposeCorrection', remove)).code).toBe('notFound');
    const { connection } = community.running.context;
    expect(await connection.collection('dataKeys').findOne({ _id: `roster:${id}` as never })).toBeNull();
  });
});

describe('a birth date', () => {
  it('is of somebody without a resident ID; with one the document says it', async () => {
    const { household, worker, people } = await home(6);
    const residentId = people[2]?.residentId ?? '';
    const say = (set: object) =>
      worker.calls('proposeCorrection', { body: { kind: 'fields', residentId, set } as never });
    const fileOf = () => worker.gets('getResident', { params: { id: residentId } });
    await say({ document: { kind: 'passport', number: 'E12345678' } });
    expect((await fileOf()).age).toBeNull();
    for (const birthDate of ['2026-11-23', '2015-02-30', '1811-01-01'])
      expect((await say({ birthDate })).problem.errors).toMatchObject([
        { path: 'set.birthDate', code: 'birth.impossible' },
      ]);
    expect((await say({ birthDate: '2015-03-01' })).status).toBe(201);
    expect((await fileOf()).age).toBe(11);
    // A child is nobody whom the community calls.
    const { version } = await worker.gets('getHousehold', { params: { id: household.id } });
    const contact = await worker.calls('setContact', {
      params: { id: household.id },
      body: { residentId, seenVersion: version },
    });
    expect(contact.problem.errors).toMatchObject([{ path: 'residentId', code: 'choice' }]);
    // Whatever else is corrected, it stays; in the database nobody reads it.
    await say({ phone: '19912348812' });
    expect((await fileOf()).age).toBe(11);
    const { connection } = community.running.context;
    const doc = await connection.collection('residents').findOne({ _id: new Types.ObjectId(residentId) });
    expect(JSON.stringify(doc)).not.toContain('2015');
    await say({ document: { kind: 'residentId', number: documentOf(80_005) } });
    expect((await say({ birthDate: '2015-03-01' })).problem.errors).toMatchObject([
      { path: 'set.birthDate', code: 'birth.inDocument' },
    ]);
    expect((await fileOf()).age).not.toBe(11);
  });
});
