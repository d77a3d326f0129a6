import type { AskedResult } from '@shared/notices/subscription';
import { Types } from 'mongoose';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { startWechatStub, type WechatStub } from '../../scripts/wechat/stub';
import { type Caller, openCaller } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { declarationOf, familyOf, leftArea, personOf } from '../kit/family';
import { mandateOf, signInFrom } from '../kit/mandates';
import { startCommunity } from '../kit/startCommunity';

const app = { appId: 'wxtest0000000002', secret: 'another secret of nobody' };
const templateId = 'tmpl-returnDecided';
const reminderId = 'tmpl-temperatureDue';
/** What may be asked for beside what the story asks for. */
const other = { template: 'temperatureDue', templateId: reminderId };
const environment: Record<string, string> = {};
let stub: WechatStub;
beforeAll(async () => {
  stub = await startWechatStub(app);
  Object.assign(environment, {
    NUANLIN_WECHAT_URL: stub.url,
    NUANLIN_WECHAT_APPID: app.appId,
    NUANLIN_WECHAT_SECRET: app.secret,
    NUANLIN_WECHAT_TEMPLATES: JSON.stringify({
      returnDecided: { id: templateId, what: 'thing1', when: 'time2' },
      temperatureDue: { id: reminderId, what: 'thing1', when: 'time2' },
    }),
  });
});
const community = startCommunity({ environment });
afterAll(() => stub?.close());
const collection = (name: string) => community.running.context.connection.collection(name);

const byWechat = (openid: string): Promise<Caller> =>
  openCaller(community.running.url, (caller) =>
    caller.gets('createWechatSession', { body: { code: stub.issueCode(openid) } }),
  );

/** Answers WeChat’s dialog, as the phone does. */
const answers = (caller: Caller, openid: string, result: AskedResult, key = uuidV7()) => {
  if (result === 'accept') stub.allow(openid, templateId);
  const body = { code: stub.issueCode(openid), results: [{ template: 'returnDecided' as const, result }] };
  return caller.calls('saveSubscriptions', { body, key });
};

let door = 0;
/** Declares somebody at a door of building 20; what the worker says of it. */
async function declared(caller: Caller, decision: 'confirm' | 'reject') {
  const { items: communities } = await caller.gets('listCommunities');
  const { items: doors } = await caller.gets('listDwellings', {
    query: { communityId: communities[0]?.id, building: '20', limit: 50 },
  });
  door += 1;
  const { returns } = await caller.gets('declareReturn', {
    body: declarationOf({ dwellingId: doors[door]?.id, people: [personOf('冯微信', 0, 60_000 + door)] }),
  });
  const worker = await community.signIn('worker', 20);
  const said =
    decision === 'confirm'
      ? { decision, startEvent: leftArea }
      : { decision, reason: '请带车票到社区再登记' };
  await worker.gets('verifyReturn', {
    params: { id: returns[0]?.id ?? '' },
    body: { seenVersion: 1, ...said } as never,
  });
}
const sentTo = (openid: string) => stub.sent.filter(({ touser }) => touser === openid);
const stateOfLast = async () =>
  (await collection('outgoing').findOne({ channel: 'wechat' }, { sort: { _id: -1 } }))?.state;

