import { caseKindNames, caseKindOf } from '@shared/requests/kinds';
import { Types } from 'mongoose';
import type { GridDoc } from '../../api/grids';
import { rekeyRequests } from '../../api/requests';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { accountOf } from '../kit/accountOf';
import { type Caller, callerOf } from '../kit/caller';
import { actingOnCase, caseDoc, caseOf, caseSeenBy, raises, saidOf } from '../kit/cases';
import { eventually } from '../kit/eventually';
import { homeOf, mandateOf, signInFrom } from '../kit/mandates';
import { photoOf } from '../kit/photos';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = actingOnCase(community);
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;
const heard = async (caller: Caller, id: string) =>
  (await caller.gets('listNotices', { query: { limit: 100 } })).items
    .filter(({ about }) => about.id === id)
    .map(({ code }) => code)
    .reverse();
const status = async (caller: Caller, id: string) =>
  (await caller.calls('getRequest', { params: { id } })).status;
const atHome = caseKindNames.filter((name) => caseKindOf(name).raisedBy.includes('household'));

describe('a case', () => {
  let resident: Caller;
  let worker: Caller;
  let health: Caller;
  let leader: Caller;
  let office: Caller;
  let counsellor: Caller;
  beforeAll(async () => {
    resident = await community.signIn('resident', 1);
    worker = await community.signIn('worker', 1);
    health = await community.signIn('health');
    leader = await community.signIn('leader', 1);
    office = await community.signIn('office');
    counsellor = await community.signIn('counsellor');
  });
  beforeEach(() => community.timeIs(at('10:00')));

  const photo = async () =>
    (await resident.gets('uploadFile', { query: { use: 'order' }, file: await photoOf() })).id;

  it('of every kind that a household raises has one who answers, a clock and the words it was raised with, sealed', async () => {
    for (const kind of atHome as (keyof typeof saidOf)[]) {
      const fileIds = caseKindOf(kind).hasPhotos ? [await photo()] : [];
      const raised = await raises(resident, await caseOf(resident, kind, { fileIds, note: '请快一点' }));
      expect(raised).toMatchObject({
        ...{ kind, life: 'case', state: 'raised', version: 1, details: saidOf[kind], note: '请快一点' },
        ...{ outcome: null, fileIds, channel: 'app', isAnonymous: false },
        actions: caseKindOf(kind).mayWithdraw ? ['withdraw'] : [],
      });
      expect(raised.responsible.name).not.toBe('');
      expect(raised.dueAt).not.toBeNull();
      const doc = await caseDoc(community, raised.id);
      expect(doc.nextStepAt).toBeInstanceOf(Date);
      const stored = JSON.stringify(doc);
      for (const text of Object.values(saidOf[kind]))
        if (typeof text === 'string' && /[^\x20-\x7f]/.test(text)) expect(stored).not.toContain(text);
      expect(stored).not.toContain('请快一点');
    }
  });

  it('goes from being raised to its outcome, and the household hears each time', async () => {
    const { id, responsible } = await raises(resident, await caseOf(resident, 'feelingUnwell'));
    expect(responsible.account).toBe(health.accountId);
    expect(await heard(health, id)).toEqual(['case.raised']);
    expect((await act(worker, id, 'acknowledge')).status).toBe(403);
    expect((await act(health, id, 'acknowledge')).status).toBe(200);
    // Nobody answered: it is not looked into yet.
    expect((await act(health, id, 'handle', { step: 'call', result: 'noAnswer' })).code).toBe(
      'request.nobodyReached',
    );
    expect((await act(health, id, 'handle', { step: 'advice', result: 'reached' })).problem.errors).toEqual([
      { path: 'input.result', code: 'choice' },
    ]);
    expect((await act(health, id, 'handle', { step: 'testResult', result: 'positive' })).code).toBe(
      'input.invalid',
    );
    await act(health, id, 'handle', { step: 'advice', result: 'rest', text: '多喝水' });
    await act(health, id, 'handle', { step: 'houseCall', result: 'seen' });
    expect((await act(health, id, 'close', { outcome: 'central' })).problem.errors).toEqual([
      { path: 'input.outcome', code: 'choice' },
    ]);
    const closed = await act(health, id, 'close', { outcome: 'recovered', text: '内部' });
    expect(closed.body).toMatchObject({ state: 'closed', outcome: 'recovered' });
    const seen = await caseSeenBy(resident, id);
    expect(seen.steps.map(({ step, result, text }) => [step, result, text])).toEqual([
      [null, null, null],
      [null, null, null],
      ['advice', 'rest', null],
      ['houseCall', 'seen', null],
      [null, null, null],
    ]);
    expect([seen.answer, seen.actions]).toEqual([null, ['reopen']]);
    expect(await heard(resident, id)).toEqual(['case.acknowledge', 'case.close']);
    expect((await act(resident, id, 'reopen', { reason: '又晕了' })).body.state).toBe('raised');
  });

  it('may be taken back by whoever raised it until somebody looks into it, never a crisis', async () => {
    const first = await raises(resident, await caseOf(resident, 'suddenEvent'));
    expect((await act(worker, first.id, 'withdraw')).status).toBe(403);
    const back = await act(resident, first.id, 'withdraw', { reason: '已经好了' });
    expect(back.body).toMatchObject({ state: 'closed', outcome: 'withdrawn', dueAt: null });
    expect(await heard(worker, first.id)).toEqual(['case.raised', 'case.withdraw']);
    const second = await raises(resident, await caseOf(resident, 'suddenEvent'));
    await act(worker, second.id, 'acknowledge');
    await act(worker, second.id, 'handle', { text: '在路上' });
    expect((await act(resident, second.id, 'withdraw')).status).toBe(409);
    const crisis = await raises(resident, await caseOf(resident, 'mentalCrisis'));
    expect((await act(resident, crisis.id, 'withdraw')).status).toBe(403);
    await act(counsellor, crisis.id, 'acknowledge');
  });

  it('that nobody acknowledges climbs to the leader and becomes the office’s, and waits for no household', async () => {
    const { id } = await raises(resident, await caseOf(resident, 'suddenEvent'));
    await community.timeIs(at('10:11'));
    const climbed = await eventually(
      () => caseSeenBy(office, id),
      ({ steps }) => steps.some(({ rung }) => rung === 'leader'),
    );
    expect(climbed.told.map(({ occasion }) => occasion.split(':')[1])).toContain('leader');
    expect(climbed.responsible.account).toBe(worker.accountId);
    await community.timeIs(at('10:21'));
    const moved = await eventually(
      () => caseSeenBy(office, id),
      ({ steps }) => steps.some(({ rung }) => rung === 'office'),
    );
    expect(moved.responsible.account).toBe(office.accountId);
    expect((await act(office, id, 'acknowledge')).status).toBe(200);
  });

  it('of a dirty corner has a photo of before and one of after, read by whoever reads the case', async () => {
    const without = await caseOf(resident, 'hygieneSpot');
    expect((await resident.calls('placeRequest', { body: without })).problem.errors).toEqual([
      { path: 'fileIds.0', code: 'required' },
    ]);
    const fileIds = [await photo()];
    const { id } = await raises(resident, await caseOf(resident, 'hygieneSpot', { fileIds }));
    const look = (caller: Caller, file = fileIds[0] ?? '') =>
      caller.calls('readFile', { params: { id: file } });
    expect([(await look(worker)).status, (await look(await community.signIn('worker', 2))).status]).toEqual([
      200, 404,
    ]);
    await act(worker, id, 'acknowledge');
    await act(worker, id, 'handle', { step: 'cleaned', result: 'done' });
    expect((await act(worker, id, 'close', { outcome: 'clean' })).problem.errors).toEqual([
      { path: 'input.photoFileId', code: 'required' },
    ]);
    const after = await worker.gets('uploadFile', { query: { use: 'evidence' }, file: await photoOf() });
    const closed = await act(worker, id, 'close', {
      outcome: 'clean',
      photoFileId: after.id,
      text: '清掉了',
    });
    expect(closed.body.steps.at(-1)?.fileIds).toEqual([after.id]);
    expect((await caseSeenBy(resident, id)).answer).toBe('清掉了');
    expect((await look(resident, after.id)).status).toBe(200);
  });

  it('that is to be between two is read by whoever raised it, the health station and the counsellor; others know that somebody waits', async () => {
    const { id, responsible } = await raises(
      resident,
      await caseOf(resident, 'mentalSupport', { note: '别告诉家里人' }),
    );
    expect(responsible.account).toBe(counsellor.accountId);
    for (const caller of [resident, health, counsellor])
      expect(await caseSeenBy(caller, id)).toMatchObject({
        details: saidOf.mentalSupport,
        note: '别告诉家里人',
      });
    await act(counsellor, id, 'acknowledge');
    await act(counsellor, id, 'note', { text: '约了下午' });
    for (const caller of [worker, leader, office]) {
      const seen = await caseSeenBy(caller, id);
      expect(seen).toMatchObject({ details: null, note: null, steps: [], told: [] });
    }
    expect((await caseSeenBy(health, id)).steps.at(-1)?.text).toBe('约了下午');
    const { items, counts } = await counsellor.gets('getWorklist', { query: { limit: 100 } });
    expect(items.find((item) => item.id === id)).toMatchObject({
      title: { code: 'mentalSupport.acknowledged' },
      mine: true,
    });
    expect(counts.cases).toBeGreaterThan(0);
    // Nothing else of the community is theirs.
    const other = await raises(resident, await caseOf(resident, 'suddenEvent'));
    expect(await status(counsellor, other.id)).toBe(404);
    expect(await heard(resident, id)).toEqual(['case.acknowledge']);
  });

  it('that is to be between two shows others neither what was done nor what came of it, but for their own steps and while they answer for it', async () => {
    const { id } = await raises(resident, await caseOf(resident, 'mentalSupport'));
    await act(counsellor, id, 'acknowledge');
    await act(counsellor, id, 'note', { step: 'call', result: 'noAnswer', text: '明天再打' });
    for (const caller of [worker, leader, office])
      expect(await caseSeenBy(caller, id)).toMatchObject({ state: 'acknowledged', steps: [], told: [] });
    // The search ends with the office: now it has to know what was tried, and reads no word of what was said.
    await act(office, id, 'take');
    const taken = await caseSeenBy(office, id);
    expect(taken.details).toBeNull();
    expect(taken.steps.map(({ step, result, text }) => [step, result, text])).toContainEqual([
      ...['call', 'noAnswer', null],
    ]);
    await act(office, id, 'handle', { step: 'wechat', result: 'talked' });
    await act(office, id, 'reassign', { accountId: counsellor.accountId, reason: '还是您来' });
    await act(counsellor, id, 'close', { outcome: 'better' });
    expect((await caseSeenBy(office, id)).steps.map(({ action }) => action)).toEqual([
      ...['take', 'handle', 'reassign'],
    ]);
    for (const caller of [worker, leader, office])
      expect(await caseSeenBy(caller, id)).toMatchObject({ state: 'closed', outcome: null });
    for (const caller of [resident, health, counsellor])
      expect((await caseSeenBy(caller, id)).outcome).toBe('better');
    const { items } = await office.gets('listRequests', { query: { life: 'case', limit: 100 } });
    expect(items.find((one) => one.id === id)).toMatchObject({ outcome: null });
  });

  it('that is private is neither seen nor heard of by the others at home, nor by whoever acts for them', async () => {
    const { id: householdId, me } = await homeOf(resident);
    const phone = '19912345001';
    await resident.gets('createMandate', {
      body: await mandateOf(resident, phone, { scopes: ['report', 'order'] }),
    });
    const child = await signInFrom(community, phone);
    const open = await raises(child, {
      ...{ kind: 'suddenEvent', about: { householdId }, details: saidOf.suddenEvent, channel: 'app' },
    });
    const own = await raises(resident, await caseOf(resident, 'mentalSupport'));
    const theirs = await raises(child, await caseOf(resident, 'mediation', { about: { residentId: me } }));
    expect([await status(resident, open.id), await status(child, open.id)]).toEqual([200, 200]);
    expect([await status(child, own.id), await status(resident, theirs.id)]).toEqual([404, 404]);
    const { items } = await child.gets('listRequests', { query: { life: 'case', limit: 100 } });
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([open.id, theirs.id]));
    expect(items.map(({ id }) => id)).not.toContain(own.id);
    expect(await heard(child, own.id)).toEqual([]);
    // The counsellor calls; of the two at home who may read the log of this person it is told to the one who confided.
    const asked = { field: 'phone', reason: 'call' } as const;
    const { value } = await counsellor.gets('revealRequestPhone', { params: { id: own.id }, body: asked });
    expect(value).toMatch(/^\d{11}$/);
    const lines = async () =>
      (await resident.gets('getAccessLog', { params: { id: me } })).items.filter(
        ({ role }) => role === 'counsellor',
      ).length;
    expect(await lines()).toBe(1);
    const log = community.running.context.connection.collection('accessLog');
    const line = { 'about.id': new Types.ObjectId(own.id) };
    expect((await log.findOne(line))?.privateTo.equals(resident.accountId)).toBe(true);
    await log.updateOne(line, { $set: { privateTo: new Types.ObjectId() } });
    expect(await lines()).toBe(0);
  });

  it('that complains is not seen by the worker it may be about', async () => {
    const { id, responsible } = await raises(resident, await caseOf(resident, 'complaint'));
    expect(responsible.account).toBe(office.accountId);
    expect([await status(worker, id), await status(health, id)]).toEqual([404, 404]);
    expect([await status(leader, id), await status(office, id)]).toEqual([200, 200]);
    const { items } = await worker.gets('getWorklist', { query: { limit: 100 } });
    expect(items.map((item) => item.id)).not.toContain(id);
    // Written down by a worker: sent again after a lost reply it says what was said, and nothing of what came of it.
    const key = uuidV7();
    const body = await caseOf(resident, 'complaint', { channel: 'door' });
    const written = await worker.gets('placeRequest', { body, key });
    await act(office, written.id, 'acknowledge');
    await act(office, written.id, 'note', { text: '问过邻居' });
    const again = await worker.gets('placeRequest', { body, key });
    expect(again).toMatchObject({ id: written.id, state: 'raised' });
    expect(again.life === 'case' && again.steps).toHaveLength(1);
  });

  it('is raised by staff for somebody: at the door, at the desk, for a door nobody lives behind, for a place', async () => {
    const { me, id: householdId, dwellingId } = await homeOf(resident);
    const forThem = await raises(worker, await caseOf(resident, 'feelingUnwell', { channel: 'door' }));
    expect(forThem).toMatchObject({ residentId: me, householdId, channel: 'door' });
    expect((await caseSeenBy(resident, forThem.id)).actions).toEqual([]);
    expect((await act(worker, forThem.id, 'withdraw')).body.outcome).toBe('withdrawn');
    const private_ = await raises(worker, await caseOf(resident, 'mentalSupport', { channel: 'proxy' }));
    expect((await caseSeenBy(resident, private_.id)).details).toEqual(saidOf.mentalSupport);
    expect((await caseSeenBy(worker, private_.id)).details).toEqual(saidOf.mentalSupport);
    await act(counsellor, private_.id, 'acknowledge');
    await act(counsellor, private_.id, 'note', { text: '约了下午' });
    expect((await caseSeenBy(worker, private_.id)).steps.map(({ text }) => text)).not.toContain('约了下午');
    const desk = {
      channel: 'desk',
      caller: '门岗小周',
      details: saidOf.suddenEvent,
      kind: 'suddenEvent',
    } as const;
    const atDoor = await raises(office, { ...desk, about: { dwellingId } });
    expect(atDoor).toMatchObject({ householdId: null, caller: '门岗小周' });
    expect(await status(worker, atDoor.id)).toBe(200);
    expect(await status(resident, atDoor.id)).toBe(404);
    const somewhere = await raises(office, {
      ...desk,
      kind: 'unlistedAddress',
      details: saidOf.unlistedAddress,
      about: { place: '老街后面' },
    });
    expect(somewhere).toMatchObject({ door: '老街后面', responsible: { account: office.accountId } });
    const { items } = await office.gets('getWorklist', { query: { limit: 100 } });
    expect(items.find(({ id }) => id === somewhere.id)).toMatchObject({
      ...{ door: '老街后面', title: { params: { isAnonymous: false } } },
    });
    const neighbour = await community.signIn('resident', 2);
    const asks = await Promise.all([
      resident.calls('placeRequest', { body: { ...desk, channel: 'app', about: { place: '后面' } } }),
      neighbour.calls('placeRequest', { body: await caseOf(resident, 'feelingUnwell') }),
      resident.calls('placeRequest', { body: await caseOf(resident, 'unlistedAddress') }),
      resident.calls('placeRequest', {
        body: await caseOf(resident, 'feelingUnwell', { about: { householdId } }),
      }),
      worker.calls('placeRequest', { body: await caseOf(resident, 'feelingUnwell') }),
    ]);
    expect(asks.map(({ status, code }) => [status, code])).toEqual([
      [404, 'notFound'],
      [404, 'notFound'],
      [422, 'input.invalid'],
      [422, 'input.invalid'],
      [422, 'input.invalid'],
    ]);
  });

  it('is given only to somebody who may see it, and follows its door to another grid', async () => {
    const { dwellingId } = await homeOf(resident);
    const { id } = await raises(resident, await caseOf(resident, 'complaint'));
    const given = await act(leader, id, 'reassign', { accountId: worker.accountId, reason: '请他去' });
    expect(given.problem.errors).toEqual([{ path: 'input.accountId', code: 'person.unknown' }]);
    const own = await raises(resident, await caseOf(resident, 'mediation'));
    expect(
      (await act(leader, own.id, 'reassign', { accountId: worker.accountId, reason: '请他去' })).status,
    ).toBe(200);
    const atDoor = await raises(office, {
      ...{ kind: 'suddenEvent', channel: 'proxy', about: { dwellingId }, details: saidOf.suddenEvent },
    });
    const doc = await caseDoc(community, atDoor.id);
    const { context } = community.running;
    const next = await context.connection.collection<GridDoc>('grids').findOne({ name: '2号楼' });
    if (!next) throw new Error('there is no other grid');
    await rekeyRequests(context, {
      communityId: doc.communityId,
      dwellingIds: [new Types.ObjectId(dwellingId)],
      place: { gridId: next._id, gridPath: next.path },
      deaf: [],
    });
    expect([
      await status(worker, atDoor.id),
      await status(await community.signIn('worker', 2), atDoor.id),
    ]).toEqual([404, 200]);
    // Back, for whatever comes after.
    const { gridId, gridPath, patchId } = doc;
    await rekeyRequests(context, {
      communityId: doc.communityId,
      dwellingIds: [new Types.ObjectId(dwellingId)],
      place: { gridId, gridPath, ...(patchId && { patchId }) },
      deaf: [],
    });
  });

  it('of somebody whose WeChat becomes that of their staff account stays theirs, to see and to take back', async () => {
    const home = await homeOf(await community.signIn('resident', 9));
    const own = await accountOf(community, home.me, 'o-joins-staff');
    const { id } = await raises(own, await caseOf(own, 'mediation'));
    const phone = '19966610021';
    const { staff, oneTimePassword } = await office.gets('createStaff', {
      body: { name: '钱两处', phone, role: 'health' },
    });
    const { url } = community.running;
    const login = { login: phone, password: oneTimePassword ?? '' };
    const first = callerOf(url, await community.anybody.gets('createPasswordSession', { body: login }));
    const password = '六一零九 号的门一直开着呢';
    await first.gets('changePassword', { body: { current: login.password, next: password } });
    const { code } = await office.gets('createStaffInvitation', { params: { id: staff.id } });
    const joined = await (await own.refreshes()).gets('bindWechat', {
      body: { login: phone, password, code },
    });
    const atHome = joined.account.memberships.find(({ role }) => role === 'resident');
    const after = callerOf(
      url,
      await callerOf(url, joined).gets('switchMembership', { body: { membershipId: atHome?.id ?? '' } }),
    );
    expect((await caseSeenBy(after, id)).actions).toEqual(['withdraw']);
    expect((await act(after, id, 'withdraw')).body.outcome).toBe('withdrawn');
  });

  it('is raised once, however often it is sent', async () => {
    const body = await caseOf(resident, 'feelingUnwell');
    const key = uuidV7();
    const [one, two] = await Promise.all([
      resident.calls('placeRequest', { body, key }),
      resident.calls('placeRequest', { body, key }),
    ]);
    expect([one.status, two.status, one.body.id === two.body.id]).toEqual([201, 201, true]);
    const other = await resident.calls('placeRequest', { body: { ...body, note: '别的' }, key });
    expect(other.code).toBe('key.reused');
  });
});
