import { Types } from 'mongoose';
import type { Caller } from '../kit/caller';
import { photoBy } from '../kit/drawn';
import { acting, errandDoc, errandSeenBy, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { isTooMuch, profile } from '../kit/profile';
import { quietHome } from '../kit/quietHome';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;
const medicine = (lastsDays?: number) => ({
  kind: 'medicine' as const,
  details: {
    lines: [{ item: '降压药', dosage: '5 毫克', quantity: 2 }],
    ...{ daysLeft: 2, cold: false, ...(lastsDays && { lastsDays }) },
  },
});

describe('the clock of medicine', () => {
  let worker: Caller;
  beforeAll(async () => {
    await community.timeIs(at('10:00'));
    worker = await community.signIn('worker', 1);
  });
  const told = async (caller: Caller, id: string) =>
    (await caller.gets('listNotices', { query: { limit: 100 } })).items
      .filter(({ about, code }) => about.id === id && code === 'errand.runningLow')
      .map(({ madeAt }) => madeAt);
  /** Brought and confirmed. */
  const brought = async (by: Caller, resident: Caller, id: string, carrier = worker) => {
    await act(carrier, id, 'accept');
    await act(carrier, id, 'buy', { amountFen: 3000 });
    await act(carrier, id, 'leave');
    expect((await act(by, id, 'confirm')).status).toBe(200);
    return errandSeenBy(resident, id);
  };
  const stepped = (id: string) =>
    eventually(
      () => errandDoc(community, id),
      ({ history }) => history.some(({ rung }) => rung === 'runningLow'),
    );

  it('asks the household once, three days before it is used up, in the morning', async () => {
    const resident = await community.signIn('resident', 1);
    const { id } = await resident.gets('placeRequest', { body: await orderOf(resident, medicine(7)) });
    expect((await brought(resident, resident, id)).runsLowAt).toBe(
      new Date(at('09:00', '2026-11-28')).toISOString(),
    );
    const silent = await resident.gets('placeRequest', {
      body: await orderOf(resident, { kind: 'water', details: { barrels: 1, empties: 0 } }),
    });
    expect((await brought(resident, resident, silent.id)).runsLowAt).toBeNull();
    await community.timeIs(at('08:59', '2026-11-28'));
    expect(await told(resident, id)).toEqual([]);
    await community.timeIs(at('09:00', '2026-11-28'));
    await stepped(id);
    expect(await told(resident, id)).toHaveLength(1);
    expect(await told(worker, id)).toEqual([]);
    await community.timeIs(at('12:00', '2026-11-29'));
    const doc = await errandDoc(community, id);
    expect(doc.nextStepAt).toBeUndefined();
    expect(doc.state).toBe('closed');
    expect(await told(resident, id)).toHaveLength(1);
    expect((await worker.gets('getWorklist')).counts.runningLow).toBe(0);
  });

  it('is silent where it was ordered again, and where nobody said how long it lasts', async () => {
    const day = (n: number) => `2026-12-0${n}`;
    await community.timeIs(at('10:00', day(1)));
    const resident = await community.signIn('resident', 2);
    const carrier = await community.signIn('worker', 2);
    const place = async (lastsDays?: number) => {
      const { id } = await resident.gets('placeRequest', {
        body: await orderOf(resident, medicine(lastsDays)),
      });
      return id;
    };
    const first = await place(4);
    await brought(resident, resident, first, carrier);
    const second = await place(6);
    await brought(resident, resident, second, carrier);
    expect((await errandSeenBy(resident, first)).runsLowAt).toBeNull();
    const unsaid = await community.signIn('resident', 3);
    const { id: third } = await unsaid.gets('placeRequest', { body: await orderOf(unsaid, medicine()) });
    expect((await errandSeenBy(unsaid, third)).runsLowAt).toBeNull();
    await community.timeIs(at('09:00', day(6)));
    await stepped(second);
    expect(await told(resident, second)).toHaveLength(1);
    expect(await told(resident, first)).toEqual([]);
  });

  it('comes to whoever answers for the door where nobody at home has an account', async () => {
    await community.timeIs(at('10:00', '2026-12-07'));
    const quiet = await quietHome(community, worker);
    const { id } = await worker.gets('placeRequest', {
      body: { ...medicine(5), about: { householdId: quiet }, channel: 'door' },
    });
    await act(worker, id, 'accept');
    await act(worker, id, 'buy', { amountFen: 3000 });
    await act(worker, id, 'leave');
    await act(worker, id, 'deliver', { photoFileId: await photoBy(worker), disinfectedTwice: true });
    await community.timeIs(at('23:00', '2026-12-07'));
    await eventually(
      () => errandDoc(community, id),
      ({ state }) => state === 'closed',
    );
    expect((await worker.gets('getWorklist')).counts.runningLow).toBe(0);
    await community.timeIs(at('09:00', '2026-12-11'));
    await stepped(id);
    expect(await told(worker, id)).toHaveLength(1);
    const { items, counts } = await worker.gets('getWorklist', { query: { limit: 100 } });
    expect(counts.runningLow).toBe(1);
    expect(items.filter(({ title }) => title.code === 'medicine.runningLow')).toMatchObject([
      { kind: 'request', id, actions: ['order'] },
    ]);
    await worker.gets('placeRequest', {
      body: { ...medicine(5), about: { householdId: quiet }, channel: 'door' },
    });
    expect((await worker.gets('getWorklist')).counts.runningLow).toBe(0);
  });

  it('comes with the end of an order that was carried until after it runs low, once, unless it was ordered again', async () => {
    await community.timeIs(at('10:00', '2026-12-11'));
    const resident = await community.signIn('resident', 5);
    const carrier = await community.signIn('worker', 5);
    const carried = async () => {
      const { id } = await resident.gets('placeRequest', { body: await orderOf(resident, medicine(2)) });
      await act(carrier, id, 'accept');
      await act(carrier, id, 'buy', { amountFen: 3000 });
      await act(carrier, id, 'leave');
      return id;
    };
    const [first, last] = [await carried(), await carried()];
    await community.timeIs(at('10:00', '2026-12-12'));
    expect(await told(resident, last)).toEqual([]);
    for (const id of [first, last]) expect((await act(resident, id, 'confirm')).status).toBe(200);
    await stepped(last);
    expect(await told(resident, last)).toHaveLength(1);
    await eventually(
      () => errandDoc(community, first),
      ({ nextStepAt }) => !nextStepAt,
    );
    expect(await told(resident, first)).toEqual([]);
    await community.timeIs(at('09:00', '2026-12-13'));
    await eventually(
      () => errandDoc(community, last),
      ({ nextStepAt }) => !nextStepAt,
    );
    expect(await told(resident, last)).toHaveLength(1);
  });

  it('comes back with the earlier order where the later one is cancelled, whichever that was', async () => {
    const day = (n: number) => `2026-12-${n}`;
    await community.timeIs(at('10:00', day(12)));
    const resident = await community.signIn('resident', 4);
    const carrier = await community.signIn('worker', 4);
    const place = async (lastsDays?: number) =>
      (await resident.gets('placeRequest', { body: await orderOf(resident, medicine(lastsDays)) })).id;
    const cancels = (id: string) => act(resident, id, 'cancel', { reason: '不要了' });
    const asked = async (id: string) => (await errandSeenBy(resident, id)).runsLowAt;
    const first = await place(4);
    await brought(resident, resident, first, carrier);
    const was = await asked(first);
    expect(was).toBe(new Date(at('09:00', day(15))).toISOString());
    const [second, third] = [await place(6), await place()];
    // The third stands for both, until it is cancelled as well.
    expect((await cancels(second)).status).toBe(200);
    expect(await asked(first)).toBeNull();
    // The clock looks at it while it is ordered again, and would have nothing to come back to.
    await community.timeIs(at('09:00', day(15)));
    await eventually(
      () => errandDoc(community, first),
      ({ nextStepAt }) => !nextStepAt,
    );
    expect(await told(resident, first)).toEqual([]);
    expect((await cancels(third)).status).toBe(200);
    expect(await asked(first)).toBe(was);
    await stepped(first);
    expect(await told(resident, first)).toHaveLength(1);
    // And once more: it has been told, and is not told twice.
    const fourth = await place(6);
    expect(await asked(first)).toBeNull();
    await cancels(fourth);
    expect(await asked(first)).toBe(was);
    await community.timeIs(at('12:00', day(16)));
    expect(await told(resident, first)).toHaveLength(1);
  });

  it('is on the list for a door without a telephone, however many other doors are asked by theirs', async () => {
    const requests = community.running.context.connection.collection('requests');
    await community.timeIs(at('10:00', '2026-12-20'));
    const resident = await community.signIn('resident', 1);
    const { id } = await resident.gets('placeRequest', { body: await orderOf(resident, medicine(4)) });
    await brought(resident, resident, id);
    const quiet = await quietHome(community, worker);
    const last = await worker.gets('placeRequest', {
      body: { ...medicine(4), about: { householdId: quiet }, channel: 'door' },
    });
    for (const [action, input] of [
      ['accept', {}],
      ['buy', { amountFen: 3000 }],
      ['leave', {}],
      ['deliver', { photoFileId: await photoBy(worker), disinfectedTwice: true }],
    ] as const)
      expect((await act(worker, last.id, action, input)).status).toBe(200);
    await community.timeIs(at('20:00', '2026-12-22'));
    await eventually(
      () => errandDoc(community, last.id),
      ({ state }) => state === 'closed',
    );
    await community.timeIs(at('09:00', '2026-12-23'));
    await stepped(last.id);
    const { _id: _one, made: _made, ...doc } = await errandDoc(community, id);
    const many = Array.from({ length: 450 }, () => ({ ...doc, _id: new Types.ObjectId() }));
    // At the same moment, and after them in the index.
    await requests.insertMany(many as never[]);
    await requests.updateOne(
      { _id: new Types.ObjectId(last.id) },
      { $set: { runsLowAt: new Date(at('09:01', '2026-12-23')) } },
    );
    await community.timeIs(at('09:02', '2026-12-23'));
    const { connection } = community.running.context;
    let counts = 0;
    const looks = await profile(connection, async () => {
      counts = (await worker.gets('getWorklist')).counts.runningLow;
    });
    expect(counts).toBe(1);
    expect(looks.filter(isTooMuch)).toEqual([]);
  });
});
