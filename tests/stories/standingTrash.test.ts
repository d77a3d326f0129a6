import { Types } from 'mongoose';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { acting } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { leaderOf } from '../kit/leaderOf';
import { type Observed, observedFamily } from '../kit/observed';
import { startCommunity } from '../kit/startCommunity';
import { observe, takenToHospital } from '../kit/underObservation';

const community = startCommunity();
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;

const trashOf = async (caller: Caller, householdId: string, date?: string) =>
  (
    await caller.gets('listSlots', {
      query: { householdId, kind: 'trash', limit: 100, ...(date && { date }) },
    })
  ).items;
const todayOf = async (caller: Caller, householdId: string, date = '2026-11-22') => {
  const [slot] = await trashOf(caller, householdId, date);
  if (!slot) throw new Error(`no trash is owed on ${date}`);
  return slot;
};
const collect = (caller: Caller, id: string, body: Record<string, unknown>, key = uuidV7()) =>
  caller.calls('collectTrash', {
    params: { id },
    body: { bags: 1, at: at('10:00'), enteredAt: at('10:00'), ...body } as never,
    key,
  });
const told = async (caller: Caller) =>
  (await caller.gets('listNotices', { query: { limit: 100 } })).items
    .filter(({ code }) => code.startsWith('trash.'))
    .map(({ code, params }) => `${code} ${params.day}`)
    .reverse();

