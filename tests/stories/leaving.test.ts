import type { ReturnView } from '@shared/returns/view';
import { sweepOnce } from '../../api/platform/sweep';
import { Returns } from '../../api/returns';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { eventually } from '../kit/eventually';
import { familyOf, leftArea } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();

/** The head of a demo household, declared alone; verified if told so. */
async function comesHome(number: number, isVerified: boolean) {
  const [resident, worker] = [
    await community.signIn('resident', number),
    await community.signIn('worker', number),
  ];
  const family = await familyOf(resident);
  const { returns } = await resident.gets('declareReturn', {
    body: { ...family, people: family.people.slice(0, 1) },
  });
  const one = returns[0] as ReturnView;
  if (isVerified)
    await worker.gets('verifyReturn', {
      params: { id: one.id },
      body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
    });
  return { resident, worker, one, params: { id: one.residentId } };
}

describe('somebody leaves the community', () => {
  it('with nothing open it is written down, at once or when the time has come', async () => {
    const resident = await community.signIn('resident', 2);
    const me = (await resident.gets('getMe')).household?.people[0]?.residentId ?? '';
    const key = uuidV7();
    const sent = {
      params: { id: me },
      body: { leavesAt: '2026-11-22T10:30:00+08:00', to: '西安儿子家' },
      key,
    };
    const reported = await resident.gets('reportLeaving', sent);
    expect(reported).toMatchObject({ state: 'agreed', isObserved: false, returnId: null, to: '西安儿子家' });
    expect((await resident.gets('reportLeaving', sent)).id).toBe(reported.id);
    const twice = await resident.calls('reportLeaving', { ...sent, key: uuidV7() });
    expect(twice.code).toBe('leaving.movedOn');
    await community.timeIs('2026-11-22T10:31:00+08:00');
    const stateNow = async () => (await resident.gets('listLeavings')).items[0]?.state;
    await eventually(stateNow, (state) => state === 'left');

    // Back again: the return knows the leaving before it.
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    const { items } = await resident.gets('listLeavings');
    expect(items[0]).toMatchObject({
      state: 'left',
      nextReturnId: returns.find(({ residentId }) => residentId === me)?.id,
    });
    // The text is sealed.
    const stored = await community.running.context.connection.collection('leavings').findOne({});
    expect(JSON.stringify(stored)).not.toContain('儿子家');
  });

  it('before anybody has verified the return: it is taken back', async () => {
    const { resident, one, params } = await comesHome(3, false);
    const left = await resident.gets('reportLeaving', {
      params,
      body: { leavesAt: '2026-11-22T10:00:00+08:00', to: '洛阳' },
    });
    expect(left).toMatchObject({ state: 'left', returnId: one.id });
    expect((await resident.gets('getReturn', { params: { id: one.id } })).state).toBe('withdrawn');
  });

  it('reported by the worker: the return is rejected with where the person went', async () => {
    const { worker, resident, one, params } = await comesHome(5, false);
    await worker.gets('reportLeaving', {
      params,
      body: { leavesAt: '2026-11-22T10:00:00+08:00', to: '洛阳' },
    });
    expect(await resident.gets('getReturn', { params: { id: one.id } })).toMatchObject({
      state: 'rejected',
      rejected: { reason: '已离开本社区' },
    });
  });

  it('under observation only with the worker’s word, and it can be taken back', async () => {
    const { resident, worker, one, params } = await comesHome(6, true);
    const ask = (to: string) =>
      resident.gets('reportLeaving', { params, body: { leavesAt: '2026-11-23T08:00:00+08:00', to } });
    const asked = await ask('老家');
    expect(asked).toMatchObject({ state: 'asked', isObserved: true, actions: ['withdraw'] });
    expect((await resident.gets('getReturn', { params: { id: one.id } })).state).toBe('verified');
    const of = { id: asked.id };
    const refused = await worker.gets('answerLeaving', {
      params: of,
      body: { decision: 'refuse', seenVersion: 1, reason: '观察期没到' },
    });
    expect(refused.state).toBe('refused');
    expect((await resident.gets('listLeavings')).items[0]).toMatchObject({
      refused: '观察期没到',
      actions: [],
    });

    const again = await ask('老家');
    const withdrawn = await resident.gets('withdrawLeaving', {
      params: { id: again.id },
      body: { seenVersion: 1 },
    });
    expect(withdrawn.state).toBe('withdrawn');
    const late = await worker.calls('answerLeaving', {
      params: { id: again.id },
      body: { decision: 'agree', seenVersion: 1 },
    });
    expect(late.problem).toMatchObject({ code: 'leaving.movedOn', params: { state: 'withdrawn' } });

    const third = await ask('老家，坐火车');
    const key = uuidV7();
    const yes = { params: { id: third.id }, body: { decision: 'agree' as const, seenVersion: 1 }, key };
    expect((await worker.gets('answerLeaving', yes)).state).toBe('agreed');
    expect((await worker.gets('answerLeaving', yes)).state).toBe('agreed');
    // Until the moment has come everything goes on.
    const observed = async () =>
      (await resident.gets('listObservations', { query: { residentId: one.residentId } })).items[0]?.state;
    expect(await observed()).toBe('open');
    await community.timeIs('2026-11-23T08:01:00+08:00');
    await eventually(observed, (state) => state === 'transferred');
    expect((await resident.gets('getReturn', { params: { id: one.id } })).state).toBe('ended');
    const { items: slots } = await resident.gets('listSlots', {
      query: { residentId: one.residentId, limit: 100 },
    });
    // What was owed before stays owed; nothing is deleted.
    expect(slots.map(({ state }) => state)).toEqual(['missed', 'missed', ...Array(26).fill('excused')]);
  });

  it('nobody reports for another household, nor far ahead', async () => {
    const { one } = await comesHome(7, false);
    const neighbour = await community.signIn('resident', 8);
    const body = { leavesAt: '2026-11-24T08:00:00+08:00', to: '外地' };
    expect((await neighbour.calls('reportLeaving', { params: { id: one.residentId }, body })).status).toBe(
      404,
    );
    const owner = await community.signIn('resident', 7);
    const far = await owner.calls('reportLeaving', {
      params: { id: one.residentId },
      body: { ...body, leavesAt: '2027-02-01T08:00:00+08:00' },
    });
    expect(far.problem.errors).toMatchObject([{ path: 'leavesAt', code: 'time.tooLate' }]);
  });
});