describe('WeChat tells what came of a declaration', () => {
  it('once for each consent, with a text that says nothing of anybody', async () => {
    const openid = 'o-consents';
    const caller = await byWechat(openid);
    expect(await caller.gets('listSubscriptions')).toEqual({
      items: [{ template: 'returnDecided', templateId }, other],
    });
    const key = uuidV7();
    expect((await answers(caller, openid, 'accept', key)).body).toEqual({ items: [other] });
    // The reply was lost: the code is used up, and the consent is not counted twice.
    expect((await answers(caller, openid, 'accept', key)).body).toEqual({ items: [other] });

    await declared(caller, 'confirm');
    await eventually(() => sentTo(openid).length, Boolean);
    const again = await (await caller.refreshes()).calls('listSubscriptions');
    expect(again.body).toEqual({ items: [other] });
    expect(sentTo(openid)).toEqual([
      {
        touser: openid,
        template_id: templateId,
        page: 'resident/home/index',
        data: {
          thing1: { value: '返回登记已核实，请点开看' },
          time2: { value: expect.stringMatching(/^2026-11-22 10:\d\d$/) },
        },
        miniprogram_state: 'formal',
      },
    ]);
    for (const name of ['subscriptions', 'outgoing', 'accounts', 'messages'])
      expect(JSON.stringify(await collection(name).find({}).toArray())).not.toContain(openid);

    await declared(await byWechat(openid), 'reject');
    expect(await collection('outgoing').countDocuments({ channel: 'wechat' })).toBe(1);
  });

  it('asks again the next day, and is silent after two refusals', async () => {
    const openid = 'o-refuses';
    const caller = await byWechat(openid);
    await answers(caller, openid, 'reject');
    expect((await caller.gets('listSubscriptions')).items).toEqual([other]);
    await community.timeIs('2026-11-23T10:00:00+08:00');
    expect((await caller.gets('listSubscriptions')).items).toHaveLength(2);
    await answers(caller, openid, 'filter');
    await community.timeIs('2026-11-25T10:00:00+08:00');
    expect((await caller.gets('listSubscriptions')).items).toEqual([other]);
    await community.timeIs('2026-11-22T10:00:00+08:00');
  });

  it('tries again when WeChat is busy or the token has ended, and not where the consent is gone', async () => {
    const openid = 'o-busy';
    const waiting = await byWechat(openid);
    await answers(waiting, openid, 'accept');
    stub.endToken();
    stub.failNext('busy');
    await declared(waiting, 'reject');
    await eventually(stateOfLast, (state) => state === 'waiting');
    await collection('outgoing').updateMany(
      { nextStepAt: { $exists: true } },
      { $set: { nextStepAt: new Date(0) } },
    );
    await eventually(() => sentTo(openid).length, Boolean);
    expect(await eventually(stateOfLast, (state) => state !== 'sending')).toBe('sent');

    const gone = 'o-gone';
    const caller = await byWechat(gone);
    const results = [{ template: 'returnDecided' as const, result: 'accept' as const }];
    await caller.gets('saveSubscriptions', { body: { code: stub.issueCode(gone), results } });
    await declared(await byWechat(gone), 'confirm');
    await eventually(stateOfLast, (state) => state === 'refused');
    expect(sentTo(gone)).toEqual([]);
  });

  it('takes no code of somebody else’s making, and no answer twice in one request', async () => {
    const caller = await byWechat('o-wrong');
    const one = { template: 'returnDecided' as const, result: 'accept' as const };
    const wrong = await caller.calls('saveSubscriptions', { body: { code: 'invented', results: [one] } });
    expect(wrong.code).toBe('wechat.codeInvalid');
    const twice = await caller.calls('saveSubscriptions', {
      body: { code: stub.issueCode('o-wrong'), results: [one, one] },
    });
    expect(twice.status).toBe(422);
    expect(await collection('subscriptions').countDocuments({ accountId: caller.accountId })).toBe(0);
  });
});

