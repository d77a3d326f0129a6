import { tipsADay } from '@shared/returns/tip';
import type { ReturnView } from '@shared/returns/view';
import { Types } from 'mongoose';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { declarationOf, documentOf, familyOf, leftArea, personOf } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const collection = (name: string) => community.running.context.connection.collection(name);
const communityOf = (caller: Caller): string => caller.session.account.memberships[0]?.communityId ?? '';

/** A door of a building of 城南社区. */
async function doorIn(building: string) {
  const office = await community.signIn('office');
  const { items } = await office.gets('listDwellings', { query: { building, limit: 3 } });
  return items[2] as NonNullable<(typeof items)[number]>;
}

const journey = {
  origin: { divisionCode: '610100' },
  leftAt: '2026-11-22T03:00:00+08:00',
  arrivedAt: '2026-11-22T09:00:00+08:00',
  transport: { kind: 'car' as const, number: '陕A00002' },
};

describe('a neighbour tells of somebody who came back', () => {
  const note = '昨晚 10 点多，501 有人拖着箱子回来';

  it('the worker calls, fills in who it is, and confirms; the household never learns who told', async () => {
    const door = await doorIn('8');
    const neighbour = await community.signIn('resident', 8);
    const worker = await community.signIn('worker', 8);
    const key = uuidV7();
    const body = { dwellingId: door.id, relation: 'neighbour' as const, note };
    const told = await neighbour.gets('tipReturn', { body, key });
    expect(told.responsible).toMatchObject({ account: worker.accountId });
    expect((await neighbour.gets('tipReturn', { body, key })).id).toBe(told.id);
    expect((await neighbour.calls('tipReturn', { body: { ...body, note: '别的' }, key })).code).toBe(
      'key.reused',
    );

    // Who told sees nothing of it; neither does a household.
    expect((await neighbour.calls('getReturn', { params: { id: told.id } })).status).toBe(404);
    const { items } = await worker.gets('getWorklist');
    expect(items.find(({ id }) => id === told.id)).toMatchObject({ title: { code: 'return.tipped' } });
    const seen = await worker.gets('getReturn', { params: { id: told.id } });
    expect(seen).toMatchObject({
      source: 'tip',
      tip: { relation: 'neighbour', note },
      leftAt: null,
      transport: { kind: null },
      actions: ['update', 'reject'],
    });
    expect(JSON.stringify(seen)).not.toContain(neighbour.accountId);
    const stored = await collection('returns').findOne({ _id: new Types.ObjectId(told.id) });
    expect(JSON.stringify(stored)).not.toContain(note);

    const early = await worker.calls('verifyReturn', {
      params: { id: told.id },
      body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
    });
    expect(early.code).toBe('return.incomplete');
    const filled = await worker.gets('updateReturn', {
      params: { id: told.id },
      body: {
        seenVersion: 1,
        name: '韩归来',
        document: { kind: 'residentId', number: documentOf(51_000) },
        phone: '19912340051',
        ...journey,
      },
    });
    expect(filled).toMatchObject({ version: 2, actions: ['update', 'confirm', 'reject', 'offer'] });
    const { returns } = await worker.gets('verifyReturn', {
      params: { id: told.id },
      body: { decision: 'confirm', seenVersion: 2, startEvent: leftArea },
    });
    expect(returns[0]).toMatchObject({ state: 'verified', observation: { slotCount: 28 } });
    const person = await collection('residents').findOne({ _id: new Types.ObjectId(returns[0]?.residentId) });
    expect([person?.surname, person?.provisional]).toEqual(['韩', false]);
    const toTeller = { accountId: new Types.ObjectId(neighbour.accountId), 'about.id': told.id };
    expect(await collection('messages').countDocuments(toTeller)).toBe(0);
  });

  it('who declares behind that door joins the tip: one return a person', async () => {
    const resident = await community.signIn('resident', 9);
    const { household } = await resident.gets('getMe');
    const landlord = await community.stranger('o-landlord');
    const tip = await landlord.gets('tipReturn', {
      body: {
        dwellingId: household?.dwellingId ?? '',
        name: household?.people[0]?.name ?? '',
        relation: 'landlord',
        note: '租客说今天回来',
      },
    });
    const family = await familyOf(resident);
    const { returns } = await resident.gets('declareReturn', { body: family });
    const joined = returns.find(({ id }) => id === tip.id) as ReturnView;
    expect(joined).toMatchObject({ source: 'self', tip: null, actions: ['update', 'withdraw'] });
    expect(joined.person.name).toBe(household?.people[0]?.name);
    expect(returns).toHaveLength(family.people.length);
    expect(new Set(returns.map(({ partyId }) => partyId)).size).toBe(1);
    const worker = await community.signIn('worker', 9);
    expect((await worker.gets('getReturn', { params: { id: tip.id } })).tip).toMatchObject({
      relation: 'landlord',
    });
  });

  it('nobody tells without end', async () => {
    const busy = await community.stranger('o-busybody');
    const door = await doorIn('10');
    const body = { dwellingId: door.id, relation: 'other' as const, note: '又有人' };
    for (let n = 0; n < tipsADay; n += 1) await busy.gets('tipReturn', { body });
    expect((await busy.calls('tipReturn', { body })).code).toBe('tooManyRequests');
  });
});

