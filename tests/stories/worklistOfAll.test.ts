import type { ReturnView } from '@shared/returns/view';
import type { WorklistItem } from '@shared/worklist/contract';
import type { Caller } from '../kit/caller';
import { declarationOf, familyOf, leftArea, personOf } from '../kit/family';
import { openReadyWindow } from '../kit/liveWindow';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();

const communityOf = (office: Caller) => office.session.account.memberships[0]?.communityId ?? '';
const kinds = (items: WorklistItem[]) => items.map(({ kind }) => kind);

/** Somebody of the numbered household is under observation and wants to leave tomorrow. */
async function wantsToLeave(number: number) {
  const resident = await community.signIn('resident', number);
  const worker = await community.signIn('worker', number);
  const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
  const [first] = returns as [ReturnView];
  await worker.gets('verifyReturn', {
    params: { id: first.id },
    body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
  });
  const leaving = await resident.gets('reportLeaving', {
    params: { id: first.residentId },
    body: { leavesAt: '2026-11-23T09:00:00+08:00', to: '外省女儿家' },
  });
  return { worker, leaving, first };
}

/** Somebody who declared in 城南社区 is offered to 东苑社区. */
async function offered(openid: string, n: number, celsius?: number) {
  const [south, east] = [await community.signIn('office', 1), await community.signIn('office', 2)];
  const stranger = await community.stranger(openid);
  const reading = celsius && {
    ...{ celsius, method: 'ear' as const, takenAt: '2026-11-22T09:40:00+08:00', medicine: false },
  };
  const { returns } = await stranger.gets('declareReturn', {
    body: declarationOf({
      communityId: communityOf(south),
      address: { estate: '城南小区', building: '99', unit: '1', floor: '1', room: '101' },
      people: [{ ...personOf('魏转走', 0, n), ...(reading && { reading }) }],
    }),
  });
  const id = returns[0]?.id ?? '';
  await south.gets('verifyReturn', {
    params: { id },
    body: { decision: 'offer', seenVersion: 1, communityId: communityOf(east) },
  });
  return { south, east, id };
}

describe('nothing that waits for somebody is forgotten', () => {
  it('a leaving is in the list of the worker who has to agree, and goes with the answer', async () => {
    const { worker, leaving, first } = await wantsToLeave(5);
    const { items, counts } = await worker.gets('getWorklist');
    const item = items.find(({ kind }) => kind === 'leaving');
    expect(item).toMatchObject({
      id: leaving.id,
      door: first.door,
      mine: true,
      dueAt: leaving.dueAt,
      title: { code: 'leaving.asked', params: { surname: first.person.name.slice(0, 1) } },
      actions: expect.arrayContaining(['agree', 'refuse']),
    });
    expect(JSON.stringify(item)).not.toContain('外省女儿家');
    expect(counts.leavings).toBe(1);
    const office = await community.signIn('office');
    const seen = (await office.gets('getWorklist')).items.find(({ id }) => id === leaving.id);
    expect([seen?.mine, seen?.responsible.name]).toEqual([false, item?.responsible.name]);
    const other = await (await community.signIn('worker', 6)).gets('getWorklist');
    expect([kinds(other.items).includes('leaving'), other.counts.leavings]).toEqual([false, 0]);

    await worker.gets('answerLeaving', {
      params: { id: leaving.id },
      body: { decision: 'agree', seenVersion: leaving.version },
    });
    const after = await worker.gets('getWorklist');
    expect([kinds(after.items).includes('leaving'), after.counts.leavings]).toEqual([false, 0]);
  });

  it('an offer is in the list of the office that has to answer, heard at once, and becomes a return', async () => {
    const office = await community.signIn('office', 2);
    const window = await openReadyWindow(community.running.url, office.session.accessToken);
    const { south, east, id } = await offered('o-list-1', 71_000);
    const { items, counts } = await east.gets('getWorklist');
    expect(items.find(({ kind }) => kind === 'handover')).toMatchObject({
      id,
      door: '',
      title: { code: 'handover.offered', params: { from: '城南社区', people: 1, surname: '魏' } },
      actions: ['take', 'refuse'],
    });
    expect(counts.handovers).toBe(1);
    const doc = await community.running.context.connection.collection('handovers').findOne({});
    await window.hears(String(doc?._id));
    window.socket.close();
    // Those who gave it have nothing to do; the workers of the other community see nobody yet.
    expect((await south.gets('getWorklist')).counts.handovers).toBe(0);
    expect((await (await community.signIn('worker', 41)).gets('getWorklist')).counts.handovers).toBe(0);
    const taken = await east.gets('takeHandover', { params: { id }, body: {} });
    const after = await east.gets('getWorklist');
    expect(after.counts.handovers).toBe(0);
    expect(after.items.map((one) => one.id)).toContain(taken.returns[0]?.id);
  });

  it('all kinds stand in one order, and leafing through by one shows each once', async () => {
    const office = await community.signIn('office', 2);
    await offered('o-list-2', 72_000);
    await community.timeIs('2026-11-22T10:20:00+08:00');
    await offered('o-list-3', 73_000, 38.2);
    await offered('o-list-4', 74_000);
    const stranger = await community.stranger('o-list-5');
    for (const n of [75_000, 76_000])
      await stranger.gets('declareReturn', {
        body: declarationOf({
          communityId: communityOf(office),
          address: { estate: '东苑', building: '9', unit: '1', floor: '1', room: String(n) },
          people: [personOf('魏在列', 0, n), personOf('魏同列', 1, n)],
        }),
      });
    const { items, next } = await office.gets('getWorklist', { query: { limit: 50 } });
    expect(next).toBeNull();
    expect(new Set(kinds(items))).toEqual(new Set(['return', 'handover']));
    const places = items.map(({ urgency, dueAt }) => `${urgency === 'fever' ? 0 : 1} ${dueAt}`);
    expect(places).toEqual([...places].sort());
    for (const limit of [1, 2, 3]) {
      const leafed: string[] = [];
      for (let cursor: string | undefined, pages = 0; pages === 0 || cursor; pages += 1) {
        const page = await office.gets('getWorklist', { query: { limit, ...(cursor && { cursor }) } });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        leafed.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? undefined;
        expect(pages).toBeLessThan(50);
      }
      expect(leafed).toEqual(items.map(({ id }) => id));
    }
  });
});
