import { errandTemplates, type SubscriptionTemplate } from '@shared/notices/subscription';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { startWechatStub, type WechatStub } from '../../scripts/wechat/stub';
import type { Caller } from '../kit/caller';
import { acting, orderOf, orders } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { homeOf } from '../kit/mandates';
import { startCommunity } from '../kit/startCommunity';

const app = { appId: 'wxtest0000000003', secret: 'a third secret of nobody' };
const all: readonly SubscriptionTemplate[] = [...errandTemplates.home, ...errandTemplates.staff];
const idOf = (template: SubscriptionTemplate) => `tmpl-${template}`;
const environment: Record<string, string> = {};
let stub: WechatStub;
beforeAll(async () => {
  stub = await startWechatStub(app);
  Object.assign(environment, {
    NUANLIN_WECHAT_URL: stub.url,
    NUANLIN_WECHAT_APPID: app.appId,
    NUANLIN_WECHAT_SECRET: app.secret,
    NUANLIN_WECHAT_TEMPLATES: JSON.stringify(
      Object.fromEntries(all.map((name) => [name, { id: idOf(name), what: 'thing1', when: 'time2' }])),
    ),
  });
});
const community = startCommunity({ environment });
afterAll(() => stub?.close());
const act = acting(community);
const collection = (name: string) => community.running.context.connection.collection(name);

/** Says yes to the dialog about these, as the phone does; each is one message. */
async function accepts(caller: Caller, openid: string, templates: readonly SubscriptionTemplate[]) {
  for (const template of templates) stub.allow(openid, idOf(template));
  const results = templates.map((template) => ({ template, result: 'accept' as const }));
  return caller.gets('saveSubscriptions', { body: { code: stub.issueCode(openid), results } });
}
const sentTo = (openid: string) =>
  stub.sent
    .filter(({ touser }) => touser === openid)
    .map(({ template_id, data, page }) => [template_id, data.thing1?.value, page]);
const hasSent = (openid: string, count: number) =>
  eventually(
    () => sentTo(openid),
    (sent) => sent.length === count,
  );
const inbox = async (caller: Caller, id: string) =>
  (await caller.gets('listNotices', { query: { limit: 100 } })).items
    .filter(({ about }) => about.id === id)
    .map(({ code }) => code)
    .reverse();