describe('somebody stands at the desk', () => {
  it('is found in the roster by name and document, with the temperature taken there', async () => {
    const desk = await community.signIn('office');
    const door = await doorIn('11');
    const reading = {
      celsius: 36.6,
      method: 'ear' as const,
      takenAt: '2026-11-22T09:58:00+08:00',
      medicine: false,
    };
    const { returns } = await desk.gets('declareReturn', {
      body: declarationOf({
        dwellingId: door.id,
        source: 'desk',
        people: [{ ...personOf('杨在场', 0, 52_000), reading }],
      }),
    });
    expect(returns[0]).toMatchObject({
      source: 'desk',
      reading: { celsius: 36.6 },
      person: { name: '杨**' },
    });
    const kept = await collection('extraReadings').findOne({
      'about.id': new Types.ObjectId(returns[0]?.id),
    });
    expect(kept).toMatchObject({ filledBy: 'workerDoor', method: 'ear' });
    // Whoever serves at the desk is not taken for the person who stands there.
    expect((await desk.refreshes()).session.account.memberships).toHaveLength(1);
  });
});

describe('a posted notice', () => {
  it('leads a stranger to the declaration at that building, who then sees it', async () => {
    const stranger = await community.stranger('o-notice');
    const office = await community.signIn('office');
    const buildings = await stranger.gets('listBuildings', { params: { id: communityOf(office) } });
    expect(buildings.items.length).toBeGreaterThan(1);
    const door = await doorIn('12');
    const { partyId } = await stranger.gets('declareReturn', {
      body: declarationOf({
        dwellingId: door.id,
        source: 'noticeQr',
        people: [personOf('朱扫码', 0, 53_000)],
      }),
    });
    const { session } = await stranger.refreshes();
    expect(session.account.memberships).toMatchObject([{ partyId, role: 'resident' }]);
  });
});

