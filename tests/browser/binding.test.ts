import { dataKeyId } from '../../api/platform/sealing';
import { openResident, Residents } from '../../api/roster';
import { browserStory } from '../kit/browserStory';
import { see, tap } from '../kit/declaring';
import { familyOf } from '../kit/family';
import { faultsOfLooks } from '../kit/looks';
import { codeOn } from '../kit/phoneMessages';

const { community, phone, open } = browserStory();

/** The last four of somebody’s document, as it is printed on the card. */
async function lastFourOf(residentId: string): Promise<string> {
  const { context } = community.running;
  const doc = await Residents(context).findById(residentId).lean();
  if (!doc) throw new Error('nobody');
  const keyId = dataKeyId('roster', doc._id);
  const { document } = openResident(doc, (await context.seals.load([keyId])).get(keyId));
  return document?.kind === 'residentId' ? document.number.slice(-4) : '';
}

describe('a phone for everybody of a household', () => {
  it('a worker shows a code; a new phone opens the address, is in the household, and lets a daughter act for it', async () => {
    const faults: string[] = [];
    const head = await community.signIn('resident', 1);
    await head.gets('declareReturn', { body: await familyOf(head) });
    const spouse = (await head.gets('getMe')).household?.people.find(({ isMe }) => !isMe);

    const worker = await open('网格员', 1);
    await tap(worker, '核实');
    await tap(worker, '请这一户绑定手机');
    await see(worker, '给哪一位绑定手机');
    faults.push(...(await faultsOfLooks(worker, 'invite-choose')));
    const invited = worker.waitForResponse((answer) => answer.url().endsWith('/invitations'));
    await worker.locator('.li', { hasText: '还没绑定' }).filter({ visible: true }).first().click();
    const { code, asks } = await (await invited).json();
    await see(worker, '请对方用手机扫这个码');
    faults.push(...(await faultsOfLooks(worker, 'invite-code')));

    const page = await phone();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto('about:blank');
    await page.goto(
      `${community.running.url}/?polling=off#/resident/mine/bind/index?code=${code}&asks=${asks}`,
    );
    await tap(page, '同意');
    await see(page, '先说说您是谁');
    await page.getByLabel('手机号').fill('19977700001');
    await tap(page, '获取验证码');
    await see(page, '验证码已发出');
    faults.push(...(await faultsOfLooks(page, 'bind-sign-in')));
    await page.getByLabel('短信里的 6 位数字').fill(await codeOn(community, '19977700001'));
    await tap(page, '下一步');
    await page.getByLabel('证件号码后四位').fill('0000');
    await tap(page, '确认');
    await see(page, '对不上，还可以试 4 次');
    faults.push(...(await faultsOfLooks(page, 'bind-last-four')));
    await page.getByLabel('证件号码后四位').fill(await lastFourOf(spouse?.residentId ?? ''));
    await tap(page, '确认');
    await see(page, '已绑定');
    faults.push(...(await faultsOfLooks(page, 'bind-done')));
    expect(requests.filter((url) => url.includes(code))).toEqual([]);
    expect(page.url()).not.toContain(code);

    await tap(page, '回首页');
    await see(page, '已收到，等核实');
    await page.goto(`${community.running.url}/?polling=off#/resident/mine/mandates/index`);
    await see(page, '现在没有人替您家办事');
    await page.getByLabel('对方的手机号').fill('19977700002');
    await tap(page, '儿女');
    await tap(page, '登记返回');
    await tap(page, '一个月');
    faults.push(...(await faultsOfLooks(page, 'mandate-giving')));
    await tap(page, '同意代办');
    await see(page, '已经告诉对方');
    await see(page, '199****0002');
    faults.push(...(await faultsOfLooks(page, 'mandate-given')));

    const daughter = await phone();
    await tap(daughter, '同意');
    await tap(daughter, '用手机号登录');
    await daughter.getByLabel('手机号').fill('19977700002');
    faults.push(...(await faultsOfLooks(daughter, 'sign-in-phone')));
    await tap(daughter, '获取验证码');
    await see(daughter, '验证码已发出');
    const messages = await phone();
    await tap(messages, '同意');
    await tap(messages, '看演示里的短信');
    await see(messages, '请您代办');
    faults.push(...(await faultsOfLooks(messages, 'demo')));
    await daughter.getByLabel('短信里的 6 位数字').fill(await codeOn(community, '19977700002'));
    await tap(daughter, '进入');
    await see(daughter, '已收到，等核实');
    await daughter.goto(`${community.running.url}/?polling=off#/resident/mine/mandates/index`);
    await see(daughter, '您在替');
    faults.push(...(await faultsOfLooks(daughter, 'mandate-held')));

    const bare = await open('还没登记过的人', 5);
    await tap(bare, '我就住在社区里，绑定我的家');
    await see(bare, '您家在哪里');
    faults.push(...(await faultsOfLooks(bare, 'bind-door')));
    expect(faults).toEqual([]);
  });
});
