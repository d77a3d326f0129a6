import { Types } from 'mongoose';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { acting, errandDoc } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { isTooMuch, profile } from '../kit/profile';
import { startCommunity } from '../kit/startCommunity';
import { observe } from '../kit/underObservation';

const community = startCommunity();
const act = acting(community);
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;
const trash = { kind: 'trash', details: { bags: 1, infectious: false } } as const;
const water = { kind: 'water', details: { barrels: 1, empties: 0 } } as const;

interface Home {
  householdId: string;
  unit: string;
  floor: string;
}

describe('a trip through a building', () => {
  let worker: Caller;
  let colleague: Caller;
  let where: { estate: string; building: string };
  let homes: Home[];
  beforeAll(async () => {
    worker = await community.signIn('worker', 1);
    colleague = await community.signIn('worker', 2);
    const resident = await community.signIn('resident', 1);
    const me = await resident.gets('getMe');
    const all = (name: string) => community.running.context.connection.collection(name);
    const own = await all('dwellings').findOne({ _id: new Types.ObjectId(me.household?.dwellingId ?? '') });
    const { estate, building } = own?.address ?? {};
    where = { estate, building };
    const dwellings = await all('dwellings')
      .find({ communityId: own?.communityId, 'address.estate': estate, 'address.building': building })
      .sort({ order: 1 })
      .toArray();
    const households = await all('households')
      .find({ dwellingId: { $in: dwellings.map(({ _id }) => _id) } })
      .toArray();
    homes = dwellings.flatMap(({ _id, address }): Home[] => {
      const household = households.find(({ dwellingId }) => _id.equals(dwellingId));
      return household
        ? [{ householdId: String(household._id), unit: address.unit, floor: address.floor }]
        : [];
    });
  });
  /** Ordered at the door and accepted by whoever stands there. */
  const accepted = async (home: Home | undefined, of: typeof trash | typeof water, by = worker) => {
    const about = { householdId: home?.householdId ?? '' };
    const { id } = await worker.gets('placeRequest', { body: { ...of, about, channel: 'door' } });
    expect((await act(by, id, 'accept')).status).toBe(200);
    return id;
  };
  const due = async (caller = worker) => caller.gets('getRun', { query: where });
  const start = (endsAt: string, ids: string[], key = uuidV7(), caller = worker) =>
    caller.calls('startRun', {
      body: { ...where, endsAt, errands: ids.map((requestId) => ({ requestId, seenVersion: 2 })) },
      key,
    });

  it('shows what is due at every door, unit after unit and each from the top', async () => {
    const units = [...new Set(homes.map(({ unit }) => unit))];
    const chosen = units.slice(0, 2).flatMap((unit) => {
      const doors = homes.filter((home) => home.unit === unit);
      return [doors[0], doors.at(-1)];
    });
    const ids = [];
    for (const home of chosen) ids.push(await accepted(home, trash));
    // What has to be bought is due at the door once it is bought; what somebody else has is not for this worker.
    const bought = await accepted(chosen[1], water);
    await accepted(chosen[0], water);
    await act(worker, bought, 'buy', { amountFen: 1800 });
    await accepted(homes[1], trash, colleague);
    const { items, counts, run } = await due();
    expect(run).toBeNull();
    expect(counts).toMatchObject({ trash: 4, delivery: 1 });
    const way = items.map(({ unit, floor }) => [unit, Number(floor)] as const);
    expect(way).toEqual([...way].sort(([a, m], [b, n]) => Number(a) - Number(b) || n - m));
    expect(items.flatMap(({ due: own }) => own.map(({ id }) => id)).sort()).toEqual([...ids, bought].sort());
    expect((await due(colleague)).counts).toMatchObject({ trash: 1, delivery: 0 });
  });

  it('has the temperatures of whoever cannot report, and the follow-ups of the day', async () => {
    const observed = await observe(community, 1);
    const before = await due();
    expect(before.counts).toMatchObject({ reading: 0, visit: 1 });
    await community.running.context.connection
      .collection('residents')
      .updateOne({ _id: new Types.ObjectId(observed.residentId) }, { $set: { canUsePhone: false } });
    const { items, counts } = await due();
    expect(counts).toMatchObject({ reading: 1, visit: 1 });
    const [home] = items.filter(({ householdId }) => householdId === observed.householdId);
    const reading = home?.due.find(({ kind }) => kind === 'reading');
    expect(reading).toMatchObject({
      ...{ residentId: observed.residentId, name: expect.stringMatching(/\*/), actions: ['report'] },
      title: { code: 'reading.morning' },
    });
    // The same is counted among the buildings where something is due.
    const { items: buildings } = await worker.gets('listRuns');
    expect(buildings.filter(({ building }) => building === where.building)).toEqual([
      { ...where, doors: new Set(items.map(({ householdId }) => householdId)).size, counts },
    ]);
    await community.timeIs(at('12:00'));
    expect((await due()).counts.reading).toBe(0);
  });

  it('holds what is put into it until an hour after its planned end, and nothing makes that shorter', async () => {
    await community.timeIs(at('12:10'));
    const [one, other, lapses] = [
      await accepted(homes[0], trash),
      await accepted(homes[2], trash),
      await accepted(homes[3], trash),
    ];
    const bought = await accepted(homes[0], water);
    await act(worker, bought, 'buy', { amountFen: 1800 });
    const theirs = await accepted(homes[1], trash, colleague);
    const key = uuidV7();
    const started = await start(at('14:00'), [one, other, theirs], key);
    expect(started.status).toBe(201);
    const statusOf = new Map(started.body.results.map(({ requestId, status }) => [requestId, status]));
    expect([one, other, theirs].map((id) => statusOf.get(id))).toEqual([200, 200, 403]);
    expect((await errandDoc(community, one)).leaseUntil).toEqual(new Date(at('15:00')));
    const { run } = started.body;
    // Sent again it is the same trip, and no step is taken twice.
    const again = await start(at('14:00'), [one, other, theirs], key);
    expect(again.body.run).toEqual(run);
    expect((await errandDoc(community, one)).history).toHaveLength(3);
    expect((await start(at('14:30'), [], key)).code).toBe('key.reused');
    const put = await act(worker, bought, 'addToRun', { runId: run.id });
    expect(put.body).toMatchObject({ state: 'purchased', leaseUntil: null });
    const inRun = (await due()).items.flatMap(({ due: own }) => own.filter((item) => item.inRun));
    expect(inRun.map(({ id }) => id).sort()).toEqual([one, other, bought].sort());
    expect((await due()).run).toEqual(run);

    await act(worker, one, 'ask', { text: '袋子放门外行吗？' });
    expect((await errandDoc(community, one)).leaseUntil).toEqual(new Date(at('15:00')));
    await community.timeIs(at('12:41'));
    await eventually(
      () => errandDoc(community, lapses),
      ({ state }) => state === 'assigned',
    );
    expect((await errandDoc(community, one)).state).toBe('accepted');
    await community.timeIs(at('15:00'));
    const back = await eventually(
      () => errandDoc(community, other),
      ({ state }) => state === 'assigned',
    );
    expect(back.runId).toBeNull();
    // A trip that was forgotten is over, and holds nothing any more.
    expect((await due()).run).toBeNull();
    expect((await act(worker, bought, 'addToRun', { runId: run.id })).problem.errors).toEqual([
      { path: 'input.runId', code: 'run.unknown' },
    ]);
  });

  it('is ended by whoever makes it, is nobody else’s, and is no longer than a shift', async () => {
    await community.timeIs(at('16:00'));
    for (const [endsAt, code] of [
      [at('15:59'), 'time.tooEarly'],
      [at('01:00', '2026-11-23'), 'time.tooLate'],
    ] as const)
      expect((await start(endsAt, [])).problem.errors).toEqual([{ path: 'endsAt', code }]);
    const id = await accepted(homes[0], trash);
    const { run } = (await start(at('18:00'), [])).body;
    const params = { id: run.id };
    const theirs = await accepted(homes[1], trash, colleague);
    expect((await act(colleague, theirs, 'addToRun', { runId: run.id })).code).toBe('input.invalid');
    expect((await colleague.calls('endRun', { params })).status).toBe(404);
    expect((await (await community.signIn('office')).calls('endRun', { params })).status).toBe(403);
    expect((await act(worker, id, 'addToRun', { runId: run.id })).status).toBe(200);
    const ended = await worker.gets('endRun', { params });
    expect(ended.endedAt).not.toBeNull();
    expect(await worker.gets('endRun', { params })).toEqual(ended);
    // What was not brought stays with whoever has it.
    expect(await errandDoc(community, id)).toMatchObject({
      state: 'accepted',
      leaseUntil: new Date(at('19:00')),
    });
    expect((await due()).run).toBeNull();
  });

  it('is read by indexes', async () => {
    const { connection } = community.running.context;
    for (const ask of [due, () => worker.gets('listRuns')]) {
      const looks = await profile(connection, ask);
      expect(looks.filter(isTooMuch)).toEqual([]);
    }
  });
});