describe('an address that is in no list', () => {
  const address = { estate: '城南小区南区', building: '17', unit: '3', floor: '9', room: '999' };

  it('waits for the office, which makes the door; then its worker has the whole time', async () => {
    const stranger = await community.stranger('o-unplaced');
    const office = await community.signIn('office');
    const worker = await community.signIn('worker', 17);
    const people = [personOf('秦新址', 0, 54_000), personOf('秦随行', 1, 54_000)];
    const { returns } = await stranger.gets('declareReturn', {
      body: declarationOf({ communityId: communityOf(office), address, people }),
    });
    const [first] = returns as [ReturnView];
    const params = { id: first.id };
    expect(first).toMatchObject({ dwellingId: null, responsible: { account: office.accountId } });
    expect((await worker.calls('getReturn', { params })).status).toBe(404);
    const early = await office.calls('verifyReturn', {
      params,
      body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
    });
    expect(early.code).toBe('return.unplaced');

    await community.timeIs('2026-11-22T11:30:00+08:00');
    const key = uuidV7();
    const sent = { params, body: { seenVersion: 1, address }, key };
    const { returns: placed } = await office.gets('placeAddress', sent);
    expect((await office.gets('placeAddress', sent)).returns.map(({ version }) => version)).toEqual([2, 2]);
    expect(placed.map(({ door, responsible }) => [door, responsible.account])).toEqual(
      Array(2).fill(['17-3-999', worker.accountId]),
    );
    expect(placed[0]?.dueAt).toMatch(/^2026-11-22T05:30/);
    const { items } = await worker.gets('getWorklist');
    expect(items.find(({ id }) => id === first.id)).toMatchObject({ title: { params: { people: 2 } } });
    const told = { accountId: new Types.ObjectId(worker.accountId), 'about.id': first.id };
    expect(await collection('messages').countDocuments(told)).toBe(1);

    // The household, its people and what listens to them have moved along.
    const household = await collection('households').findOne({ _id: new Types.ObjectId(first.householdId) });
    expect([household?.door, String(household?.dwellingId)]).toEqual(['17-3-999', placed[0]?.dwellingId]);
    const stored = await collection('returns').findOne({ _id: new Types.ObjectId(first.id) });
    expect(stored?.audience).toContain(`grid:${String(stored?.gridId)}`);
    const own = await stranger.refreshes();
    expect((await own.gets('getResponsible', { params: { id: placed[0]?.dwellingId ?? '' } })).account).toBe(
      worker.accountId,
    );
    const { returns: verified } = await worker.gets('verifyReturn', {
      params,
      body: { decision: 'confirm', seenVersion: 2, party: true, startEvent: leftArea },
    });
    expect(verified.map(({ state }) => state)).toEqual(['verified', 'verified']);
  });
});

describe('when somebody arrives', () => {
  const declare = async (n: number, leftAt: string, arrivedAt: string) => {
    const stranger = await community.stranger(`o-time-${n}`);
    const door = await doorIn('13');
    return stranger.calls('declareReturn', {
      body: declarationOf({
        dwellingId: door.id,
        leftAt,
        arrivedAt,
        people: [personOf('许有时', 0, 55_000 + n * 10)],
      }),
    });
  };

  it.each([
    [1, '2026-11-24T09:00:00+08:00', '2026-11-24T11:50:00+08:00', null, false],
    [2, '2026-11-24T09:00:00+08:00', '2026-11-24T12:30:00+08:00', 'time.tooLate', false],
    [3, '2026-10-23T09:00:00+08:00', '2026-10-23T13:00:00+08:00', null, true],
    [4, '2026-10-23T09:00:00+08:00', '2026-10-23T11:00:00+08:00', 'time.tooEarly', false],
    [5, '2026-11-20T09:00:00+08:00', '2026-11-21T11:00:00+08:00', null, true],
    [6, '2026-11-20T09:00:00+08:00', '2026-11-21T13:30:00+08:00', null, false],
  ] as const)('%d: from %s to %s is %s, late %s', async (n, leftAt, arrivedAt, code, late) => {
    await community.timeIs('2026-11-22T12:00:00+08:00');
    const answer = await declare(n, leftAt, arrivedAt);
    if (code) expect(answer.problem.errors).toMatchObject([{ path: 'arrivedAt', code }]);
    else expect(answer.body.returns[0]?.late).toBe(late);
  });

  it('confirmed the day before, is observed from the first day at home', async () => {
    const arrivedAt = '2026-11-23T18:00:00+08:00';
    const { body } = await declare(7, '2026-11-23T09:00:00+08:00', arrivedAt);
    const worker = await community.signIn('worker', 13);
    const confirm = (at: string, kind: 'leftArea' | 'atHome') =>
      worker.calls('verifyReturn', {
        params: { id: body.returns[0]?.id ?? '' },
        body: { decision: 'confirm', seenVersion: 1, startEvent: { kind, at } },
      });
    for (const [at, kind, code] of [
      ['2026-11-24T09:00:00+08:00', 'atHome', 'time.tooLate'],
      ['2026-11-22T09:00:00+08:00', 'leftArea', 'time.order'],
      ['2026-11-22T11:00:00+08:00', 'atHome', 'time.order'],
      ['2026-11-24T11:00:00+08:00', 'leftArea', 'time.tooLate'],
    ] as const)
      expect((await confirm(at, kind)).problem.errors).toEqual([{ path: 'startEvent.at', code }]);
    const { body: confirmed } = await confirm(arrivedAt, 'atHome');
    expect(confirmed.returns[0]).toMatchObject({
      state: 'verified',
      observation: { lastDay: '2026-12-06', slotCount: 28 },
    });
    const { items } = await worker.gets('listObservations', {
      query: { residentId: body.returns[0]?.residentId ?? '' },
    });
    expect(items[0]).toMatchObject({ firstDay: '2026-11-23', day: 0, daysLeft: 14 });
  });
});

