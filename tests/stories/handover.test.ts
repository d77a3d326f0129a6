import type { ReturnView } from '@shared/returns/view';
import { Types } from 'mongoose';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { startUntilWrite } from '../faults/startUntilWrite';
import { type Caller, callerOf } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { declarationOf, familyOf, leftArea, personOf } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const collection = (name: string) => community.running.context.connection.collection(name);

/** 城南社区 is first, 东苑社区 second; each with its office. */
async function bothOffices() {
  const [south, east] = [await community.signIn('office', 1), await community.signIn('office', 2)];
  const idOf = (office: Caller) => office.session.account.memberships[0]?.communityId ?? '';
  return { south, east, southId: idOf(south), eastId: idOf(east) };
}

/** Somebody without a membership who declares in 城南社区 and really lives in 东苑社区. */
async function traveller(openid: string, n: number, names = ['孙远行', '孙同行']) {
  const phone = await community.stranger(openid);
  const { southId } = await bothOffices();
  const query = { communityId: southId, building: '20', limit: 1 };
  const door = (await phone.gets('listDwellings', { query })).items[0];
  const people = names.map((name, i) => personOf(name, i, n));
  const { returns } = await phone.gets('declareReturn', {
    body: declarationOf({ dwellingId: door?.id ?? '', people }),
  });
  return { phone: await phone.refreshes(), returns, id: returns[0]?.id ?? '', door: door?.door ?? '' };
}

const offer = (office: Caller, { id, version }: Pick<ReturnView, 'id' | 'version'>, communityId: string) =>
  office.gets('verifyReturn', {
    params: { id },
    body: { decision: 'offer', seenVersion: version, party: true, communityId },
  });

const toldOf = async (caller: Caller, code: string): Promise<number> =>
  collection('messages').countDocuments({ accountId: new Types.ObjectId(caller.accountId), code });

