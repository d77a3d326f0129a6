import { addMinutes } from '@shared/time';
import { Types } from 'mongoose';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { acting, errandDoc, errandSeenBy, orderOf, orders } from '../kit/errands';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);
const trash = { kind: 'trash', details: { bags: 1, infectious: false } } as const;

describe('steps of the same moment', () => {
  let worker: Caller;
  let resident: Caller;
  beforeAll(async () => {
    worker = await community.signIn('worker', 1);
    resident = await community.signIn('resident', 1);
  });
  const waiting = async (count: number): Promise<string[]> => {
    const body = await orderOf(resident, trash);
    const placed = await Promise.all(Array.from({ length: count }, () => orders(resident, body)));
    return placed.map(({ id }) => id);
  };
  const db = (name: string) => community.running.context.connection.collection(name);

  /** Of the newest transaction that wrote to requests: how many of them it wrote to. */
  async function lastWrittenTogether(): Promise<number> {
    const { connection } = community.running.context;
    const ns = `${connection.name}.requests`;
    const [last] = await connection
      .getClient()
      .db('local')
      .collection('oplog.rs')
      .find({ 'o.applyOps.ns': ns })
      .sort({ $natural: -1 })
      .limit(1)
      .toArray();
    return last?.o.applyOps.filter((one: { ns: string }) => one.ns === ns).length;
  }

  it('share one transaction: a trip for six doors, and each is told of by itself', async () => {
    const ids = await waiting(6);
    const accepted = await Promise.all(ids.map((id) => act(worker, id, 'accept')));
    expect(accepted.map(({ status }) => status)).toEqual(ids.map(() => 200));
    for (const id of ids)
      expect(await db('messages').countDocuments({ code: 'errand.accept', 'about.id': id })).toBe(1);
    const { householdId } = await errandDoc(community, ids[0] as string);
    const home = await db('households').findOne({ _id: householdId });
    const door = await db('dwellings').findOne({ _id: home?.dwellingId });
    const body = {
      ...{ estate: door?.address.estate, building: door?.address.building },
      endsAt: addMinutes(community.running.context.clock.now(), 30).toISOString(),
      errands: accepted.map(({ body: { id, version } }) => ({ requestId: id, seenVersion: version })),
    };
    const { results } = await worker.gets('startRun', { body });
    expect(results.map(({ status }) => status)).toEqual(ids.map(() => 200));
    expect(await lastWrittenTogether()).toBe(6);
  });

  it('are judged one after the other and refused each by itself', async () => {
    const [one, two] = (await waiting(2)) as [string, string];
    const [colleague, stranger] = [
      await community.signIn('worker', 2),
      await community.signIn('resident', 40),
    ];
    const key = uuidV7();
    const [first, again, late, foreign, other] = await Promise.all([
      act(worker, one, 'accept', {}, { key, seenVersion: 1 }),
      act(worker, one, 'accept', {}, { key, seenVersion: 1 }),
      act(colleague, one, 'accept', {}, { seenVersion: 1 }),
      act(stranger, two, 'confirm', {}, { seenVersion: 1 }),
      act(worker, two, 'accept', {}, { seenVersion: 1 }),
    ]);
    const winner = first.status === 200 ? worker : colleague;
    expect([first.status, late.status].sort()).toEqual([200, 409]);
    expect(again.status).toBe(first.status);
    expect([foreign.status, other.status]).toEqual([404, 200]);
    const { history, version } = await errandDoc(community, one);
    expect([history.length, version]).toEqual([2, 2]);
    expect((await errandSeenBy(winner, one)).holder?.mine).toBe(true);
  });

  it('are answered as they stand in the database', async () => {
    const [id] = (await waiting(1)) as [string];
    const steps: [Caller, Parameters<typeof act>[2], Record<string, unknown>?][] = [
      [worker, 'accept'],
      [worker, 'decline', { reason: '要去开会' }],
      [worker, 'accept'],
      [worker, 'leave'],
      [
        worker,
        'nobodyHome',
        {
          reason: '没有人应',
          nextTryAt: addMinutes(community.running.context.clock.now(), 90).toISOString(),
        },
      ],
      [worker, 'leave'],
      [resident, 'confirm'],
    ];
    for (const [caller, action, input] of steps) {
      const answer = await act(caller, id, action, input);
      expect([action, answer.status]).toEqual([action, 200]);
      expect(answer.body).toEqual(await errandSeenBy(caller, id));
    }
  });

  it('that cannot be written together are left to each: one that fails holds up nobody', async () => {
    const ids = await waiting(3);
    const spoilt = ids[1] as string;
    // Somebody has written into the inbox what this step would write.
    const { accountId } = await resident.gets('getMe').then(({ account }) => ({ accountId: account.id }));
    const _id = `request:${spoilt}:accept:2:household:${accountId}`;
    await db('messages').insertOne({ _id: _id as never, accountId: new Types.ObjectId(accountId) });
    const taken = await Promise.all(ids.map((id) => act(worker, id, 'accept')));
    expect(taken.map(({ status }) => status)).toEqual([200, 409, 200]);
    expect((await errandDoc(community, spoilt)).version).toBe(1);
    await db('messages').deleteOne({ _id: _id as never });
    expect((await act(worker, spoilt, 'accept')).status).toBe(200);
  });
});