describe('the sweep', () => {
  it('is not stopped by one document that cannot be stepped: it is put off, the others go on', async () => {
    const ctx = community.running.context;
    const [one, other] = [await comesHome(9, false), await comesHome(10, false)];
    const now = ctx.clock.now();
    const due = (id: string) =>
      Returns(ctx).updateOne({ _id: id }, { $set: { nextStepAt: new Date(now.getTime() - 1000) } });
    const stepped: string[] = [];
    const work = {
      name: 'poisoned',
      documents: () => Returns(ctx),
      async plan(_ctx: unknown, docs: { _id: unknown }[]) {
        for (const { _id } of docs) if (String(_id) === one.one.id) throw new TypeError('poison');
        stepped.push(...docs.map(({ _id }) => String(_id)));
        return docs.map(({ _id: id }) => ({ id, update: { $unset: { nextStepAt: 1 } } }));
      },
    };
    await due(one.one.id);
    await due(other.one.id);
    await sweepOnce(ctx, work as never);
    expect(stepped).toContain(other.one.id);
    const poison = await Returns(ctx).findById(one.one.id).lean();
    expect(poison?.nextStepAt?.getTime()).toBeGreaterThan(now.getTime() + 9 * 60_000);
  });
});

describe('a family of three that nobody verifies', () => {
  it('is told of once at each rung', async () => {
    const resident = await community.signIn('resident', 11);
    const { returns, partyId } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    expect(returns).toHaveLength(3);
    await community.timeIs('2026-11-23T10:32:00+08:00');
    const ids = returns.map(({ id }) => id);
    const told = () =>
      community.running.context.connection
        .collection('messages')
        .find({ 'about.id': { $in: ids }, code: 'return.unverified' })
        .toArray();
    const seen = await eventually(told, (messages) =>
      messages.some(({ params }) => params.rung === 'leader'),
    );
    expect(seen.map(({ params }) => params.rung).sort()).toEqual(['due', 'leader']);
    expect(seen.every(({ _id }) => String(_id).startsWith(`party:${partyId}:`))).toBe(true);
  });
});