describe('a traveller is handed over between two communities', () => {
  it('stays with the first until the second has taken it, and goes there with its life', async () => {
    const { south, east, eastId } = await bothOffices();
    const { phone, returns, id, door } = await traveller('o-handed', 31_000);
    const offered = await offer(south, returns[0] as ReturnView, eastId);
    expect(offered.returns.map(({ state, actions }) => [state, actions])).toEqual([
      ['offered', []],
      ['offered', []],
    ]);
    // The first community answers for them: their worker is still the one on the phone’s screen.
    const waiting = await phone.gets('getReturn', { params: { id } });
    expect(waiting).toMatchObject({
      state: 'offered',
      responsible: returns[0]?.responsible,
      handover: { communityName: '东苑社区' },
    });
    // The other office sees how many and masks, no door, no document, and not the returns themselves.
    const { items } = await east.gets('listHandovers', { query: { open: 'true' } });
    const seen = items.find(({ returnId }) => returnId === id);
    expect(seen).toMatchObject({
      people: 2,
      names: ['孙**', '孙**'],
      from: { name: '城南社区' },
      actions: ['take', 'refuse'],
    });
    expect(JSON.stringify(seen)).not.toContain(door);
    expect((await east.calls('getReturn', { params: { id } })).status).toBe(404);
    expect([await toldOf(phone, 'return.offered'), await toldOf(east, 'return.offered')]).toEqual([1, 1]);

    const doors = await east.gets('listDwellings', { query: { building: '1', limit: 1 } });
    const key = uuidV7();
    const body = { dwellingId: doors.items[0]?.id };
    const taken = await east.gets('takeHandover', { params: { id }, body, key });
    expect(taken.returns.map(({ state, person, door: at }) => [state, person.name, at])).toEqual([
      ['declared', '孙**', doors.items[0]?.door],
      ['declared', '孙**', doors.items[0]?.door],
    ]);
    // The same tap again makes nobody a second time.
    const again = await east.gets('takeHandover', { params: { id }, body, key });
    expect(again.returns.map((one) => one.id)).toEqual(taken.returns.map((one) => one.id));
    const here = await south.gets('getReturn', { params: { id } });
    expect(here).toMatchObject({ state: 'handedOver', actions: [], handover: { communityName: '东苑社区' } });

    // The phone sees its declaration in the community that took it, with the worker there.
    const follows = await phone.refreshes();
    expect(follows.session.account.memberships).toMatchObject([
      { communityId: eastId, partyId: taken.partyId },
    ]);
    const own = await follows.gets('listReturns');
    expect(own.items.map(({ state, actions }) => [state, actions])).toEqual(
      Array(2).fill(['declared', ['update', 'withdraw']]),
    );
    expect(own.items[1]?.person.name).toBe('孙远行');
    expect(await toldOf(phone, 'return.handedOver')).toBe(1);
    expect(await toldOf(await community.signIn('worker', 20), 'return.handedOver')).toBe(1);

    const worker = await community.signIn('worker', 40);
    const { returns: verified } = await worker.gets('verifyReturn', {
      params: { id: taken.returns[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
    });
    expect(verified.map(({ state }) => state)).toEqual(['verified', 'verified']);
  });

  it('comes back with the reason when it is refused, and its clock starts anew', async () => {
    const { south, east, eastId } = await bothOffices();
    const { phone, returns, id } = await traveller('o-refused', 32_000, ['钱不收']);
    await offer(south, returns[0] as ReturnView, eastId);
    await community.timeIs('2026-11-22T12:30:00+08:00');
    const key = uuidV7();
    const refusal = { params: { id }, body: { reason: '不住在本社区' }, key };
    expect(await east.gets('refuseHandover', refusal)).toMatchObject({ answer: 'refused', actions: [] });
    expect((await east.gets('refuseHandover', refusal)).answer).toBe('refused');
    const late = await east.calls('takeHandover', { params: { id }, body: {} });
    expect(late.code).toBe('return.movedOn');

    const back = await south.gets('getReturn', { params: { id } });
    expect(back).toMatchObject({
      state: 'declared',
      version: 3,
      handover: { communityName: '东苑社区', refused: '不住在本社区' },
      actions: ['update', 'confirm', 'reject', 'offer'],
    });
    expect(back.dueAt).toMatch(/^2026-11-22T06:30/);
    expect((await phone.gets('getReturn', { params: { id } })).handover).toBeNull();
    expect(await toldOf(await community.signIn('worker', 20), 'return.refused')).toBe(1);
    // Offered and refused once more: told again, it is another offer.
    await offer(south, back, eastId);
    await east.gets('refuseHandover', { params: { id }, body: { reason: '还是不住这里' } });
    expect(await toldOf(await community.signIn('worker', 20), 'return.refused')).toBe(2);
  });

  it('climbs in both communities when nobody has answered for four hours', async () => {
    const { south, east, eastId } = await bothOffices();
    const { returns, id } = await traveller('o-unanswered', 33_000, ['吴回音']);
    await offer(south, returns[0] as ReturnView, eastId);
    const told = async (): Promise<string[]> => {
      const messages = await collection('messages')
        .find({ 'about.id': id, code: 'handover.unanswered' })
        .toArray();
      return messages.map(
        ({ params, communityId }) => `${params.rung} ${String(communityId) === eastId ? 'east' : 'south'}`,
      );
    };
    await community.timeIs('2026-11-22T16:29:00+08:00');
    const swept = await collection('handovers').findOne({ answer: null });
    expect([await told(), swept?.step]).toEqual([[], 0]);
    await community.timeIs('2026-11-22T16:31:30+08:00');
    // In the first community its worker and the office hear of it, in the other the office.
    await eventually(told, (now) => now.length === 3);
    expect((await told()).sort()).toEqual(['due east', 'due south', 'due south']);
    await community.timeIs('2026-11-22T17:32:00+08:00');
    await eventually(told, (now) => now.some((rung) => rung.startsWith('head')));
    // Without an answer the first community goes on to answer for it.
    expect(await south.gets('getReturn', { params: { id } })).toMatchObject({
      state: 'offered',
      responsible: returns[0]?.responsible,
    });
    await east.gets('refuseHandover', { params: { id }, body: { reason: '查无此人' } });
  });

  it('is one return a person: who has declared in the other community too goes on with that', async () => {
    const { south, east, eastId } = await bothOffices();
    const { returns, id } = await traveller('o-twice', 34_000, ['周两报']);
    const other = await community.stranger('o-twice-there');
    const query = { communityId: eastId, building: '2', limit: 1 };
    const door = (await other.gets('listDwellings', { query })).items[0];
    const { returns: own } = await other.gets('declareReturn', {
      body: declarationOf({ dwellingId: door?.id ?? '', people: [personOf('周两报', 0, 34_000)] }),
    });
    await offer(south, returns[0] as ReturnView, eastId);
    const taken = await east.gets('takeHandover', { params: { id }, body: {} });
    expect(taken.returns.map((one) => one.id)).toEqual([own[0]?.id]);
    expect(
      await collection('returns').countDocuments({
        communityId: new Types.ObjectId(eastId),
        surname: '周',
        ended: false,
      }),
    ).toBe(1);
  });

  it('is refused where the other community is unknown or the own one', async () => {
    const { south, southId } = await bothOffices();
    const { returns } = await traveller('o-nowhere', 35_000, ['郑无处']);
    for (const communityId of [southId, '0123456789abcdef01234567']) {
      const answer = await south.calls('verifyReturn', {
        params: { id: returns[0]?.id ?? '' },
        body: { decision: 'offer', seenVersion: 1, communityId },
      });
      expect(answer.problem).toMatchObject({
        code: 'input.invalid',
        errors: [{ path: 'communityId', code: 'community.unknown' }],
      });
    }
  });

  it('two tap at once, take and refuse: one wins', async () => {
    const { south, east, eastId } = await bothOffices();
    const { returns, id } = await traveller('o-race', 36_000, ['冯同时']);
    await offer(south, returns[0] as ReturnView, eastId);
    const answers = await Promise.all([
      east.calls('takeHandover', { params: { id }, body: {} }),
      east.calls('refuseHandover', { params: { id }, body: { reason: '不收' } }),
      east.calls('takeHandover', { params: { id }, body: {} }),
    ]);
    expect(answers.map(({ code }) => code).sort()).toEqual([null, 'return.movedOn', 'return.movedOn'].sort());
    const states = await collection('returns').find({ surname: '冯', ended: false }).toArray();
    expect(states).toHaveLength(1);
  });

  it('killed with -9 in the middle of taking: all or nothing', async () => {
    const { south, east, eastId } = await bothOffices();
    const { returns, id } = await traveller('o-killed', 37_000, ['陈断电', '陈断网']);
    await offer(south, returns[0] as ReturnView, eastId);
    for (const write of [2, 6]) {
      const { url, ended } = await startUntilWrite(community, write);
      await expect(
        callerOf(url, east.session).calls('takeHandover', { params: { id }, body: {} }),
      ).rejects.toThrow();
      expect(await ended).toEqual([null, 'SIGKILL']);
      expect((await south.gets('getReturn', { params: { id } })).state).toBe('offered');
      expect(
        await collection('returns').countDocuments({
          communityId: new Types.ObjectId(eastId),
          surname: '陈',
        }),
      ).toBe(0);
    }
    expect((await east.gets('takeHandover', { params: { id }, body: {} })).returns).toHaveLength(2);
  });
});

describe('somebody under observation moves to another community', () => {
  it('with the worker’s word, and the days go on there', async () => {
    const { south, east, eastId } = await bothOffices();
    const resident = await community.signIn('resident', 4);
    const worker = await community.signIn('worker', 4);
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    const [first] = returns as [ReturnView];
    await worker.gets('verifyReturn', {
      params: { id: first.id },
      body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
    });
    const asked = await resident.gets('reportLeaving', {
      params: { id: first.residentId },
      body: { leavesAt: '2026-11-23T09:00:00+08:00', to: '东苑社区 女儿家', communityId: eastId },
    });
    expect(asked).toMatchObject({
      state: 'asked',
      isObserved: true,
      toCommunity: '东苑社区',
      actions: ['withdraw'],
    });
    const agreed = await worker.gets('answerLeaving', {
      params: { id: asked.id },
      body: { decision: 'agree', seenVersion: 1 },
    });
    expect(agreed.state).toBe('agreed');
    const { items } = await east.gets('listHandovers', { query: { open: 'true' } });
    expect(items.find(({ returnId }) => returnId === first.id)).toMatchObject({
      isObserved: true,
      people: 1,
    });

    // Refused once: the worker is asked again; agreed once more, it is taken.
    await east.gets('refuseHandover', { params: { id: first.id }, body: { reason: '请带上告知书' } });
    const back = (await worker.gets('listLeavings', { query: { residentId: first.residentId } })).items[0];
    expect(back).toMatchObject({ state: 'asked', refused: '请带上告知书' });
    await worker.gets('answerLeaving', {
      params: { id: asked.id },
      body: { decision: 'agree', seenVersion: back?.version ?? 0 },
    });
    const taken = await east.gets('takeHandover', { params: { id: first.id }, body: {} });
    expect(taken.returns[0]).toMatchObject({ state: 'declared', carried: leftAreaIso });

    expect((await south.gets('getReturn', { params: { id: first.id } })).state).toBe('ended');
    const observations = await worker.gets('listObservations', { query: { residentId: first.residentId } });
    expect(observations.items).toMatchObject([{ state: 'transferred' }]);
    const slots = await worker.gets('listSlots', {
      query: { observationId: observations.items[0]?.id ?? '', limit: 100 },
    });
    expect(new Set(slots.items.map(({ state }) => state))).toEqual(new Set(['excused']));
    expect((await resident.gets('listLeavings')).items[0]?.state).toBe('left');

    const [placed] = (
      await east.gets('placeAddress', {
        params: { id: taken.returns[0]?.id ?? '' },
        body: {
          seenVersion: 1,
          dwellingId:
            (await east.gets('listDwellings', { query: { building: '3', limit: 1 } })).items[0]?.id ?? '',
        },
      })
    ).returns;
    const { returns: verified } = await east.gets('verifyReturn', {
      params: { id: placed?.id ?? '' },
      body: { decision: 'confirm', seenVersion: placed?.version ?? 0, startEvent: leftAreaIso },
    });
    // Day 1 is the day on which the first community counted it.
    expect(verified[0]).toMatchObject({ state: 'verified', observation: { lastDay: '2026-12-05' } });
  });
});

const leftAreaIso = { kind: 'leftArea' as const, at: new Date(leftArea.at).toISOString() };

describe('the other community is not on this deployment: a paper', () => {
  it('carries the whole party in full, and every field of everybody is recorded before', async () => {
    const { returns, id, door } = await traveller('o-paper', 38_000, ['褚上纸', '褚同纸']);
    const worker = await community.signIn('worker', 20);
    const key = uuidV7();
    const paper = await worker.gets('openPaper', { params: { id }, body: { reason: 'handover' }, key });
    expect(paper).toMatchObject({ community: { name: '城南社区' }, door, transport: { number: 'G652' } });
    expect(paper.people.map(({ name, observation }) => [name, observation])).toEqual([
      ['褚上纸', null],
      ['褚同纸', null],
    ]);
    expect(paper.people[0]?.document.number).toMatch(/^\d{17}[\dX]$/);
    const log = await collection('accessLog')
      .find({ residentId: { $in: returns.map(({ residentId }) => new Types.ObjectId(residentId)) } })
      .toArray();
    expect(log.map(({ field, reason }) => `${field} ${reason}`).sort()).toEqual(
      ['document handover', 'name handover', 'phone handover'].flatMap((line) => [line, line]),
    );
    // Whoever has no business there gets nothing, and nothing is recorded of it.
    const other = await community.signIn('worker', 21);
    expect((await other.calls('openPaper', { params: { id }, body: { reason: 'handover' } })).status).toBe(
      404,
    );
    const own = await (await community.stranger('o-paper')).calls('openPaper', {
      params: { id },
      body: { reason: 'handover' },
    });
    expect(own.status).toBe(403);
    const why = await worker.calls('openPaper', { params: { id }, body: { reason: 'visit' as 'handover' } });
    expect(why.problem.errors).toEqual([expect.objectContaining({ path: 'reason', code: 'choice' })]);
    expect(await collection('accessLog').countDocuments({ reason: 'handover' })).toBe(6);
  });

  it('of somebody under observation says until when, also after the person has left', async () => {
    const resident = await community.signIn('resident', 7);
    const worker = await community.signIn('worker', 7);
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    const [first] = returns as [ReturnView];
    await worker.gets('verifyReturn', {
      params: { id: first.id },
      body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
    });
    await worker.gets('reportLeaving', {
      params: { id: first.residentId },
      body: { leavesAt: community.running.context.clock.now().toISOString(), to: '外省女儿家' },
    });
    const paper = await worker.gets('openPaper', { params: { id: first.id }, body: { reason: 'handover' } });
    expect(paper.people).toMatchObject([{ observation: { firstDay: '2026-11-22', lastDay: '2026-12-05' } }]);
  });

  it('of a tip there is nothing to hand over yet', async () => {
    const neighbour = await community.signIn('resident', 8);
    const { household } = await neighbour.gets('getMe');
    await neighbour.gets('tipReturn', {
      body: { dwellingId: household?.dwellingId ?? '', relation: 'neighbour', note: '有人回来' },
    });
    const worker = await community.signIn('worker', 8);
    const { items } = await worker.gets('getWorklist');
    const answer = await worker.calls('openPaper', {
      params: { id: items[0]?.id ?? '' },
      body: { reason: 'handover' },
    });
    expect(answer.code).toBe('return.incomplete');
  });
});
