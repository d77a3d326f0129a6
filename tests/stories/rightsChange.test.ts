import { Types } from 'mongoose';
import { type Running, serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';
import { type Caller, callerOf } from '../kit/caller';
import { testUri } from '../kit/database';
import { eventually } from '../kit/eventually';
import { familyOf, leftArea } from '../kit/family';
import { openReadyWindow, openWindow } from '../kit/liveWindow';
import { layQuietWire, type QuietWire } from '../kit/quietWire';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const memberships = () => community.running.context.connection.collection('memberships');
const idOf = (caller: Caller) => new Types.ObjectId(caller.session.account.active ?? '');

/** Every change of rights raises their version, whoever makes it. */
const change = (caller: Caller, update: object) =>
  memberships().updateOne({ _id: idOf(caller) }, { ...update, $inc: { rightsVersion: 1 } });

const gridOf = async (caller: Caller): Promise<Types.ObjectId> =>
  (await memberships().findOne({ _id: idOf(caller) }))?.gridIds[0];

/** The old token is refused for the right reason within five seconds, and not before somebody asked. */
const isRefused = (caller: Caller) =>
  eventually(
    async () => (await caller.calls('getWorklist')).code,
    (code) => code === 'session.stale',
    5000,
  );

const partiesOf = async (caller: Caller) => (await caller.gets('getWorklist')).items.map(({ id }) => id);

describe('rights change', () => {
  it('a worker goes to another building: the old token is refused, the next one sees the new building only', async () => {
    const [here, there] = [await community.signIn('resident', 1), await community.signIn('resident', 2)];
    const { returns: left } = await here.gets('declareReturn', { body: await familyOf(here) });
    const { returns: came } = await there.gets('declareReturn', { body: await familyOf(there) });
    const worker = await community.signIn('worker', 1);
    expect(await partiesOf(worker)).toEqual([left[0]?.id]);

    await change(worker, { $set: { gridIds: [await gridOf(await community.signIn('worker', 2))] } });
    await isRefused(worker);
    const moved = await worker.refreshes();
    expect(moved.session.account.memberships.map(({ grids }) => grids.map(({ name }) => name))).toEqual([
      ['2号楼'],
    ]);
    expect(await partiesOf(moved)).toEqual([came[0]?.id]);
    const gone = await moved.calls('verifyReturn', {
      params: { id: left[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
    });
    expect(gone.code).toBe('notFound');
    // The old token stays refused: it is not the first moment only.
    expect((await worker.calls('getWorklist')).code).toBe('session.stale');
  });

  it('a membership ends: nothing of the community is visible any more', async () => {
    const resident = await community.signIn('resident', 3);
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    const worker = await community.signIn('worker', 3);
    const { returns: verified } = await worker.gets('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
    });
    const me = await resident.gets('getMe');
    const [returnId, observationId] = [returns[0]?.id ?? '', verified[0]?.observation?.id ?? ''];
    const { id: householdId = '', dwellingId } = me.household ?? {};
    const looks = (caller: Caller) =>
      Promise.all([
        caller.calls('getReturn', { params: { id: returnId } }),
        caller.calls('getObservation', { params: { id: observationId } }),
        caller.calls('getHousehold', { params: { id: householdId } }),
        caller.calls('getResponsible', { params: { id: dwellingId ?? '' } }),
        caller.calls('listReturns'),
        caller.calls('listObservations'),
        caller.calls('listSlots', { query: { observationId } }),
        caller.calls('listGrids'),
        caller.calls('getWorklist'),
      ]).then((answers) => answers.map(({ status }) => status));
    expect(await looks(worker)).toEqual(Array(9).fill(200));

    await change(worker, { $set: { until: community.running.context.clock.now() } });
    await isRefused(worker);
    const former = await worker.refreshes();
    expect(former.session.account).toMatchObject({ memberships: [], active: null });
    expect(await former.gets('getMe')).toMatchObject({ community: null, household: null });
    for (const status of await looks(former)) expect([403, 404]).toContain(status);
  });

  it('a membership whose last day is over is refused although nobody touched it', async () => {
    const worker = await community.signIn('worker', 4);
    await change(worker, { $set: { until: new Date('2026-11-22T12:00:00+08:00') } });
    await isRefused(worker);
    const untilNoon = await worker.refreshes();
    await untilNoon.gets('getWorklist');
    await community.timeIs('2026-11-22T12:00:00+08:00');
    expect((await untilNoon.calls('getWorklist')).code).toBe('session.stale');
    expect((await untilNoon.refreshes()).session.account.memberships).toEqual([]);
  });
});

describe('rights change while the change stream is silent', () => {
  let wire: QuietWire;
  let running: Running;
  beforeAll(async () => {
    wire = await layQuietWire(testUri());
    const { NUANLIN_NOW: _set, ...environment } = community.environment;
    running = await serve(readConfig({ ...environment, MONGODB_URI: wire.uri }));
  });
  afterAll(async () => {
    await running.stop();
    await wire.close();
  });

  const untilReady = (status: number) =>
    eventually(
      () => fetch(`${running.url}/readyz`),
      (answer) => answer.status === status,
    );

  it('the old token is refused all the same, and the new one is good at once', async () => {
    const worker = await community.signIn('worker', 5);
    const other = await community.signIn('worker', 6);
    const [old, bystander] = [callerOf(running.url, worker.session), callerOf(running.url, other.session)];
    // Both are known to this process before it becomes deaf.
    await Promise.all([old.gets('getWorklist'), bystander.gets('getWorklist')]);

    await wire.hush();
    await change(worker, { $set: { gridIds: [await gridOf(other)] } });
    const moved = await old.refreshes();
    await moved.gets('getWorklist');
    expect((await old.calls('getWorklist')).code).toBe('session.stale');

    await change(other, { $set: { until: running.context.clock.now() } });
    await isRefused(bystander);
    // It knows that it hears nothing, and says so.
    expect(await (await untilReady(503)).json()).toMatchObject({ database: true, live: false });
    wire.speak();
    await untilReady(200);
    await change(worker, { $set: { gridIds: [] } });
    await isRefused(moved);
  });

  it('no window is left waiting for what it cannot hear', async () => {
    const resident = await community.signIn('resident', 7);
    const { accessToken } = resident.session;
    const open = await openReadyWindow(running.url, accessToken);
    await wire.hush();
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    // It is closed, and is not let in again: it asks from time to time instead.
    expect(await open.closed).toBe(1012);
    expect(await openWindow(running.url, accessToken).closed).toBe(1013);
    wire.speak();
    const again = await eventually(
      () => openReadyWindow(running.url, accessToken).catch(() => null),
      (window) => window !== null,
    );
    await resident.gets('withdrawReturn', { params: { id: returns[0]?.id ?? '' }, body: { seenVersion: 1 } });
    await again?.hears(returns[0]?.id);
    again?.socket.terminate();
  });
});