describe('how somebody feels, after declaring', () => {
  it('is added with a reason; a fever that was said stays one until a worker has asked', async () => {
    const resident = await community.signIn('resident', 14);
    const worker = await community.signIn('worker', 14);
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    const params = { id: returns[0]?.id ?? '' };
    const reading = (celsius: number) => ({
      celsius,
      method: 'forehead' as const,
      takenAt: '2026-11-22T11:50:00+08:00',
      medicine: false,
    });
    const without = await resident.calls('updateReturn', {
      params,
      body: { seenVersion: 1, reading: reading(38.1) },
    });
    expect(without.problem.errors).toEqual([{ path: 'reason', code: 'required' }]);
    const ill = await resident.gets('updateReturn', {
      params,
      body: { seenVersion: 1, reading: reading(38.1), symptoms: ['dryCough'], reason: '到家后发烧了' },
    });
    expect(ill).toMatchObject({ urgency: 'fever', reading: { celsius: 38.1 }, symptoms: ['dryCough'] });
    expect((await worker.gets('getWorklist')).items[0]).toMatchObject({ urgency: 'fever' });
    const taken = await resident.gets('updateReturn', {
      params,
      body: { seenVersion: 2, reading: reading(36.5), symptoms: [], reason: '刚才量错了' },
    });
    expect(taken.urgency).toBe('fever');
    const asked = await worker.gets('updateReturn', {
      params,
      body: { seenVersion: 3, reading: reading(36.6), symptoms: [], reason: '电话问过，重量了' },
    });
    expect(asked.urgency).toBe('normal');
    const kept = await collection('extraReadings')
      .find({ 'about.id': new Types.ObjectId(params.id) })
      .toArray();
    expect(kept.map(({ celsius }) => celsius)).toEqual([38.1, 36.5, 36.6]);
    const stored = await collection('returns').findOne({ _id: new Types.ObjectId(params.id) });
    expect(JSON.stringify(stored?.history)).not.toContain('刚才量错了');
  });
});

describe('who joins a family', () => {
  it('sees the one they named, not the others; and those they name later', async () => {
    const door = await doorIn('15');
    const people = [0, 1, 2].map((i) => personOf(`曹${'甲乙丙'[i]}`, i, 56_000));
    const [first, second] = [await community.stranger('o-first'), await community.stranger('o-second')];
    const { partyId } = await first.gets('declareReturn', {
      body: declarationOf({ dwellingId: door.id, people }),
    });
    const alone = people
      .slice(1, 2)
      .map((person) => ({ ...person, relation: 'self' as const, phone: '19912340056' }));
    const joined = await second.gets('declareReturn', {
      body: declarationOf({ dwellingId: door.id, people: alone }),
    });
    expect(joined.partyId).toBe(partyId);
    const sees = async (caller: Caller) =>
      (await (await caller.refreshes()).gets('listReturns')).items.map(({ person }) => person.name).sort();
    expect(await sees(second)).toEqual(['曹乙']);
    expect(await sees(first)).toEqual(['曹丙', '曹乙', '曹甲'].sort());
    const others = await (await first.refreshes()).gets('listReturns');
    const hidden = others.items.find(({ person }) => person.name === '曹甲');
    const looked = await (await second.refreshes()).calls('getReturn', { params: { id: hidden?.id ?? '' } });
    expect(looked.status).toBe(404);
    const more = [...alone, { ...(people[2] as (typeof people)[number]), relation: 'child' as const }];
    await second.gets('declareReturn', { body: declarationOf({ dwellingId: door.id, people: more }) });
    expect(await sees(second)).toEqual(['曹丙', '曹乙'].sort());
  });
});