describe('standing trash', () => {
  let family: Observed;
  let office: Caller;
  beforeAll(async () => {
    await community.timeIs(at('10:00'));
    family = await observedFamily(community, 1);
    office = await community.signIn('office');
  });

  it('is owed once a day by the door, however many are observed behind it, as long as anybody is', async () => {
    const { resident, worker, householdId, people } = family;
    const slots = await trashOf(resident, householdId);
    expect(people.length).toBeGreaterThan(1);
    expect(slots.map(({ day }) => day)).toEqual(
      Array.from({ length: 14 }, (_, i) => new Date(Date.UTC(2026, 10, 22 + i)).toISOString().slice(0, 10)),
    );
    expect(slots[0]).toMatchObject({
      ...{ residentId: '', observationId: null, state: 'open', actions: ['skip'] },
      ...{ dueAt: new Date(at('18:00')).toISOString(), collections: [] },
    });
    expect((await todayOf(worker, householdId)).actions).toEqual(['collect', 'skip']);
    // What one of them still owes ends with that one; the door goes on owing for the others.
    const params = (i: number) => ({ id: people[i]?.observationId ?? '' });
    const annul = async (i: number) => {
      const { version } = await office.gets('getObservation', { params: params(i) });
      return office.gets('annulObservation', {
        params: params(i),
        body: { seenVersion: version, reason: '开错了' },
      });
    };
    const others = people.slice(1).map((_, i) => i + 1);
    for (const i of others) await annul(i);
    expect((await trashOf(resident, householdId)).filter(({ state }) => state === 'open')).toHaveLength(14);
    const { version } = await office.gets('getObservation', { params: params(0) });
    await office.gets('replanObservation', {
      params: params(0),
      body: { seenVersion: version, change: { lastDay: '2026-11-24' }, reason: '提前' },
    });
    const shorter = await trashOf(resident, householdId);
    expect(shorter.filter(({ state }) => state === 'open').map(({ day }) => day)).toEqual([
      ...['2026-11-22', '2026-11-23', '2026-11-24'],
    ]);
    expect(shorter[13]?.excused?.reason).toBe('replanned');
    expect(await annul(0)).toMatchObject({ state: 'annulled' });
    expect((await trashOf(resident, householdId)).every(({ state }) => state === 'excused')).toBe(true);
  });

  it('stops while the only one observed is away, and goes on with the way back; two that end at once leave nothing', async () => {
    const one = await observe(community, 2);
    await takenToHospital(community, one);
    const owed = async () =>
      (await trashOf(one.worker, one.householdId)).filter(({ state }) => state === 'open').length;
    expect(await owed()).toBe(0);
    const { version } = await one.now();
    await one.worker.gets('returnObservation', {
      params: { id: one.id },
      body: { seenVersion: version } as never,
    });
    expect(await owed()).toBe(14);
    const both = await observedFamily(community, 3);
    const ending = both.people.map(async ({ observationId: id }) => {
      const seen = await office.gets('getObservation', { params: { id } });
      return () =>
        office.gets('annulObservation', {
          params: { id },
          body: { seenVersion: seen.version, reason: '开错了' },
        });
    });
    await Promise.all((await Promise.all(ending)).map((end) => end()));
    expect((await trashOf(office, both.householdId)).filter(({ state }) => state === 'open')).toEqual([]);
  });

  it('is taken by a worker, infectious bags counted apart; sent twice it is taken once', async () => {
    const { worker, resident, householdId } = await observe(community, 4);
    const slot = await todayOf(worker, householdId);
    const key = uuidV7();
    const bags = { bags: 2, infectiousBags: 1 };
    const taken = await collect(worker, slot.id, bags, key);
    expect(taken.status).toBe(201);
    expect(taken.body).toMatchObject({ state: 'done', collections: [bags], actions: ['collect'] });
    expect((await collect(worker, slot.id, bags, key)).body.collections).toHaveLength(1);
    expect((await collect(worker, slot.id, { bags: 3 }, key)).code).toBe('key.reused');
    const seen = await todayOf(resident, householdId);
    expect(seen).toMatchObject({ state: 'done', collections: [bags], actions: [] });
    for (const wrong of [{ bags: 0 }, { bags: 21 }, { bags: -1 }, { bags: 1.5 }])
      expect((await collect(worker, slot.id, wrong)).status).toBe(422);
    expect((await collect(resident, slot.id, {})).status).toBe(403);
    const temperature = (await resident.gets('listSlots', { query: { householdId, date: '2026-11-23' } }))
      .items[0];
    expect((await collect(worker, temperature?.id ?? '', {})).status).toBe(403);
    expect(
      (
        await worker.calls('excuseSlot', {
          params: { id: slot.id },
          body: { seenVersion: seen.version, reason: 'asleep' },
        })
      ).status,
    ).toBe(403);
  });

  it('is not needed on a day on which the household says so, and nobody is reminded of it', async () => {
    const { worker, resident, householdId } = await observe(community, 5);
    const slot = await todayOf(resident, householdId);
    const skip = (seenVersion: number, caller = resident) =>
      caller.calls('skipSlot', { params: { id: slot.id }, body: { seenVersion } });
    expect((await skip(slot.version + 1)).code).toBe('slot.movedOn');
    // The same tap several times at once is one word.
    const taps = await Promise.all(Array.from({ length: 8 }, () => skip(slot.version)));
    expect(taps.map(({ status }) => status)).toEqual(taps.map(() => 200));
    const [skipped] = taps;
    expect(skipped?.body).toMatchObject({
      state: 'excused',
      excused: { reason: 'nothingToday' },
      actions: [],
    });
    expect((await skip(slot.version)).status).toBe(200);
    // What stood there all the same is written down; it stays as the household said.
    expect((await collect(worker, slot.id, {})).body).toMatchObject({
      ...{ state: 'excused', collections: [{ bags: 1 }] },
    });
    const { connection } = community.running.context;
    const doc = await connection.collection('slots').findOne({ _id: new Types.ObjectId(slot.id) });
    expect(doc?.nextStepAt).toBeUndefined();
    // A plan does not take back what a person said.
    await takenToHospital(community, { worker, slots: () => slotsOf(worker, householdId) } as never);
    expect(await todayOf(worker, householdId)).toMatchObject({ excused: { reason: 'nothingToday' } });
    const neighbour = await community.signIn('resident', 9);
    expect((await skip(slot.version, neighbour)).status).toBe(404);
  });

  it('stands in the trip through the building apart and last, and in the list of what waits', async () => {
    const one = await observe(community, 6);
    const { worker, resident, householdId } = one;
    const act = acting(community);
    const body = { kind: 'trash', about: { householdId }, channel: 'door' } as const;
    const plain = { ...body, details: { bags: 1, infectious: false } };
    const infectious = { ...body, details: { bags: 1, infectious: true } };
    const ids = [];
    for (const order of [plain, infectious])
      ids.push((await worker.gets('placeRequest', { body: order })).id);
    for (const id of ids) expect((await act(worker, id, 'accept')).status).toBe(200);
    const own = (await resident.gets('getMe')).household?.dwellingId ?? '';
    const dwellings = community.running.context.connection.collection('dwellings');
    const { estate, building } = (await dwellings.findOne({ _id: new Types.ObjectId(own) }))?.address ?? {};
    const run = () => worker.gets('getRun', { query: { estate, building } });
    const { items } = await run();
    expect(items.map(({ isApart }) => isApart)).toEqual(
      items.map(({ isApart }) => isApart).sort((a, b) => Number(a) - Number(b)),
    );
    const [first, last] = items.filter((door) => door.householdId === householdId);
    const trashIn = (door: typeof first) =>
      door?.due
        .filter(({ kind }) => kind === 'trash')
        .map(({ id, title }) => `${id} ${title.code}`)
        .sort() ?? [];
    const slot = await todayOf(worker, householdId);
    expect(trashIn(first)).toEqual([`${ids[0]} trash.accepted`]);
    expect(trashIn(last)).toEqual([`${slot.id} trash.day`, `${ids[1]} trash.accepted`].sort());
    const waiting = async () => {
      const { items: lines, counts } = await worker.gets('getWorklist', { query: { limit: 100 } });
      const line = lines.find(({ kind }) => kind === 'trash');
      return { count: counts.trash, doors: line?.title.params.doors, actions: line?.actions };
    };
    const before = await waiting();
    expect(before).toMatchObject({ doors: before.count, actions: ['collect'] });
    await collect(worker, slot.id, {});
    expect((await waiting()).count).toBe(before.count - 1);
    expect((await run()).items.flatMap(({ due }) => due).some(({ id }) => id === slot.id)).toBe(false);
  });

  it('climbs from the worker to the leader and the office while it is still at the door', async () => {
    // Observed once more behind a door whose slots were taken out of the plan: they are owed again.
    const { worker, householdId } = await observe(community, 1);
    const leader = await leaderOf(community, worker);
    const day = '2026-11-23';
    for (const [clock, who, line] of [
      ['18:00', worker, `trash.due ${day}`],
      ['19:00', leader, `trash.leader ${day}`],
      ['21:00', office, `trash.office ${day}`],
    ] as const) {
      await community.timeIs(at(clock, day));
      await eventually(
        () => told(who),
        (lines) => lines.includes(line),
      );
    }
    await community.timeIs(at('22:00', day));
    const missed = await todayOf(worker, householdId, day);
    expect(missed).toMatchObject({ state: 'missed', actions: ['collect', 'skip'] });
    // Taken after the hours it is off the list, and stays missed.
    await community.timeIs(at('22:01', day));
    const after = { at: at('22:01', day), enteredAt: at('22:01', day) };
    expect((await collect(worker, missed.id, after)).body).toMatchObject({
      ...{ state: 'missed', collections: [{ bags: 1 }] },
    });
  });
});

const slotsOf = async (worker: Caller, householdId: string) =>
  (await worker.gets('listSlots', { query: { householdId, limit: 100 } })).items;