describe('WeChat tells how an errand goes on', () => {
  it('at home when it is accepted, asked about and delivered, once for each consent, and says nothing of it', async () => {
    const resident = await community.signIn('resident', 1);
    const worker = await community.signIn('worker', 1);
    const { items } = await resident.gets('listSubscriptions');
    expect(items.map(({ template }) => template)).toEqual(all);
    const left = await accepts(resident, 'o-home', errandTemplates.home);
    // Once a day.
    expect(left.items.map(({ template }) => template)).toEqual(errandTemplates.staff);
    const { id, doorCode } = await orders(resident, await orderOf(resident));
    expect((await act(worker, id, 'accept')).status).toBe(200);
    expect(await hasSent('o-home', 1)).toEqual([
      ['tmpl-errandAccepted', '您请的忙有人接了，请点开看', 'resident/errands/list/index'],
    ]);
    expect((await act(worker, id, 'ask', { text: '没有鸡蛋，换鸭蛋行吗？' })).status).toBe(200);
    expect((await hasSent('o-home', 2))[1]?.slice(0, 2)).toEqual([
      'tmpl-errandAsked',
      '接单的人有一件事要问，请点开答',
    ]);
    expect((await act(resident, id, 'answer', { yes: true })).status).toBe(200);
    // The second question has no consent left: it stands in the inbox alone.
    expect((await act(worker, id, 'ask', { text: '没有青菜，换菠菜行吗？' })).status).toBe(200);
    expect((await act(worker, id, 'buy', { amountFen: 900 })).status).toBe(200);
    expect((await act(worker, id, 'leave')).status).toBe(200);
    expect((await act(worker, id, 'deliver', { doorCode, disinfectedTwice: true })).status).toBe(200);
    expect((await hasSent('o-home', 3))[2]?.slice(0, 2)).toEqual([
      'tmpl-errandDelivered',
      '您请的忙办好了，请点开确认',
    ]);
    expect(await inbox(resident, id)).toEqual([
      ...['errand.accept', 'errand.ask', 'errand.ask', 'errand.buy', 'errand.leave', 'errand.deliver'],
    ]);
    const said = JSON.stringify(stub.sent);
    const { door, people } = await homeOf(resident);
    for (const text of ['鸡蛋', '放门口', door, id, people[0]?.name ?? '?']) expect(said).not.toContain(text);
    for (const { data } of stub.sent) expect(data.thing1?.value.length).toBeLessThanOrEqual(20);
  });

  it('the worker of a new one, of an answer and of an objection', async () => {
    const resident = await community.signIn('resident', 2);
    const worker = await community.signIn('worker', 2);
    await accepts(worker, 'o-worker', errandTemplates.staff);
    const { id, doorCode } = await orders(resident, await orderOf(resident));
    await hasSent('o-worker', 1);
    expect((await act(worker, id, 'accept')).status).toBe(200);
    expect((await act(worker, id, 'ask', { text: '换鸭蛋行吗？' })).status).toBe(200);
    expect((await act(resident, id, 'answer', { yes: false })).status).toBe(200);
    await hasSent('o-worker', 2);
    expect((await act(worker, id, 'buy', { amountFen: 900 })).status).toBe(200);
    expect((await act(worker, id, 'leave')).status).toBe(200);
    expect((await act(worker, id, 'deliver', { doorCode, disinfectedTwice: true })).status).toBe(200);
    expect((await act(resident, id, 'object', { reason: '少了青菜' })).status).toBe(200);
    expect((await hasSent('o-worker', 3)).map(([template, , page]) => [template, page])).toEqual(
      errandTemplates.staff.map((template) => [idOf(template), 'carrying/list/index']),
    );
  });

  it('nobody whose consent WeChat has taken back (43101), again where it was only busy, and not after two refusals', async () => {
    const resident = await community.signIn('resident', 3);
    const worker = await community.signIn('worker', 3);
    const credits = async () =>
      (
        await collection('subscriptions').findOne({
          template: 'errandAccepted',
          credits: { $exists: true },
          lastKey: key,
        })
      )?.credits;
    const key = uuidV7();
    // Counted here, and WeChat knows of no consent.
    const results = [{ template: 'errandAccepted' as const, result: 'accept' as const }];
    const code = stub.issueCode('o-gone');
    await resident.gets('saveSubscriptions', { body: { code, results }, key });
    expect(await credits()).toBe(1);
    const first = await resident.gets('placeRequest', { body: await orderOf(resident) });
    expect((await act(worker, first.id, 'accept')).status).toBe(200);
    const carried = () => collection('messages').findOne({ code: 'errand.accept', 'about.id': first.id });
    await eventually(carried, (message) => message?.carried?.[0]?.state === 'refused');
    expect(await credits()).toBe(0);
    expect(sentTo('o-gone')).toEqual([]);
    expect(await inbox(resident, first.id)).toEqual(['errand.accept']);

    await accepts(resident, 'o-gone', ['errandDelivered', 'errandAsked']);
    stub.failNext('busy');
    expect((await act(worker, first.id, 'ask', { text: '换鸭蛋行吗？' })).status).toBe(200);
    await eventually(
      () => collection('outgoing').findOne({ template: 'errandAsked' }, { sort: { _id: -1 } }),
      (message) => message?.state === 'waiting' && message.attempts === 1,
    );
    await collection('outgoing').updateMany(
      { nextStepAt: { $exists: true } },
      { $set: { nextStepAt: new Date(0) } },
    );
    await hasSent('o-gone', 1);

    const refuses = (day: string) => async () => {
      await community.timeIs(`${day}T10:00:00+08:00`);
      const said = errandTemplates.home.map((template) => ({ template, result: 'reject' as const }));
      await resident.gets('saveSubscriptions', {
        body: { code: stub.issueCode('o-gone'), results: said },
      });
    };
    await refuses('2026-11-23')();
    await refuses('2026-11-24')();
    await community.timeIs('2026-11-26T10:00:00+08:00');
    const { items } = await resident.gets('listSubscriptions');
    expect(items.map(({ template }) => template)).toEqual(errandTemplates.staff);
  });
});
