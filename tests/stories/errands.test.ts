import type { ErrandAction } from '@shared/requests/errandLife';
import type { Field, Fields } from '@shared/requests/fields';
import { errandKinds, offeredKindNames } from '@shared/requests/kinds';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { acting, errandDoc, errandSeenBy, groceries, orderOf, orders } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { leaderOf } from '../kit/leaderOf';
import { homeOf, mandateOf, signInFrom } from '../kit/mandates';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;
const heard = async (caller: Caller, id: string) =>
  (await caller.gets('listNotices', { query: { limit: 100 } })).items
    .filter(({ about }) => about.id === id)
    .map(({ code }) => code)
    .reverse();
const untilState = (caller: Caller, id: string, state: string) =>
  eventually(
    () => errandSeenBy(caller, id),
    (seen) => seen.state === state,
  );
const given = { doorCode: '', disinfectedTwice: true };
const codeOf = async (resident: Caller, id: string) => (await errandSeenBy(resident, id)).doorCode ?? '';

describe('an errand', () => {
  let resident: Caller;
  let worker: Caller;
  let colleague: Caller;
  let office: Caller;
  beforeAll(async () => {
    resident = await community.signIn('resident', 1);
    worker = await community.signIn('worker', 1);
    colleague = await community.signIn('worker', 2);
    office = await community.signIn('office');
  });
  const place = async (changes = {}) => orders(resident, await orderOf(resident, changes));

  it('is ordered at home: one responsible person, a promise, a code that nobody but the household reads', async () => {
    const errand = await place();
    expect(errand).toMatchObject({
      ...{ life: 'errand', kind: 'groceries', state: 'assigned', version: 1, holder: null, size: 2 },
      ...{ dueAt: new Date(at('20:00')).toISOString(), details: groceries, note: '放门口' },
      ...{ money: { estimatedFen: 6000, paidFen: null }, actions: ['cancel'] },
      responsible: { account: worker.accountId },
    });
    expect(errand.doorCode).toMatch(/^\d{4}$/);
    expect(await errandSeenBy(worker, errand.id)).toMatchObject({ doorCode: null, details: groceries });
    // A colleague of the estate sees that something waits, not what, nor at which door.
    const pooled = await errandSeenBy(colleague, errand.id);
    expect(pooled).toMatchObject({ details: null, note: null, steps: [], size: 2, actions: ['accept'] });
    expect(pooled).toMatchObject({ householdId: null, residentId: null });
    expect(await errandSeenBy(worker, errand.id)).toMatchObject({ householdId: errand.householdId });
    const { door } = await homeOf(resident);
    expect(door).toContain(pooled.door);
    expect(pooled.door).not.toBe(door);
    const stored = JSON.stringify(await errandDoc(community, errand.id));
    for (const text of ['鸡蛋', '放门口', errand.doorCode ?? '']) expect(stored).not.toContain(`"${text}`);
    expect(await heard(worker, errand.id)).toEqual(['errand.placed']);
    const { items } = await colleague.gets('listRequests', { query: { pool: 'true' } });
    expect(items.map(({ id }) => id)).toContain(errand.id);
  });

  it('goes through a day: accepted by one of two hundred taps, lapsed, bought, brought, objected to, brought by somebody else', async () => {
    const { id, version } = await place();
    const taps = Array.from({ length: 200 }, (_, i) => (i % 2 ? worker : colleague));
    const all = await Promise.all(taps.map((one) => act(one, id, 'accept', {}, { seenVersion: version })));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    const lost = all.filter(({ status }) => status !== 200);
    for (const { problem } of lost)
      expect(problem).toMatchObject({
        code: 'request.movedOn',
        params: { state: 'accepted', action: 'accept', by: expect.stringMatching(/./) },
      });
    expect((await errandDoc(community, id)).history.filter(({ action }) => action === 'accept')).toHaveLength(
      1,
    );

    await community.timeIs(at('10:29'));
    expect((await errandSeenBy(resident, id)).state).toBe('accepted');
    await community.timeIs(at('10:30'));
    expect(await untilState(resident, id, 'assigned')).toMatchObject({ holder: null, leaseUntil: null });
    expect((await errandSeenBy(worker, id)).steps.at(-1)).toMatchObject({ action: 'lapse', by: null });
    expect((await heard(worker, id)).at(-1)).toBe('errand.lapse');

    expect((await act(worker, id, 'accept')).body).toMatchObject({ holder: { mine: true } });
    expect(await errandSeenBy(resident, id)).toMatchObject({
      holder: { mine: false, phone: expect.stringMatching(/^\d+$/) },
    });
    expect((await act(worker, id, 'leave')).code).toBe('request.movedOn');
    const asked = await act(worker, id, 'ask', { text: '没有鸡蛋，换鸭蛋行吗？' });
    expect(asked.body).toMatchObject({ question: '没有鸡蛋，换鸭蛋行吗？' });
    expect((await act(worker, id, 'ask', { text: '再问一次' })).code).toBe('request.asked');
    expect((await errandSeenBy(resident, id)).actions).toEqual(['answer', 'cancel']);
    const answered = await act(resident, id, 'answer', { yes: true });
    expect(answered.body).toMatchObject({ question: null });
    expect((await errandSeenBy(worker, id)).steps.at(-1)).toMatchObject({ action: 'answer', result: 'yes' });
    const bought = await act(worker, id, 'buy', { amountFen: 5480, text: '鸭蛋一板' });
    expect(bought.body).toMatchObject({ state: 'purchased', leaseUntil: null, money: { paidFen: 5480 } });
    expect((await errandSeenBy(resident, id)).steps.at(-1)).toMatchObject({
      ...{ action: 'buy', text: '鸭蛋一板', amountFen: 5480 },
    });
    expect((await act(worker, id, 'leave')).body.state).toBe('onTheWay');

    const wrong = await act(worker, id, 'deliver', { ...given, doorCode: '99999' });
    expect(wrong.problem.errors).toEqual([{ path: 'input.doorCode', code: 'format' }]);
    const code = await codeOf(resident, id);
    const other = code === '0000' ? '0001' : '0000';
    expect((await act(worker, id, 'deliver', { ...given, doorCode: other })).problem.errors).toEqual([
      { path: 'input.doorCode', code: 'doorCode.wrong' },
    ]);
    expect((await act(worker, id, 'deliver', { disinfectedTwice: true })).problem.errors).toEqual([
      { path: 'input.doorCode', code: 'required' },
    ]);
    expect((await act(worker, id, 'deliver', { ...given, doorCode: code })).body.state).toBe('delivered');

    const objected = await act(resident, id, 'object', { reason: '少了青菜' });
    expect(objected.body).toMatchObject({ state: 'assigned', holder: null });
    expect(objected.body.responsible.reason.at(-1)).toMatchObject({ params: { post: 'leader' } });
    expect((await heard(worker, id)).at(-1)).toBe('errand.object');
    expect((await act(worker, id, 'accept')).code).toBe('request.objected');
    await act(colleague, id, 'accept');
    const { items: others } = await colleague.gets('listCarriers', { params: { id } });
    expect(others.length).toBeGreaterThan(0);
    expect(others.map(({ accountId }) => accountId)).not.toContain(worker.accountId);
    expect((await errandSeenBy(colleague, id)).details).toEqual(groceries);
    await act(colleague, id, 'buy', { amountFen: 800 });
    await act(colleague, id, 'leave');
    // The household is at the door itself: their tap is the evidence.
    const closed = await act(resident, id, 'confirm');
    expect(closed.body).toMatchObject({ state: 'closed', closedBy: 'resident', doorCode: null, actions: [] });
    expect((await colleague.calls('getRequest', { params: { id } })).body).toMatchObject({ details: null });
    expect(await heard(resident, id)).toEqual([
      ...['errand.accept', 'errand.accept', 'errand.ask', 'errand.buy', 'errand.leave', 'errand.deliver'],
      ...['errand.accept', 'errand.buy', 'errand.leave'],
    ]);
  });

  it('objected to in a pool that one worker serves alone is taken by the leader, who carries it like anybody', async () => {
    const leader = await leaderOf(community, worker);
    const { id } = await place({ kind: 'trash', details: { bags: 1, infectious: false } });
    await act(worker, id, 'accept');
    await act(worker, id, 'leave');
    await act(worker, id, 'deliver', { ...given, doorCode: await codeOf(resident, id) });
    await act(resident, id, 'object', { reason: '没有收走' });
    expect((await errandSeenBy(worker, id)).actions).not.toContain('accept');
    expect((await errandSeenBy(leader, id)).actions).toContain('accept');
    const taken = await act(leader, id, 'accept');
    expect(taken.body).toMatchObject({ state: 'accepted', holder: { mine: true } });
    expect((await heard(resident, id)).at(-1)).toBe('errand.accept');
    expect((await act(leader, id, 'leave')).status).toBe(200);
    const code = await codeOf(resident, id);
    expect((await act(leader, id, 'deliver', { ...given, doorCode: code })).body.state).toBe('delivered');
  });

  it('that nobody answers is closed after twelve hours, and counted apart; until then it may be objected to', async () => {
    await community.timeIs(at('09:00', '2026-11-23'));
    const { id } = await place({ kind: 'trash', details: { bags: 2, infectious: false } });
    await act(worker, id, 'accept');
    await act(worker, id, 'leave');
    await act(worker, id, 'deliver', { ...given, doorCode: await codeOf(resident, id) });
    await community.timeIs(at('20:59', '2026-11-23'));
    expect((await errandSeenBy(resident, id)).actions).toEqual(['confirm', 'object']);
    await community.timeIs(at('21:00', '2026-11-23'));
    expect(await untilState(resident, id, 'closed')).toMatchObject({ closedBy: 'lapse' });
    expect((await act(resident, id, 'object', { reason: '没有收' })).code).toBe('request.movedOn');
  });

  it('waits for nobody in silence: the responsible person, the leader, the office; in the morning what came at night', async () => {
    await community.timeIs(at('21:10', '2026-11-23'));
    const { id } = await place({ kind: 'other', details: { what: '换灯泡' } });
    await community.timeIs(at('21:40', '2026-11-23'));
    const rungsOf = async () => (await errandSeenBy(worker, id)).steps.flatMap(({ rung }) => rung ?? []);
    await eventually(rungsOf, (rungs) => rungs.length === 1);
    await community.timeIs(at('23:50', '2026-11-23'));
    expect(await rungsOf()).toEqual(['waiting']);
    await community.timeIs(at('07:00', '2026-11-24'));
    await eventually(rungsOf, (rungs) => rungs.length === 3);
    expect(await rungsOf()).toEqual(['waiting', 'leader', 'office']);
    expect(await heard(worker, id)).toEqual(['errand.placed', 'errand.waiting']);
    expect(await heard(office, id)).toContain('errand.office');
    // The screen at home is that of the evening: only the clock has moved since.
    const cancelled = await act(resident, id, 'cancel', { reason: '修好了' }, { seenVersion: 1 });
    expect(cancelled.body).toMatchObject({ state: 'cancelled' });
  });

  it('is declined, handed over, passed to a carrier whose leg lapses as well, and brought again when nobody was at home', async () => {
    await community.timeIs(at('10:00', '2026-11-24'));
    const { id } = await place();
    await act(worker, id, 'accept');
    expect((await act(worker, id, 'decline', { reason: '车坏了' })).body).toMatchObject({
      state: 'assigned',
      holder: null,
    });
    await act(worker, id, 'accept');
    const carriers = async (caller: Caller) =>
      (await caller.gets('listCarriers', { params: { id } })).items.map(({ accountId }) => accountId);
    expect(await carriers(worker)).toContain(colleague.accountId);
    expect(await carriers(worker)).not.toContain(worker.accountId);
    expect(await carriers(office)).toEqual(await carriers(worker));
    for (const other of [colleague, resident])
      expect((await other.calls('listCarriers', { params: { id } })).code).toBe('notAllowed');
    const handed = await act(worker, id, 'handOver', { accountId: colleague.accountId, reason: '下班' });
    expect(handed.body).toMatchObject({ state: 'accepted', holder: { mine: false } });
    expect((await heard(colleague, id)).at(-1)).toBe('errand.handOver');
    // What staff write for each other is not for the household.
    expect(JSON.stringify(await errandSeenBy(resident, id))).not.toMatch(/车坏了|下班/);
    expect((await act(worker, id, 'buy', { amountFen: 1 })).code).toBe('notAllowed');
    await act(colleague, id, 'buy', { amountFen: 3000 });
    const passed = await act(colleague, id, 'pass', { where: '南门岗亭' });
    expect(passed.body).toMatchObject({ state: 'purchased', holder: null, actions: ['accept'] });
    expect(await errandSeenBy(worker, id)).toMatchObject({ goodsAt: '南门岗亭', actions: ['accept'] });
    await act(worker, id, 'accept');
    await community.timeIs(at('10:30', '2026-11-24'));
    await eventually(
      () => errandSeenBy(worker, id),
      ({ holder }) => holder === null,
    );
    await act(worker, id, 'accept');
    await act(worker, id, 'leave');
    const reason = '没有人应';
    const never = { reason, nextTryAt: at('10:00', '2026-11-24') };
    expect((await act(worker, id, 'nobodyHome', never)).problem.errors).toEqual([
      { path: 'input.nextTryAt', code: 'nextTry.range' },
    ]);
    const again = await act(worker, id, 'nobodyHome', { reason, nextTryAt: at('15:00', '2026-11-24') });
    expect(again.body).toMatchObject({ state: 'purchased', holder: { mine: true } });
    expect((await errandSeenBy(resident, id)).steps.at(-1)).toMatchObject({ text: reason });
    // It was bought: whoever takes it back says who pays.
    expect((await act(resident, id, 'cancel', { reason: '不要了' })).problem.errors).toEqual([
      { path: 'input.pays', code: 'required' },
    ]);
    const cancelled = await act(resident, id, 'cancel', { reason: '不要了', pays: 'household' });
    expect(cancelled.body).toMatchObject({ state: 'cancelled', actions: [] });
    expect((await heard(worker, id)).at(-1)).toBe('errand.cancel');
  });

  it('that is not bought is held until an hour after the next try', async () => {
    await community.timeIs(at('11:00', '2026-11-24'));
    const { id } = await place({ kind: 'trash', details: { bags: 1, infectious: false } });
    await act(worker, id, 'accept');
    await act(worker, id, 'leave');
    await act(worker, id, 'nobodyHome', { reason: '没有人应', nextTryAt: at('14:00', '2026-11-24') });
    expect(await errandSeenBy(worker, id)).toMatchObject({
      ...{ state: 'accepted', leaseUntil: new Date(at('15:00', '2026-11-24')).toISOString() },
    });
    // Whoever gets it meanwhile comes at the same time.
    const handed = await act(worker, id, 'handOver', { accountId: colleague.accountId, reason: '下班' });
    expect(handed.body).toMatchObject({
      ...{ state: 'accepted', holder: { mine: false } },
      nextTryAt: new Date(at('14:00', '2026-11-24')).toISOString(),
      leaseUntil: new Date(at('15:00', '2026-11-24')).toISOString(),
    });
    await community.timeIs(at('15:00', '2026-11-24'));
    await untilState(worker, id, 'assigned');
    await act(resident, id, 'cancel', { reason: '自己倒了' });
  });

  it('is not opened by trying codes: after five wrong ones only the leader helps, or the household itself', async () => {
    await community.timeIs(at('15:00', '2026-11-24'));
    const { id } = await place({ kind: 'trash', details: { bags: 1, infectious: false } });
    const code = await codeOf(resident, id);
    await act(worker, id, 'accept');
    await act(worker, id, 'leave');
    const wrong = [1, 2, 3, 4, 5, 6, 7].map((n) => String((Number(code) + n) % 10_000).padStart(4, '0'));
    const tried = await Promise.all(
      wrong.map((doorCode) => act(worker, id, 'deliver', { ...given, doorCode })),
    );
    expect(tried.filter(({ code: refused }) => refused === 'input.invalid')).toHaveLength(5);
    expect((await act(worker, id, 'deliver', { ...given, doorCode: code })).code).toBe('request.codeSpent');
    const given2 = await act(office, id, 'reassign', {
      accountId: colleague.accountId,
      reason: '门码错太多',
    });
    expect(given2.status).toBe(200);
    expect((await act(colleague, id, 'deliver', { ...given, doorCode: code })).body.state).toBe('delivered');
  });

  it('is the same one when the reply was lost, whoever sends it again', async () => {
    const key = uuidV7();
    const body = await orderOf(resident);
    const placed = await Promise.all([1, 2, 3].map(() => resident.gets('placeRequest', { body, key })));
    expect(new Set(placed.map(({ id }) => id)).size).toBe(1);
    const other = await resident.calls('placeRequest', { body: { ...body, note: '放楼下' }, key });
    expect(other.code).toBe('key.reused');
    const id = placed[0]?.id ?? '';
    const tap = uuidV7();
    const version = { key: tap, seenVersion: 1 };
    const taps = await Promise.all([1, 2, 3].map(() => act(worker, id, 'accept', {}, version)));
    expect(taps.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await errandDoc(community, id)).history).toHaveLength(2);
    expect((await act(worker, id, 'decline', { reason: '换人' }, version)).code).toBe('key.reused');
    await act(resident, id, 'cancel', { reason: '下错了' });
  });

  it('is no business of the wrong person at any step', async () => {
    const { id } = await place();
    const strangers = {
      neighbour: await community.signIn('resident', 2),
      otherWorker: await community.signIn('worker', 40),
      otherResident: await community.signIn('resident', 40),
      nobody: await community.stranger('o-errands'),
      health: await community.signIn('health'),
      volunteer: await community.signIn('volunteer', 2),
      property: await community.signIn('property'),
      buildingHead: await community.signIn('buildingHead'),
    };
    const inputs: Record<string, object> = {
      ...{
        decline: { reason: '试试' },
        object: { reason: '试试' },
        cancel: { reason: '试试', pays: 'community' },
      },
      ...{ ask: { text: '试试' }, answer: { yes: true }, buy: { amountFen: 1 }, pass: { where: '试试' } },
      deliver: { ...given, doorCode: '1234' },
      nobodyHome: { reason: '试试', nextTryAt: at('18:00', '2026-11-24') },
      ...Object.fromEntries(
        ['reassign', 'handOver'].map((name) => [name, { accountId: colleague.accountId, reason: '试试' }]),
      ),
    };
    const actions: ErrandAction[] = [
      ...(['accept', 'decline', 'lapse', 'ask', 'answer', 'buy', 'pass', 'leave'] as const),
      ...(['deliver', 'nobodyHome', 'confirm', 'object', 'cancel', 'reassign', 'handOver'] as const),
    ];
    const steps: [Caller, ErrandAction, object][] = [
      [worker, 'accept', {}],
      [worker, 'buy', { amountFen: 900 }],
      [worker, 'leave', {}],
      [worker, 'deliver', { ...given, doorCode: await codeOf(resident, id) }],
      [resident, 'confirm', {}],
    ];
    const leaks: string[] = [];
    for (const [caller, action, input] of steps) {
      const before = await errandDoc(community, id);
      for (const [name, stranger] of Object.entries(strangers)) {
        const answers = await Promise.all(
          actions.map((tried) => act(stranger, id, tried, { ...inputs[tried] })),
        );
        for (const [i, { status }] of answers.entries())
          if (![403, 404].includes(status)) leaks.push(`${name} ${actions[i]} ${status}`);
        const { status } = await stranger.calls('getRequest', { params: { id } });
        if (![403, 404].includes(status)) leaks.push(`${name} reads`);
      }
      expect(await errandDoc(community, id)).toEqual(before);
      expect((await act(caller, id, action, { ...input })).status).toBe(200);
    }
    expect(leaks).toEqual([]);
    // Nor does anybody order for a household that is not theirs.
    const body = await orderOf(resident);
    for (const [name, stranger] of Object.entries(strangers)) {
      const { status } = await stranger.calls('placeRequest', { body });
      expect([name, [403, 404].includes(status)]).toEqual([name, true]);
    }
  });

  it('is ordered by a mandate that may order, which sees errands and no illness', async () => {
    const parents = await community.signIn('resident', 3);
    const phone = '19912340303';
    await parents.gets('createMandate', { body: await mandateOf(parents, phone, { scopes: ['order'] }) });
    const daughter = await signInFrom(community, phone);
    const placed = await orders(daughter, await orderOf(parents));
    expect(placed.doorCode).toMatch(/^\d{4}$/);
    expect((await daughter.gets('listRequests')).items.map(({ id }) => id)).toEqual([placed.id]);
    const third = await community.signIn('worker', 3);
    await act(third, placed.id, 'accept');
    expect(await heard(daughter, placed.id)).toEqual(['errand.accept']);
    await act(third, placed.id, 'buy', { amountFen: 100 });
    await act(third, placed.id, 'leave');
    expect((await act(daughter, placed.id, 'confirm')).body.closedBy).toBe('proxy');

    const reporterPhone = '19912340304';
    await parents.gets('createMandate', {
      body: await mandateOf(parents, reporterPhone, { scopes: ['report'] }),
    });
    const reporter = await signInFrom(community, reporterPhone);
    expect((await reporter.gets('listRequests')).items).toEqual([]);
    expect((await reporter.calls('placeRequest', { body: await orderOf(parents) })).status).toBe(403);
  });

  it('is ordered by staff on the telephone, and proved by who opened; the desk says who called', async () => {
    const home = await homeOf(resident);
    const body = { ...(await orderOf(resident)), channel: 'desk' as const };
    expect((await worker.calls('placeRequest', { body })).problem.errors).toEqual([
      { path: 'caller', code: 'required' },
    ]);
    expect(
      (await worker.calls('placeRequest', { body: { ...body, channel: 'app' } })).problem.errors,
    ).toEqual([{ path: 'channel', code: 'channel.notYours' }]);
    const placed = await office.gets('placeRequest', { body: { ...body, caller: '王阿姨 62010000' } });
    expect(placed).toMatchObject({ householdId: home.id, doorCode: null, caller: '王阿姨 62010000' });
    await act(worker, placed.id, 'accept');
    await act(worker, placed.id, 'buy', { amountFen: 100 });
    await act(worker, placed.id, 'leave');
    const proved = await act(worker, placed.id, 'deliver', { disinfectedTwice: true, answeredBy: '王阿姨' });
    expect(proved.body).toMatchObject({ state: 'delivered' });
    const { value } = await worker.gets('revealRequestPhone', {
      params: { id: placed.id },
      body: { field: 'phone', reason: 'call' },
    });
    expect(value).toMatch(/^\d+$/);
  });

  it('of every kind is ordered by what its file says, and refused with every fault at once', async () => {
    const other = await community.signIn('resident', 5);
    for (const kind of offeredKindNames) {
      const details = detailsOf(errandKinds[kind].fields);
      const placed = await other.gets('placeRequest', { body: await orderOf(other, { kind, details }) });
      expect(placed).toMatchObject({ kind, details });
    }
    const details = { lines: [{ item: '😀', quantity: 100, unit: '' }], budgetFen: -1, more: true };
    const refused = await other.calls('placeRequest', { body: await orderOf(other, { details }) });
    expect(refused.problem.errors).toEqual([
      { path: 'details.lines.0.item', code: 'text.empty' },
      { path: 'details.lines.0.quantity', code: 'tooBig', params: { maximum: 99 } },
      { path: 'details.lines.0.unit', code: 'required' },
      { path: 'details.lines.0.substitute', code: 'required' },
      { path: 'details.budgetFen', code: 'tooSmall', params: { minimum: 0 } },
      { path: 'details.more', code: 'unknownField' },
    ]);
  });

  it('stands on the list of whoever carries it, and of whoever answers for it while nobody does', async () => {
    const home = await community.signIn('resident', 4);
    const own = await community.signIn('worker', 4);
    const placed = await home.gets('placeRequest', { body: await orderOf(home) });
    const listed = async (caller: Caller) => {
      const { items, counts } = await caller.gets('getWorklist', { query: { limit: 100 } });
      const item = items.find(({ id }) => id === placed.id);
      return item && { code: item.title.code, mine: item.mine, errands: counts.errands };
    };
    expect(await listed(own)).toEqual({ code: 'groceries.assigned', mine: true, errands: 0 });
    expect((await act(colleague, placed.id, 'accept')).status).toBe(200);
    expect(await listed(own)).toBeUndefined();
    expect(await listed(colleague)).toMatchObject({ code: 'groceries.accepted', mine: true });
    const held = async (caller: Caller) =>
      (await caller.gets('listRequests', { query: { held: 'true' } })).items.map(({ id }) => id);
    expect(await held(colleague)).toContain(placed.id);
    expect(await held(own)).not.toContain(placed.id);
    expect((await home.calls('listRequests', { query: { held: 'true' } })).code).toBe('notAllowed');
  });

  it('over which no leader stands is taken by the office or given to it, as it would be to the leader', async () => {
    const home = await community.signIn('resident', 4);
    const trash = { kind: 'trash' as const, details: { bags: 1, infectious: false } };
    const first = await orders(home, await orderOf(home, trash));
    const second = await orders(home, await orderOf(home, trash));
    const carriers = async () =>
      (await worker.gets('listCarriers', { params: { id: second.id } })).items.map(({ role }) => role);
    expect((await act(worker, second.id, 'accept')).status).toBe(200);
    expect((await errandSeenBy(office, first.id)).actions).not.toContain('accept');
    expect((await act(office, first.id, 'accept')).status).toBe(403);
    expect(await carriers()).not.toContain('office');
    for (const { id, version, leader } of (await office.gets('listGrids', { query: { limit: 100 } })).items)
      if (leader)
        await office.gets('updateGrid', { params: { id }, body: { seenVersion: version, leaderId: null } });
    await eventually(
      () => errandSeenBy(office, first.id),
      ({ actions }) => actions.includes('accept'),
    );
    expect((await act(office, first.id, 'accept')).body.holder).toMatchObject({ mine: true });
    expect((await act(office, first.id, 'leave')).status).toBe(200);
    const doorCode = await codeOf(home, first.id);
    expect((await act(office, first.id, 'deliver', { ...given, doorCode })).body.state).toBe('delivered');
    expect(await carriers()).toContain('office');
    const named = { accountId: office.accountId, reason: '下班' };
    expect((await act(worker, second.id, 'handOver', named)).status).toBe(200);
    expect((await errandSeenBy(office, second.id)).holder).toMatchObject({ mine: true });
  });
});

/** The least that a kind asks for. */
function detailsOf(fields: Fields): Record<string, unknown> {
  const asked = Object.entries(fields).filter(([, { optional }]) => !optional);
  return Object.fromEntries(asked.map(([name, field]) => [name, leastOf(field)]));
}

function leastOf(field: Field): unknown {
  if (field.type === 'rows') return [detailsOf(field.of)];
  if (field.type === 'text') return '一件';
  if (field.type === 'choice') return Object.keys(field.of)[0];
  if (field.type === 'yesNo') return false;
  return field.type === 'number' ? field.least : 1;
}
