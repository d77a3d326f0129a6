import type { WorklistItem } from '@shared/worklist/contract';
import type { Caller } from '../kit/caller';
import { deliveredByName } from '../kit/drawn';
import { acting, errandDoc, errandSeenBy } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;

describe('what a name alone proves', () => {
  let office: Caller;
  beforeAll(async () => {
    office = await community.signIn('office');
  });
  /** What was ordered until one was drawn stands there as well: more than a page of it, as chance has it. */
  const toRing = async (caller: Caller) => {
    const rings: WorklistItem[] = [];
    let counted = 0;
    let cursor: string | undefined;
    do {
      const { items, counts, next } = await caller.gets('getWorklist', {
        query: { limit: 100, ...(cursor && { cursor }) },
      });
      rings.push(...items.filter(({ kind }) => kind === 'ring'));
      counted = counts.rings;
      cursor = next ?? undefined;
    } while (cursor);
    expect(counted).toBe(rings.length);
    return rings;
  };

  it('is asked about where the draw says so, and nothing else is', async () => {
    await community.timeIs(at('10:00'));
    const { id, worker } = await deliveredByName(community, office);
    const { id: other } = await deliveredByName(community, office, { drawn: false });
    await deliveredByName(community, office, { byPhoto: true });
    const [item, ...more] = await toRing(office);
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      ...{ id, kind: 'ring', title: { code: 'errand.ring', params: { kind: 'trash' } } },
      actions: expect.arrayContaining(['ring', 'vouch', 'object']),
    });
    expect(Date.parse(item?.dueAt ?? '')).toBeGreaterThanOrEqual(Date.parse(at('11:00')));
    // Whoever brought it neither sees that nor says what was said.
    expect(await toRing(worker)).toEqual([]);
    expect((await act(worker, id, 'vouch')).status).toBe(403);
    expect((await act(office, other, 'vouch')).status).toBe(409);

    expect((await act(office, id, 'ring')).body.state).toBe('delivered');
    await community.timeIs(at('11:30'));
    expect((await act(office, id, 'ring')).status).toBe(200);
    const [again] = await toRing(office);
    expect(Date.parse(again?.dueAt ?? '')).toBeGreaterThanOrEqual(Date.parse(at('12:30')));
    const said = await act(office, id, 'vouch');
    expect(said.body).toMatchObject({ state: 'closed', closedBy: 'call', actions: [] });
    expect(await toRing(office)).toEqual([]);
  });

  it('goes back to the search where the household says on the telephone that nothing came', async () => {
    await community.timeIs(at('10:00', '2026-11-23'));
    const { id, worker } = await deliveredByName(community, office);
    const objected = await act(office, id, 'object', { reason: '没有送来' });
    expect(objected.body).toMatchObject({ state: 'assigned', holder: null });
    expect(await toRing(office)).toEqual([]);
    expect((await errandDoc(community, id)).objectedTo.map(String)).toEqual([worker.accountId]);
    expect((await act(worker, id, 'accept')).code).toBe('request.objected');
    const { steps } = await errandSeenBy(office, id);
    expect(steps.at(-1)).toMatchObject({ action: 'object', text: '没有送来', by: { role: 'office' } });
    await act(office, id, 'cancel', { reason: '不要了' });
  });

  it('waits for the call longer than for an objection, and not for ever', async () => {
    await community.timeIs(at('10:00', '2026-11-24'));
    const { id } = await deliveredByName(community, office);
    const { id: other } = await deliveredByName(community, office, { drawn: false });
    const stateOf = async (one: string) => (await errandDoc(community, one)).state;
    await community.timeIs(at('22:30', '2026-11-24'));
    await eventually(
      () => stateOf(other),
      (state) => state === 'closed',
    );
    expect(await stateOf(id)).toBe('delivered');
    // At night nobody is rung: it is due in the morning.
    expect((await act(office, id, 'ring')).status).toBe(200);
    expect((await toRing(office))[0]?.dueAt).toBe(new Date(at('07:00', '2026-11-25')).toISOString());
    await community.timeIs(at('22:30', '2026-11-25'));
    await eventually(
      () => stateOf(id),
      (state) => state === 'closed',
    );
    expect(await toRing(office)).toEqual([]);
    expect((await errandDoc(community, id)).closedBy).toBe('lapse');
  });
});
