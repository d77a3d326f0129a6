import type { GridView } from '@shared/grids/treeContract';
import { Types } from 'mongoose';
import { serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';
import { startUntilWrite } from '../faults/startUntilWrite';
import { type Caller, callerOf } from '../kit/caller';
import { declareAtDoors } from '../kit/crowd';
import { eventually } from '../kit/eventually';
import { leftArea } from '../kit/family';
import { openReadyWindow } from '../kit/liveWindow';
import { inLongRun } from '../kit/longRun';
import { startCommunity } from '../kit/startCommunity';
import { observe, takenToHospital } from '../kit/underObservation';

const community = startCommunity();
const collection = (name: string) => community.running.context.connection.collection(name);

async function gridNamed(office: Caller, name: string): Promise<GridView> {
  const { items } = await office.gets('listGrids', { query: { limit: 100 } });
  const found = items.find((grid) => grid.name === name);
  if (!found) throw new Error(`no grid ${name}`);
  return found;
}

/** One unit of a building goes to the next building's grid: the first keeps the others. */
async function moveUnit(office: Caller, from: string, to: string, building: string, unit: string) {
  const [old, next] = [await gridNamed(office, from), await gridNamed(office, to)];
  const { items } = await office.gets('listBuildings', {
    params: { id: office.session.account.memberships[0]?.communityId ?? '' },
  });
  const units = items.find((one) => one.building === building)?.units ?? [];
  const rest = units.filter((one) => one !== unit);
  await office.gets('updateGrid', {
    params: { id: old.id },
    body: { seenVersion: old.version, scope: [{ buildingNames: [building], unitNames: rest }] },
  });
  await office.gets('updateGrid', {
    params: { id: next.id },
    body: {
      seenVersion: next.version,
      scope: [...next.scope, { buildingNames: [building], unitNames: [unit] }],
    },
  });
}

/** Three returns at each of four doors of the unit: those of the first two are verified, one of the third is rejected. */
async function workAt(office: Caller, worker: Caller, building: string, unit: string, salt: number) {
  const { items: doors } = await office.gets('listDwellings', { query: { building, unit, limit: 4 } });
  const declared = await declareAtDoors(office, doors, 3, salt);
  for (const first of [declared[0], declared[3]]) {
    await worker.gets('verifyReturn', {
      params: { id: first?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
    });
  }
  await worker.gets('verifyReturn', {
    params: { id: declared[6]?.id ?? '' },
    body: { decision: 'reject', seenVersion: 1, reason: '登记重复' },
  });
  const dwellingIds = doors.map(({ id }) => new Types.ObjectId(id));
  const observations = await collection('observations')
    .find({ dwellingId: { $in: dwellingIds } })
    .toArray();
  return {
    doors,
    declared,
    rejected: declared[6],
    dwellingIds,
    observationIds: observations.map(({ _id }) => _id),
  };
}

/** Where everything at some doors lies: collection → the grids, each with how many. */
/** Of one observation: two temperatures and a follow-up a day. */
const owed = 14 * 3;

async function placesOf({ dwellingIds, observationIds }: Awaited<ReturnType<typeof workAt>>) {
  const at = { dwellingId: { $in: dwellingIds } };
  const where = {
    dwellings: { _id: { $in: dwellingIds } },
    households: at,
    returns: { ...at, ended: false },
    observations: at,
    slots: { observationId: { $in: observationIds } },
  };
  const names = new Map(
    (await collection('grids').find({}).toArray()).map(({ _id, name }) => [String(_id), String(name)]),
  );
  const places: Record<string, Record<string, number>> = {};
  for (const [name, filter] of Object.entries(where)) {
    const docs = await collection(name).find(filter).toArray();
    const counts: Record<string, number> = {};
    for (const { gridId, gridPath } of docs) {
      expect(String(gridPath.at(-1))).toBe(String(gridId));
      const grid = names.get(String(gridId)) ?? '';
      counts[grid] = (counts[grid] ?? 0) + 1;
    }
    places[name] = counts;
  }
  return places;
}

/** The newest move once it is so far; looked for where it stands, so that looking is no request. */
async function moveThatIs(office: Caller, state: string) {
  await eventually(
    () => collection('gridMoves').find({}).sort({ _id: -1 }).limit(1).next(),
    (move) => move?.state === state,
    40_000,
  );
  return (await office.gets('listMoves', { query: { limit: 1 } })).items[0];
}
const untilMoved = (office: Caller) => moveThatIs(office, 'settling');
/** A move looks once more when nothing that was under way can still come. */
async function untilSettled(office: Caller) {
  await community.timeIs(new Date(community.running.context.clock.now().getTime() + 180_000).toISOString());
  return moveThatIs(office, 'done');
}

describe('a unit goes to another grid with all that is open there', () => {
  it('returns, observations and slots follow; both workers hear it; what is over stays with whom it was', async () => {
    const office = await community.signIn('office');
    const [old, next] = [await community.signIn('worker', 1), await community.signIn('worker', 2)];
    const work = await workAt(office, old, '1', '1', 0);
    const rejected = await collection('returns').findOne({ _id: new Types.ObjectId(work.rejected?.id) });
    const settled = await collection('slots').findOne({ observationId: work.observationIds[0] });
    await collection('slots').updateOne({ _id: settled?._id }, { $set: { settledAt: new Date() } });
    const open = work.declared[9];
    const history = (await collection('returns').findOne({ _id: new Types.ObjectId(open?.id) }))?.history;
    const oldWindow = await openReadyWindow(community.running.url, old.session.accessToken);
    const nextWindow = await openReadyWindow(community.running.url, next.session.accessToken);

    await moveUnit(office, '1号楼', '2号楼', '1', '1');
    const move = await untilMoved(office);
    expect(move).toMatchObject({ why: 'grid', doors: { done: 1000, all: 1000 } });
    expect(move?.moved).toMatchObject({ returns: 11, observations: 6, slots: 6 * owed - 1 });
    const places = await placesOf(work);
    expect(places).toMatchObject({
      dwellings: { '2号楼': 4 },
      returns: { '2号楼': 11 },
      observations: { '2号楼': 6 },
      slots: { '1号楼': 1, '2号楼': 6 * owed - 1 },
    });
    expect(Object.keys(places.households ?? {})).toEqual(['2号楼']);
    await Promise.all([oldWindow.hears(open?.id), nextWindow.hears(open?.id)]);

    // The old worker sees none of it any more, the new one all of it, as it was.
    const seenBy = async (caller: Caller) =>
      (await caller.gets('listReturns', { query: { limit: 100 } })).items.filter(({ id }) =>
        work.declared.some((one) => one.id === id),
      );
    expect((await seenBy(old)).map(({ id }) => id)).toEqual([work.rejected?.id]);
    expect(await seenBy(next)).toHaveLength(11);
    const view = await next.gets('getReturn', { params: { id: open?.id ?? '' } });
    expect(view).toMatchObject({ version: 1, state: 'declared', responsible: { account: next.accountId } });
    const moved = await collection('returns').findOne({ _id: new Types.ObjectId(open?.id) });
    expect(moved?.history).toEqual(history);
    expect(await collection('returns').findOne({ _id: rejected?._id })).toEqual(rejected);

    // And the new one goes on with it.
    await next.gets('verifyReturn', {
      params: { id: open?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
    });
    expect((await placesOf(work)).observations).toEqual({ '2号楼': 9 });

    // When it has settled, the old grid hears no more of it.
    expect((await untilSettled(office))?.doneAt).toBeTruthy();
    const oldKey = `grid:${String(old.session.account.memberships[0]?.grids[0]?.id)}`;
    const still = { dwellingId: { $in: work.dwellingIds }, audience: oldKey };
    expect(await collection('returns').countDocuments({ ...still, ended: false })).toBe(0);
    for (const { socket } of [oldWindow, nextWindow]) socket.terminate();
  });

  it('a declaration that wrote the old place while it moved is put right when it settles', async () => {
    const office = await community.signIn('office');
    const { items: doors } = await office.gets('listDwellings', {
      query: { building: '3', unit: '1', limit: 4 },
    });
    const [late] = await declareAtDoors(office, doors.slice(0, 1), 1, 3000);
    const before = await collection('returns').findOne({ _id: new Types.ObjectId(late?.id) });
    await moveUnit(office, '3号楼', '4号楼', '3', '1');
    await untilMoved(office);
    const stale = { gridId: before?.gridId, gridPath: before?.gridPath, audience: before?.audience };
    await collection('returns').updateOne({ _id: before?._id }, { $set: stale });
    await untilSettled(office);
    const worker = await community.signIn('worker', 4);
    const { responsible } = await worker.gets('getReturn', { params: { id: late?.id ?? '' } });
    expect(responsible.account).toBe(worker.accountId);
    // New work goes to the new place by itself.
    const [fresh] = await declareAtDoors(office, doors.slice(1, 2), 1, 3100);
    expect(fresh?.responsible.account).toBe(worker.accountId);
  });
});

describe('a building that moves while somebody is in hospital', () => {
  it('is where the temperatures are owed after the return: the new worker is called, and sees them', async () => {
    const office = await community.signIn('office');
    const away = await observe(community, 7);
    await community.timeIs('2026-11-24T18:00:00+08:00');
    await takenToHospital(community, away);
    const { unit = '' } = (await collection('dwellings').findOne(
      {
        _id: (
          await collection('households').findOne({ _id: new Types.ObjectId(away.householdId) })
        )?.dwellingId,
      },
      { projection: { unit: '$address.unit' } },
    )) as unknown as { unit: string };
    await moveUnit(office, '7号楼', '8号楼', '7', unit);
    await untilMoved(office);

    const next = await community.signIn('worker', 8);
    const params = { id: away.id };
    const { version } = await next.gets('getObservation', { params });
    await next.gets('returnObservation', { params, body: { seenVersion: version } });
    const owedAgain = await collection('slots')
      .find({ observationId: new Types.ObjectId(away.id), excused: null, settledAt: null })
      .toArray();
    const ahead = owedAgain.filter(({ opensAt }) => opensAt > community.running.context.clock.now());
    const eighth = String(next.session.account.memberships[0]?.grids[0]?.id);
    expect(ahead.length).toBeGreaterThan(20);
    expect(new Set(ahead.map(({ gridId }) => String(gridId)))).toEqual(new Set([eighth]));
    const slot = { params: { id: String(ahead[0]?._id) } };
    expect((await next.calls('getSlot', slot)).status).toBe(200);
    expect((await away.worker.calls('getSlot', slot)).status).toBe(404);
  });
});

describe('the process that moves is killed', () => {
  inLongRun(
    'in the middle of a batch: another one takes it over at its cursor and all of it arrives, once',
    async () => {
      const [office, old] = [await community.signIn('office'), await community.signIn('worker', 5)];
      const next = await community.signIn('worker', 6);
      const work = await workAt(office, old, '5', '1', 6000);
      await community.running.stop();
      // Dies after the returns of a batch and before its observations.
      const { url, ended } = await startUntilWrite(community, 1, 'observations');
      const there = callerOf(url, office.session);
      await moveUnit(there, '5号楼', '6号楼', '5', '1').catch(() => undefined);
      expect(await ended).toEqual([null, 'SIGKILL']);

      const { NUANLIN_NOW: _set, ...environment } = community.environment;
      community.running = await serve(readConfig(environment));
      const again = callerOf(community.running.url, office.session);
      const sixth = await gridNamed(again, '6号楼');
      if (sixth.scope.length < 2) await moveUnit(again, '5号楼', '6号楼', '5', '1');
      const open = await collection('gridMoves').findOne({ open: true });
      expect(['running', 'settling']).toContain(open?.state);
      // Nobody waits for the dead: its lease runs out.
      await collection('gridMoves').updateOne({ _id: open?._id }, { $set: { 'lease.until': new Date(0) } });
      await untilMoved(again);
      expect(await placesOf(work)).toMatchObject({
        dwellings: { '6号楼': 4 },
        returns: { '6号楼': 11 },
        observations: { '6号楼': 6 },
        slots: { '6号楼': 6 * owed },
      });
      const { items } = await callerOf(community.running.url, next.session).gets('getWorklist');
      expect(items.map(({ kind, mine }) => `${kind} ${mine}`)).toEqual([
        'return true',
        'return true',
        'visit true',
      ]);
      expect((await untilSettled(again))?.moved.observations).toBeGreaterThanOrEqual(6);
    },
  );
});