describe('WeChat reminds of a temperature', () => {
  it('an hour before it is due, once for each consent; where the consent is gone WeChat’s word counts', async () => {
    const openid = 'o-reminded';
    await community.timeIs('2026-11-22T10:00:00+08:00');
    const newcomer = await byWechat(openid);
    await declared(newcomer, 'confirm');
    const caller = await byWechat(openid);
    const consents = async () => {
      const results = [{ template: 'temperatureDue' as const, result: 'accept' as const }];
      await caller.gets('saveSubscriptions', { body: { code: stub.issueCode(openid), results } });
    };
    stub.allow(openid, reminderId);
    await consents();
    await community.timeIs('2026-11-23T08:31:00+08:00');
    await eventually(() => sentTo(openid).length, Boolean);
    expect(sentTo(openid)).toMatchObject([
      { template_id: reminderId, data: { thing1: { value: '一小时后要报体温，请先量好' } } },
    ]);
    await eventually(
      () => collection('messages').findOne({ code: 'temperature.remind' }),
      (message) => message?.carried?.[0]?.state === 'sent',
    );
    // No line in the inbox, and no second message for one consent.
    expect((await caller.gets('listNotices')).items.map(({ code }) => code)).not.toContain(
      'temperature.remind',
    );
    await community.timeIs('2026-11-23T18:31:00+08:00');
    await eventually(
      () => collection('slots').findOne({ day: '2026-11-23', window: 'evening', kind: 'temperature' }),
      (slot) => slot?.step === 1,
    );
    expect(sentTo(openid)).toHaveLength(1);

    // The consent is counted here, and WeChat knows of none: the person has taken it back in WeChat’s own settings.
    await consents();
    await community.timeIs('2026-11-24T08:31:00+08:00');
    await eventually(
      () => collection('subscriptions').findOne({ template: 'temperatureDue' }),
      (subscription) => subscription?.credits === 0,
    );
    await eventually(stateOfLast, (state) => state === 'refused');
    expect(sentTo(openid)).toHaveLength(1);
  });

  it('goes to whoever really reports: by mandate, or of what was declared; of a household once, and never after it is due', async () => {
    await community.timeIs('2026-11-22T10:00:00+08:00');
    const accepts = async (caller: Caller, openid: string) => {
      stub.allow(openid, reminderId);
      const results = [{ template: 'temperatureDue' as const, result: 'accept' as const }];
      await caller.gets('saveSubscriptions', { body: { code: stub.issueCode(openid), results } });
    };
    const parents = await community.signIn('resident', 9);
    await parents.gets('createMandate', { body: await mandateOf(parents, '19966620001') });
    const daughter = await signInFrom(community, '19966620001');
    const { returns } = await parents.gets('declareReturn', { body: await familyOf(parents) });
    await (await community.signIn('worker', 9)).gets('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
    });
    await accepts(daughter, 'o-mandate');

    const son = await byWechat('o-son');
    const { items: doors } = await son.gets('listDwellings', {
      query: { communityId: parents.session.account.memberships[0]?.communityId, building: '21', limit: 50 },
    });
    const { returns: mothers } = await son.gets('declareReturn', {
      body: declarationOf({
        dwellingId: doors[7]?.id,
        source: 'family',
        people: [personOf('冯母亲', 0, 61_000)],
      }),
    });
    await (await community.signIn('worker', 21)).gets('verifyReturn', {
      params: { id: mothers[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
    });
    await accepts(await son.refreshes(), 'o-son');

    await community.timeIs('2026-11-23T08:31:00+08:00');
    const ofThem = {
      residentId: { $in: [...returns, ...mothers].map(({ residentId }) => new Types.ObjectId(residentId)) },
    };
    const morning = { ...ofThem, day: '2026-11-23', window: 'morning', kind: 'temperature' };
    const reminded = await eventually(
      () => collection('slots').find(morning).toArray(),
      (slots) => slots.every(({ step }) => step === 1),
    );
    expect(reminded.map(({ rungs }) => rungs[0].state)).toEqual(Array(4).fill('told'));
    for (const openid of ['o-mandate', 'o-son']) await eventually(() => sentTo(openid).length, Boolean);
    expect([sentTo('o-mandate').length, sentTo('o-son').length]).toEqual([1, 1]);
    const carried = await collection('outgoing')
      .find({ template: 'temperatureDue', madeAt: { $gte: new Date('2026-11-23T08:31:00+08:00') } })
      .sort({ _id: -1 })
      .limit(2)
      .toArray();
    for (const { goodUntil, expiresAt } of carried) {
      const minutes = (goodUntil.getTime() - (expiresAt.getTime() - 24 * 3_600_000)) / 60_000;
      expect(Math.round(minutes)).toBe(59);
    }

    // Without a consent left nobody is reminded, and that is what is kept; the inbox says it when it is due.
    await community.timeIs('2026-11-23T09:30:00+08:00');
    for (const caller of [daughter, await son.refreshes()])
      await eventually(
        async () => (await caller.gets('listNotices')).items.map(({ code }) => code),
        (codes) => codes.includes('temperature.due'),
      );
    await community.timeIs('2026-11-23T18:31:00+08:00');
    const evening = await eventually(
      () =>
        collection('slots')
          .find({ ...morning, window: 'evening' })
          .toArray(),
      (slots) => slots.every(({ step }) => step === 1),
    );
    expect(evening.map(({ rungs }) => rungs[0].state)).toEqual(Array(4).fill('nobody'));
  });
});
