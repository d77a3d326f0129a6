import { sameDayStates } from '@shared/requests/sameDay';
import type { Caller } from '../kit/caller';
import { acting, errandDoc, errandSeenBy, orderOf } from '../kit/errands';
import { profile } from '../kit/profile';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;
const trash = { kind: 'trash', details: { bags: 1, infectious: false } } as const;

describe('the day as it stands', () => {
  const residents: Caller[] = [];
  const workers: Caller[] = [];
  let office: Caller;
  beforeAll(async () => {
    for (const number of [1, 2, 3]) {
      residents.push(await community.signIn('resident', number));
      workers.push(await community.signIn('worker', number));
    }
    office = await community.signIn('office');
  });
  const placed = async (door: number, changes: object = trash): Promise<string> => {
    const resident = residents[door] as Caller;
    const { id } = await resident.gets('placeRequest', { body: await orderOf(resident, changes) });
    return id;
  };
  const acts = async (...asked: Parameters<typeof act>) => {
    const answer = await act(...asked);
    expect([asked[2], answer.status]).toEqual([asked[2], 200]);
    return answer;
  };
  const takes = (door: number, id: string, action: Parameters<typeof act>[2], input = {}) =>
    acts(workers[door] as Caller, id, action, input);
  const delivers = async (door: number, id: string) => {
    const { doorCode } = await errandSeenBy(residents[door] as Caller, id);
    const answer = await takes(door, id, 'deliver', { doorCode, disinfectedTwice: true });
    expect(answer.body.state).toBe('delivered');
  };
  const dayOf = (caller: Caller, query: { date?: string; gridId?: string } = {}) =>
    caller.gets('getSameDay', { query });
  /** What each list has, page by page. */
  const listed = async (caller: Caller, query: Record<string, string> = {}) => {
    const lengths: Record<string, number> = {};
    for (const state of sameDayStates) {
      let cursor: string | undefined;
      const ids = new Set<string>();
      do {
        const page = await caller.gets('listSameDay', {
          query: { ...query, state, limit: 2, ...(cursor && { cursor }) },
        });
        for (const { id } of page.items) ids.add(id);
        cursor = page.next ?? undefined;
      } while (cursor);
      lengths[state] = ids.size;
    }
    return lengths;
  };

  it('says of everything ordered in time whether it came, why not, or that it is open; from 16:00 what will not make it', async () => {
    const [first, second, third] = [await placed(0), await placed(0), await placed(1)];
    const cancelled = await placed(1);
    const comesAgain = await placed(2);
    const waits = await placed(2, {});
    const bought = await placed(0, {});
    const goes = async (door: number, id: string) => {
      await takes(door, id, 'accept');
      await takes(door, id, 'leave');
    };
    const day: [clock: string, does: () => Promise<unknown>][] = [
      ['10:05', () => goes(0, first)],
      ['10:10', () => goes(0, second)],
      ['10:20', () => delivers(0, first)],
      ['10:20', () => goes(1, third)],
      ['10:50', () => delivers(0, second)],
      ['11:00', () => delivers(1, third)],
    ];
    for (const [clock, does] of day) {
      await community.timeIs(at(clock));
      await does();
    }
    await acts(residents[1] as Caller, cancelled, 'cancel', { reason: '不用了' });
    await goes(2, comesAgain);
    await takes(2, comesAgain, 'nobodyHome', { reason: '没有人应', nextTryAt: at('10:00', '2026-11-23') });
    await takes(0, bought, 'accept');
    await takes(0, bought, 'buy', { amountFen: 100 });
    await community.timeIs(at('15:59'));
    const before = await dayOf(office);
    expect(before.total).toMatchObject({
      placed: 7,
      counts: { delivered: 3, explained: 2, afterwards: 0, open: 2, late: 0 },
    });
    await community.timeIs(at('16:00'));
    const now = await dayOf(office);
    // Bought and carried is on its way; what nobody has accepted will not make it.
    expect(now.total.counts).toEqual({ delivered: 3, explained: 2, afterwards: 0, open: 2, late: 1 });
    const { items: late } = await office.gets('listSameDay', { query: { state: 'late' } });
    expect(late.map(({ id }) => id)).toEqual([waits]);
    // Accepted after 5, 10, 20, 60 and 60 minutes, delivered after 20, 50 and 60; the clock of a story goes on by itself.
    const { accepted, delivered } = now.total.minutes;
    expect([Math.round(accepted ?? 0), Math.round(delivered ?? 0)]).toEqual([20, 50]);
    const [trashes] = now.kinds.filter(({ kind }) => kind === 'trash');
    expect([trashes?.placed, Math.round(trashes?.minutes.delivered ?? 0)]).toEqual([5, 50]);
    const own = now.items.filter(({ kind }) => kind === 'trash');
    expect(own.map(({ placed: all }) => all).sort()).toEqual([1, 2, 2]);
    const [grid] = own.filter(({ counts }) => counts.delivered === 2);
    expect(Math.round(grid?.minutes.delivered ?? 0)).toBe(35);
    // What is ordered in the evening is promised for the next day.
    await community.timeIs(at('18:00'));
    await placed(0);
    expect((await dayOf(office)).total.placed).toBe(7);
    await community.timeIs(at('20:01'));
    expect((await dayOf(office)).total.counts).toMatchObject({ open: 2, late: 2 });
  });

  it('counts what its lists have, for each kind and grid and for whoever asks', async () => {
    for (const caller of [office, ...workers, await community.signIn('leader', 1)]) {
      const { total, items, kinds, grids } = await dayOf(caller);
      expect(await listed(caller)).toEqual(total.counts);
      const { late: _part, ...whole } = total.counts;
      expect(Object.values(whole).reduce((sum, count) => sum + count, 0)).toBe(total.placed);
      for (const { kind, grid, counts } of items)
        expect(await listed(caller, { kind, gridId: grid.id })).toEqual(counts);
      for (const { kind, counts } of kinds) expect(await listed(caller, { kind })).toEqual(counts);
      for (const { grid, counts } of grids) expect(await listed(caller, { gridId: grid.id })).toEqual(counts);
      for (const part of [items, kinds, grids])
        expect(part.reduce((sum, one) => sum + one.placed, 0)).toBe(total.placed);
    }
    expect((await dayOf(workers[1] as Caller)).total.placed).toBe(2);
    const elsewhere = await community.signIn('worker', 40);
    expect((await dayOf(elsewhere)).total.placed).toBe(0);
    const { items } = await dayOf(workers[1] as Caller);
    expect((await dayOf(elsewhere, { gridId: items[0]?.grid.id ?? '' })).total.placed).toBe(0);
    expect((await (residents[0] as Caller).calls('getSameDay', {})).status).toBe(403);
  });

  it('keeps what a day was: what comes later is told apart', async () => {
    await community.timeIs(at('09:00', '2026-11-23'));
    const { items } = await office.gets('listSameDay', { query: { state: 'open', date: '2026-11-22' } });
    const [bought] = items.filter(({ state }) => state === 'purchased');
    await takes(0, bought?.id ?? '', 'leave');
    await acts(residents[0] as Caller, bought?.id ?? '', 'confirm');
    const { total } = await dayOf(office, { date: '2026-11-22' });
    expect(total.counts).toMatchObject({ delivered: 3, afterwards: 1, open: 1 });
    expect((await errandDoc(community, bought?.id ?? '')).acceptedAt).toEqual(expect.any(Date));
    expect((await dayOf(office)).total).toMatchObject({
      placed: 0,
      minutes: { accepted: null, delivered: null },
    });
  });

  it('is read from the index of the day, among all other days', async () => {
    const { connection } = community.running.context;
    for (const ask of [
      () => dayOf(office, { date: '2026-11-22' }),
      () => office.gets('listSameDay', { query: { state: 'delivered', date: '2026-11-22' } }),
    ]) {
      const looks = await profile(connection, ask);
      const own = looks.filter(({ collection }) => collection === 'requests');
      expect(own.some(({ isScan }) => isScan)).toBe(false);
      // Seven of the day, and a few more for where each range of the index begins.
      for (const { keys } of own) expect(keys).toBeLessThanOrEqual(2 * 7 + 10);
    }
  });
});
