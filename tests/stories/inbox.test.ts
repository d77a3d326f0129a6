import { leavingLife } from '@shared/returns/leavingLife';
import { returnLife } from '@shared/returns/life';
import { leavingNotices } from '../../api/returns/leaving/tellLeaving';
import { stepNotices } from '../../api/returns/tellStep';
import type { Caller } from '../kit/caller';
import { declarationOf, familyOf, leftArea, personOf } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const codesOf = async (caller: Caller) => (await caller.gets('listNotices')).items.map(({ code }) => code);

describe('the inbox', () => {
  it('has a name for every step of which somebody is told', () => {
    const told = <Row extends { action: string; tells?: readonly string[] }>(rows: readonly Row[]) =>
      [...new Set(rows.filter(({ tells }) => tells?.length).map(({ action }) => action))].sort();
    expect(Object.keys(stepNotices).sort()).toEqual(told(returnLife.rows));
    expect(Object.keys(leavingNotices).sort()).toEqual(told(leavingLife.rows));
  });

  it('tells the worker of a declaration, and whoever declared of what became of it; each the own', async () => {
    const [resident, worker] = [await community.signIn('resident', 1), await community.signIn('worker', 1)];
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    const id = returns[0]?.id ?? '';
    const { items } = await worker.gets('listNotices');
    expect(items).toMatchObject([
      { code: 'return.declared', params: { people: returns.length }, about: { entity: 'return', id } },
    ]);
    expect(await codesOf(resident)).toEqual([]);
    await worker.gets('verifyReturn', {
      params: { id },
      body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
    });
    expect(await codesOf(resident)).toEqual(['return.verified']);
    expect(await codesOf(await community.signIn('resident', 2))).toEqual([]);
    expect(await codesOf(await community.signIn('worker', 2))).toEqual([]);
    // Nobody’s name or number is in it.
    const [first] = (await resident.gets('getMe')).household?.people ?? [];
    expect(JSON.stringify(items)).not.toContain(first?.name);
  });

  it('of a household hears that a mandate was given; the building head hears what became of the own word', async () => {
    const resident = await community.signIn('resident', 3);
    const { household } = await resident.gets('getMe');
    const me = household?.people.find(({ isMe }) => isMe)?.residentId ?? '';
    await resident.gets('createMandate', {
      body: {
        ...{ householdId: household?.id ?? '', phone: '19912340909', relation: 'child' as const },
        ...{ scopes: ['report' as const], attestedBy: me, how: 'app' as const },
        until: '2026-12-01T00:00:00Z',
      },
    });
    expect(await codesOf(resident)).toEqual(['mandate.given']);
    const [head, worker] = [await community.signIn('buildingHead'), await community.signIn('worker', 1)];
    const own = (await (await community.signIn('resident', 1)).gets('getMe')).household;
    const told = await head.gets('proposeCorrection', {
      body: { kind: 'movedOut', residentId: own?.people[2]?.residentId ?? '' },
    });
    expect((await worker.gets('listNotices')).items[0]).toMatchObject({
      code: 'correction.proposed',
      about: { id: told.id },
    });
    await worker.gets('actOnCorrection', {
      params: { id: told.id, action: 'refuse' },
      body: { seenVersion: 1, reason: 'notSo' },
    });
    expect(await codesOf(head)).toEqual(['correction.refused']);
  });

  it('of what was told on duty shows nothing at home', async () => {
    const worker = await community.signIn('worker', 4);
    const { household } = await (await community.signIn('resident', 4)).gets('getMe');
    // The worker enters a declaration for somebody at the desk: what becomes of it is told on duty.
    const { returns } = await worker.gets('declareReturn', {
      body: declarationOf({
        dwellingId: household?.dwellingId ?? '',
        source: 'desk',
        people: [personOf('测代办', 0, 60_001)],
      }),
    });
    await worker.gets('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'reject', seenVersion: 1, reason: '登记有误' },
    });
    expect(await codesOf(worker)).toContain('return.rejected');
    const { context } = community.running;
    const sides = await context.connection
      .collection('messages')
      .distinct('side', { 'about.id': returns[0]?.id });
    expect(sides).toEqual(['staff']);
  });

  it('is read page by page without a gap, also of one moment', async () => {
    const worker = await community.signIn('worker', 5);
    for (let i = 0; i < 5; i += 1) {
      const neighbour = await community.signIn('resident', 5);
      const { household } = await neighbour.gets('getMe');
      await neighbour.gets('tipReturn', {
        body: { dwellingId: household?.dwellingId ?? '', relation: 'neighbour', note: `有人回来 ${i}` },
      });
    }
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const { items, next } = await worker.gets('listNotices', {
        query: { limit: 2, ...(cursor && { cursor }) },
      });
      seen.push(...items.map(({ id }) => id));
      cursor = next;
    }
    const whole = (await worker.gets('listNotices', { query: { limit: 100 } })).items.map(({ id }) => id);
    expect([new Set(seen).size, seen]).toEqual([seen.length, whole]);
    expect(seen.length).toBeGreaterThanOrEqual(5);
  });
});
