import type { Caller } from '../kit/caller';
import { acting, errandDoc, errandSeenBy, groceries, type OrderBody, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { photoOf } from '../kit/photos';
import { startCommunity } from '../kit/startCommunity';
import { check, observe, type UnderObservation } from '../kit/underObservation';

const community = startCommunity();
const act = acting(community);
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;
const trash = { kind: 'trash', details: { bags: 1, infectious: false } } as const;

describe('nonsense about errands is refused by field, and changes nothing', () => {
  let resident: Caller;
  let worker: Caller;
  let colleague: Caller;
  let office: Caller;
  let observed: UnderObservation;
  beforeAll(async () => {
    resident = await community.signIn('resident', 1);
    worker = await community.signIn('worker', 1);
    colleague = await community.signIn('worker', 2);
    office = await community.signIn('office');
    observed = await observe(community, 4);
  });
  const placed = async (changes: Partial<OrderBody> = trash) =>
    (await resident.gets('placeRequest', { body: await orderOf(resident, changes) })).id;
  const count = () => community.running.context.connection.collection('requests').countDocuments();
  /** What is wrong with an order, while nothing of it is kept. */
  const faultsOf = async (changes: Partial<OrderBody>) => {
    const before = await count();
    const answer = await resident.calls('placeRequest', { body: await orderOf(resident, changes) });
    expect([answer.status, await count()]).toEqual([422, before]);
    return answer.problem.errors;
  };
  /** The same of a step, which leaves the errand as it was. */
  const faultsOfStep = async (id: string, action: Parameters<typeof act>[2], input: object) => {
    const before = await errandDoc(community, id);
    const answer = await act(worker, id, action, { ...input });
    expect([answer.status, await errandDoc(community, id)]).toEqual([422, before]);
    return answer.problem.errors;
  };

  it('0 and 10,000 bags, half a bag, 41 and 400 lines, a budget of less than nothing and of a fortune', async () => {
    const bags = (n: unknown) => ({ kind: 'trash' as const, details: { bags: n, infectious: false } });
    expect(await faultsOf(bags(0))).toEqual([
      { path: 'details.bags', code: 'tooSmall', params: { minimum: 1 } },
    ]);
    expect(await faultsOf(bags(10_000))).toEqual([
      { path: 'details.bags', code: 'tooBig', params: { maximum: 20 } },
    ]);
    for (const wrong of [1.5, '2', null, { $gt: 0 }, Number.MAX_SAFE_INTEGER])
      expect((await faultsOf(bags(wrong))).map(({ path }) => path)).toEqual(['details.bags']);
    const [line] = groceries.lines;
    for (const many of [41, 400])
      expect(await faultsOf({ details: { lines: Array.from({ length: many }, () => line) } })).toEqual([
        { path: 'details.lines', code: 'tooMany', params: { maximum: 40 } },
      ]);
    expect(await faultsOf({ details: { lines: [] } })).toEqual([
      { path: 'details.lines', code: 'tooFew', params: { minimum: 1 } },
    ]);
    expect(await faultsOf({ details: { ...groceries, budgetFen: -100 } })).toEqual([
      { path: 'details.budgetFen', code: 'tooSmall', params: { minimum: 0 } },
    ]);
    expect(await faultsOf({ details: { ...groceries, budgetFen: 200_001 } })).toEqual([
      { path: 'details.budgetFen', code: 'tooBig', params: { maximum: 200_000 } },
    ]);
  });

  it('a note of pictures alone, of blanks, too long; what looks like a script is a text like any other', async () => {
    for (const note of ['😀', '👍👍', '。。。', '　'])
      expect([note, (await faultsOf({ note })).map(({ path }) => path)]).toEqual([note, ['note']]);
    expect((await faultsOf({ note: '长'.repeat(201) })).map(({ code }) => code)).toEqual(['tooLong']);
    const script = '<script>alert(1)</script><img src=x onerror=alert(1)>{{1}}';
    const id = await placed({ note: script });
    expect((await errandSeenBy(worker, id)).note).toBe(script);
    const answer = await worker.calls('getRequest', { params: { id } });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    await act(worker, id, 'accept');
    const asked = await act(worker, id, 'ask', { text: script });
    expect([asked.status, asked.body.question]).toEqual([200, script]);
    await act(resident, id, 'cancel', { reason: script });
  });

  it('a price of −1 yuan or of ten thousand, a mark at a line that is not there, a try in the past', async () => {
    const id = await placed({});
    await act(worker, id, 'accept');
    expect(await faultsOfStep(id, 'buy', { amountFen: -100 })).toEqual([
      { path: 'input.amountFen', code: 'tooSmall', params: { minimum: 0 } },
    ]);
    expect((await faultsOfStep(id, 'buy', { amountFen: 1_000_001 })).map(({ code }) => code)).toEqual([
      'tooBig',
    ]);
    expect((await faultsOfStep(id, 'buy', { amountFen: 1.5 })).map(({ path }) => path)).toEqual([
      'input.amountFen',
    ]);
    expect((await faultsOfStep(id, 'mark', { lines: [9], as: 'got' })).map(({ path }) => path)).toEqual([
      'input.lines.0',
    ]);
    expect((await faultsOfStep(id, 'decline', { reason: '😷' })).map(({ path }) => path)).toEqual([
      'input.reason',
    ]);
    await act(resident, id, 'cancel', { reason: '不要了' });
  });

  it('an SVG that is called a photo, a photo of 60 MB, and half a photo prove no delivery', async () => {
    const id = await placed();
    await act(worker, id, 'accept');
    await act(worker, id, 'leave');
    const whole = await photoOf();
    const brings = (bytes: Buffer) =>
      worker.calls('uploadFile', {
        query: { use: 'evidence' },
        file: { name: 'photo.jpg', bytes },
      });
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const half = whole.bytes.subarray(0, whole.bytes.length / 2);
    const codes = [];
    for (const bytes of [svg, Buffer.alloc(60_000_000, 0xff), half]) {
      const { status, problem } = await brings(bytes);
      codes.push([status, problem.errors[0]?.code]);
    }
    expect(codes).toEqual([
      [422, 'file.kind'],
      [413, 'tooBig'],
      [422, 'file.broken'],
    ]);
    const nothing = { disinfectedTwice: true, photoFileId: 'f'.repeat(24) };
    expect(await faultsOfStep(id, 'deliver', nothing)).toEqual([
      { path: 'input.photoFileId', code: 'file.unknown' },
    ]);
    expect((await faultsOfStep(id, 'deliver', { doorCode: '12' })).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['input.doorCode', 'input.disinfectedTwice']),
    );
    await act(resident, id, 'confirm');
  });

  it('a tap on an old screen changes nothing and says who was faster; on somebody else’s errand it finds nothing', async () => {
    const id = await placed();
    await act(colleague, id, 'accept');
    const before = await errandDoc(community, id);
    const late = await act(worker, id, 'accept', {}, { seenVersion: 1 });
    expect(late.problem).toMatchObject({
      ...{ status: 409, code: 'request.movedOn' },
      params: { state: 'accepted', action: 'accept', by: expect.stringMatching(/./) },
    });
    const older = await act(colleague, id, 'leave', {}, { seenVersion: 1 });
    expect(older.code).toBe('request.movedOn');
    const newer = await act(colleague, id, 'leave', {}, { seenVersion: 99 });
    expect(newer.code).toBe('request.movedOn');
    const neighbour = await community.signIn('resident', 2);
    const elsewhere = await community.signIn('worker', 40);
    for (const stranger of [neighbour, elsewhere])
      expect((await act(stranger, id, 'cancel', { reason: '试试' })).code).toBe('notFound');
    const nowhere = { params: { id: 'f'.repeat(24), action: 'accept' as const }, body: { seenVersion: 1 } };
    expect((await worker.calls('actOnRequest', nowhere)).code).toBe('notFound');
    const unknown = { params: { id, action: 'explode' as never }, body: { seenVersion: 2 } };
    expect((await worker.calls('actOnRequest', unknown)).status).toBe(422);
    expect(await errandDoc(community, id)).toEqual(before);
    await act(colleague, id, 'decline', { reason: '换人' });
    await act(resident, id, 'cancel', { reason: '不要了' });
  });

  it('of a worker whose membership ended while holding six nothing stays in nobody’s hands', async () => {
    await community.timeIs(at('10:00', '2026-11-23'));
    const home = await community.signIn('resident', 3);
    const leaving = await community.signIn('worker', 3);
    const ids: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      const body = await orderOf(home, i < 2 ? trash : {});
      const { id } = await home.gets('placeRequest', { body });
      expect((await act(leaving, id, 'accept')).status).toBe(200);
      if (i >= 2) expect((await act(leaving, id, 'buy', { amountFen: 100 })).status).toBe(200);
      if (i >= 4) expect((await act(leaving, id, 'leave')).status).toBe(200);
      ids.push(id);
    }
    const { items: staff } = await office.gets('listStaff', { query: { role: 'worker', limit: 100 } });
    const own = staff.find(({ id }) => id === leaving.session.account.active);
    await office.gets('endMembership', {
      params: { id: own?.id ?? '' },
      body: { seenVersion: own?.version ?? 0, reason: 'left' },
    });
    await eventually(
      () => leaving.calls('getWorklist'),
      ({ code }) => code === 'session.stale',
    );
    expect((await act(leaving, ids[0] ?? '', 'leave')).code).toBe('session.stale');
    // Somebody else answers for all six at once.
    for (const id of ids) {
      const { responsible } = await errandSeenBy(office, id);
      expect([responsible.name === '', responsible.account === leaving.accountId]).toEqual([false, false]);
    }
    // What was not bought goes back to the pool with its lease.
    await community.timeIs(at('10:31', '2026-11-23'));
    for (const id of ids.slice(0, 2)) {
      await eventually(
        () => errandSeenBy(office, id),
        ({ state, holder }) => state === 'assigned' && holder === null,
      );
      expect((await act(colleague, id, 'accept')).status).toBe(200);
      expect((await act(colleague, id, 'leave')).status).toBe(200);
    }
    // The goods are somewhere: the ladder tells, and the office names who carries on.
    await community.timeIs(at('12:01', '2026-11-23'));
    for (const id of ids.slice(2)) {
      await eventually(
        () => errandDoc(community, id),
        ({ history }) => history.some(({ rung }) => rung?.endsWith('Leader')),
      );
      const { items } = await office.gets('listCarriers', { params: { id } });
      expect(items.map(({ accountId }) => accountId)).not.toContain(leaving.accountId);
      const named = { accountId: colleague.accountId, reason: '离职' };
      expect((await act(office, id, 'reassign', named)).status).toBe(200);
    }
    for (const id of ids) {
      const doc = await errandDoc(community, id);
      if (doc.state !== 'onTheWay') expect((await act(colleague, id, 'leave')).status).toBe(200);
      expect((await act(home, id, 'confirm')).body.state).toBe('closed');
    }
  });

  it('for a resident who was released meanwhile it goes on, and new ones are taken', async () => {
    const { resident: home, worker: own } = observed;
    await community.timeIs(at('13:00', '2026-12-05'));
    const about = { residentId: observed.residentId };
    const { id } = await home.gets('placeRequest', { body: await orderOf(home, { ...trash, about }) });
    expect((await act(own, id, 'accept')).status).toBe(200);
    await check(observed);
    await community.timeIs(at('00:05', '2026-12-06'));
    await office.gets('releaseObservation', {
      params: { id: observed.id },
      body: { seenVersion: (await observed.now()).version },
    });
    expect(await errandSeenBy(home, id)).toMatchObject({
      details: trash.details,
      residentId: about.residentId,
    });
    // Its first lease is over by then.
    await eventually(
      () => errandSeenBy(own, id),
      ({ state }) => state === 'assigned',
    );
    expect((await act(own, id, 'accept')).status).toBe(200);
    expect((await act(own, id, 'leave')).status).toBe(200);
    const { doorCode } = await errandSeenBy(home, id);
    const proof = { disinfectedTwice: true, doorCode };
    expect((await act(own, id, 'deliver', proof)).body.state).toBe('delivered');
    expect((await act(home, id, 'confirm')).body.closedBy).toBe('resident');
    const again = await home.calls('placeRequest', { body: await orderOf(home, { ...trash, about }) });
    expect(again.status).toBe(201);
  });
});
