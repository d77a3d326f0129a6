import type { ResidentFile } from '@shared/roster/residents';
import { Types } from 'mongoose';
import type { Caller } from '../kit/caller';
import { declarationOf, familyOf, leftArea, personOf } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();

/** Somebody of whom the roster knows everything: the head of a household with a sign-in. */
async function head(number: number) {
  const resident = await community.signIn('resident', number);
  const { household } = await resident.gets('getMe');
  const me = household?.people.find(({ isMe }) => isMe);
  if (!household || !me) throw new Error('this person has no household');
  return { resident, household, me, id: me.residentId, door: household.door };
}
const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);

describe('the file of a person', () => {
  it('is found by exact name, last four and door, however they are typed; masked', async () => {
    const office = await community.signIn('office');
    const { id, me, door } = await head(1);
    const phone = await office.gets('revealField', {
      params: { id },
      body: { field: 'phone', reason: 'call' },
    });
    const number = await office.gets('revealField', {
      params: { id },
      body: { field: 'document', reason: 'verify' },
    });
    for (const query of [
      { name: me.name },
      { name: `　${[...me.name].join(' ')} ` },
      { last4: phone.value?.slice(-4) ?? '' },
      { last4: number.value?.slice(-4) ?? '' },
      { door },
      { door: door.replace('-', '号楼').replace('-', '单元') },
    ])
      expect(idsOf(await office.gets('listResidents', { query }))).toContain(id);
    expect((await office.gets('listResidents', { query: { name: me.name.slice(0, 1) } })).items).toEqual([]);

    const { items } = await office.gets('listResidents', { query: { door } });
    const text = JSON.stringify(items);
    expect(text).not.toContain(me.name);
    expect(text).not.toMatch(/\d{17}[\dX]|1\d{10}/);
    expect(items.find((one) => one.id === id)).toMatchObject({
      name: `${me.name.slice(0, 1)}**`,
      phone: expect.stringMatching(/^1\d\d\*{4}\d{4}$/),
    });
  });

  it('is read through pages without a gap, by grid and by group', async () => {
    const office = await community.signIn('office');
    const worker = await community.signIn('worker', 3);
    const all = await readAll(worker, {});
    expect(new Set(all).size).toBe(all.length);
    const { connection } = community.running.context;
    const gridId = new Types.ObjectId(worker.session.account.memberships[0]?.grids[0]?.id);
    expect(all.length).toBe(await connection.collection('residents').countDocuments({ gridId }));
    const dialysis = await readAll(office, { keyGroup: 'dialysis' });
    expect(dialysis).toHaveLength(5);
    const [{ keyGroups } = { keyGroups: [] }] = (
      await office.gets('listResidents', { query: { keyGroup: 'dialysis' } })
    ).items;
    expect(keyGroups).toContain('dialysis');
    // What tells of health cannot be read in the database.
    const stored = JSON.stringify(await connection.collection('residents').find({}).limit(2000).toArray());
    expect(stored).not.toMatch(/dialysis|pregnant|透析|孕妇/);
  });

  it('says who answers, what goes on and how the person is, to those whose business it is', async () => {
    const { resident, id } = await head(4);
    const { returns } = await resident.gets('declareReturn', {
      body: (await familyOf(resident).then((body) => ({
        ...body,
        people: body.people.map((person, i) =>
          i
            ? person
            : { ...person, reading: { celsius: 36.4, method: 'ear', takenAt: now, medicine: false } },
        ),
      }))) as never,
    });
    const worker = await community.signIn('worker', 4);
    await worker.gets('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
    });
    const file = await worker.gets('getResident', { params: { id } });
    expect(file).toMatchObject({
      returns: [{ state: 'verified', place: expect.stringContaining('西安') }],
      observations: [{ state: 'open' }],
      readings: [{ celsius: 36.4, filledBy: 'self' }],
      actions: ['reveal', 'correct'],
    } satisfies Partial<Record<keyof ResidentFile, unknown>>);
    expect(file.responsible?.reason.at(-1)?.code).toBe('found');
    const own = await resident.gets('getResident', { params: { id } });
    expect(own).toMatchObject({ readings: [{ celsius: 36.4 }], actions: ['closeHealth'], changes: [] });
  });

  it('is opened with a reason only, and the person sees who looked', async () => {
    const { resident, id, me } = await head(5);
    const worker = await community.signIn('worker', 5);
    const before = (await resident.gets('getAccessLog', { params: { id } })).items.length;
    const opened = await worker.gets('revealField', {
      params: { id },
      body: { field: 'name', reason: 'visit' },
    });
    expect(opened.value).toBe(me.name);
    expect(
      (await worker.calls('revealField', { params: { id }, body: { field: 'name' } as never })).code,
    ).toBe('input.invalid');
    const { items } = await resident.gets('getAccessLog', { params: { id } });
    expect(items).toHaveLength(before + 1);
    expect(items[0]).toMatchObject({ role: 'worker', field: 'name', reason: 'visit', about: 'resident' });
    expect(items[0]?.surname).toHaveLength(1);
    expect(
      idsOf(await (await community.signIn('office')).gets('getAccessLog', { params: { id } })),
    ).toContain(items[0]?.id);
  });

  it('is looked into so often an hour and no more, whether at the file or at a declaration', async () => {
    const { resident, id } = await head(11);
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    const worker = await community.signIn('worker', 11);
    const body = { field: 'phone' as const, reason: 'call' as const };
    const look = (i: number) =>
      i % 2
        ? worker.calls('revealField', { params: { id }, body })
        : worker.calls('revealReturnField', { params: { id: returns[0]?.id ?? '' }, body });
    const codes: (string | null)[] = [];
    for (let i = 0; i < 124; i += 1) codes.push((await look(i)).code);
    expect(codes.slice(0, 120).filter(Boolean)).toEqual([]);
    expect(codes.slice(120)).toEqual(Array(4).fill('tooManyRequests'));
    const { connection } = community.running.context;
    const kept = { accountId: new Types.ObjectId(worker.accountId) };
    expect(await connection.collection('accessLog').countDocuments(kept)).toBe(120);
  });

  it('opens nothing that was not written down first', async () => {
    const { id } = await head(6);
    const worker = await community.signIn('worker', 6);
    const { connection } = community.running.context;
    await connection.db?.command({ collMod: 'accessLog', validator: { never: { $exists: true } } });
    try {
      const answer = await worker.calls('revealField', {
        params: { id },
        body: { field: 'phone', reason: 'call' },
      });
      expect(answer.code).toBe('internal');
      expect(JSON.stringify(answer.body)).not.toMatch(/1\d{10}/);
    } finally {
      await connection.db?.command({ collMod: 'accessLog', validator: {} });
    }
  });

  it('is nobody else’s: neighbours, other grids, building heads see what is theirs', async () => {
    const { id, household } = await head(7);
    const neighbour = await community.signIn('resident', 8);
    const otherWorker = await community.signIn('worker', 20);
    const elsewhere = await community.signIn('office', 2);
    for (const caller of [neighbour, otherWorker, elsewhere]) {
      expect((await caller.calls('getResident', { params: { id } })).code).toBe('notFound');
      expect((await caller.calls('getAccessLog', { params: { id } })).code).toBe('notFound');
      const listed = await caller.calls('listResidents', { query: { householdId: household.id } });
      expect(listed.body.items ?? []).toEqual([]);
    }
    const leader = await community.signIn('leader', 1);
    expect((await leader.calls('getResident', { params: { id } })).status).toBe(200);
    const buildingHead = await community.signIn('buildingHead');
    for (const query of [{ name: '王芳' }, { last4: '1234' }, { keyGroup: 'dialysis' }])
      expect((await buildingHead.calls('listResidents', { query })).code).toBe('notAllowed');
    const own = await head(1);
    const { items } = await buildingHead.gets('listResidents', { query: { door: own.door } });
    expect(items.find((one) => one.id === own.id)).toMatchObject({
      name: own.me.name,
      document: null,
      phone: null,
      age: null,
      keyGroups: [],
    });
    const file = await buildingHead.gets('getResident', { params: { id: own.id } });
    expect(file).toMatchObject({ readings: null, returns: [], observations: [], actions: ['propose'] });
  });

  it('is searched so often and no more; each search is written down without what was typed', async () => {
    const worker = await community.signIn('worker', 9);
    const { connection } = community.running.context;
    const codes = new Map<string, number>();
    for (let i = 0; i < 130; i += 1) {
      const { status } = await worker.calls('listResidents', { query: { name: `试${'甲乙丙丁'[i % 4]}` } });
      codes.set(String(status), (codes.get(String(status)) ?? 0) + 1);
    }
    expect(Object.fromEntries(codes)).toEqual({ '200': 120, '429': 10 });
    const kept = await connection
      .collection('searchLog')
      .find({ accountId: new Types.ObjectId(worker.accountId) })
      .toArray();
    expect(kept).toHaveLength(120);
    expect(kept[0]).toMatchObject({ kind: 'name', found: 0, role: 'worker' });
    expect(JSON.stringify(kept)).not.toContain('试');
  });

  it('of somebody who only declared follows the corrections, and goes when it is taken back', async () => {
    const { household } = await head(10);
    const stranger = await community.stranger('o-passing');
    const declare = (name: string, n: number) =>
      declarationOf({ dwellingId: household.dwellingId ?? '', people: [personOf(name, 0, n)] });
    const { returns } = await stranger.gets('declareReturn', { body: declare('测过客', 71_001) });
    const worker = await community.signIn('worker', 10);
    const provisional = async () =>
      (await worker.gets('listResidents', { query: { provisional: 'true' as never } })).items;
    expect(await provisional()).toHaveLength(1);
    const declarer = await stranger.refreshes();
    await declarer.gets('updateReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { seenVersion: 1, name: '测真名' },
    });
    const [corrected] = await provisional();
    const revealed = await worker.gets('revealField', {
      params: { id: corrected?.id ?? '' },
      body: { field: 'name', reason: 'verify' },
    });
    expect(revealed.value).toBe('测真名');
    await declarer.gets('withdrawReturn', { params: { id: returns[0]?.id ?? '' }, body: { seenVersion: 2 } });
    expect(await provisional()).toEqual([]);
    const { connection } = community.running.context;
    const left = await connection.collection('dataKeys').findOne({ _id: `roster:${corrected?.id}` as never });
    expect(left).toBeNull();
    expect((await declarer.gets('listReturns')).items).toMatchObject([{ state: 'withdrawn' }]);
    // And declared again: a new file.
    await declarer.gets('declareReturn', { body: declare('测真名', 71_001) });
    expect(await provisional()).toHaveLength(1);
  });
});

const now = '2026-11-22T09:30:00+08:00';

async function readAll(caller: Caller, query: { keyGroup?: string }): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await caller.gets('listResidents', {
      query: { ...query, limit: 7, ...(cursor && { cursor }) },
    });
    ids.push(...idsOf(page));
    if (!page.next) return ids;
    cursor = page.next;
  }
}
