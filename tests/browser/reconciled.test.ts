import { keepOnPage } from '../kit/browser';
import { browserStory } from '../kit/browserStory';
import type { Caller } from '../kit/caller';
import { acting, errandDoc, orderOf } from '../kit/errands';
import { looking, shootWide } from '../kit/looks';
import { see, tap } from '../kit/page';
import { photoOf } from '../kit/photos';
import { sendsDone } from '../kit/reconciliations';

const { community, open } = browserStory();
const act = acting(community);
const look = looking();
const at = (clock: string) => `2026-11-22T${clock}:00+08:00`;
const trash = { kind: 'trash' as const, details: { bags: 1, infectious: false } };

/** Lost to the clock in the stairwell, and taken by a colleague: what the first one did arrives later. */
async function doneTwice(worker: Caller, colleague: Caller): Promise<string> {
  const resident = await community.signIn('resident', 1);
  const { id } = await resident.gets('placeRequest', { body: await orderOf(resident, trash) });
  expect((await act(worker, id, 'accept')).status).toBe(200);
  const given = await act(await community.signIn('office'), id, 'reassign', {
    ...{ accountId: colleague.accountId, reason: '联系不上' },
  });
  expect(given.status).toBe(200);
  const photo = await worker.gets('uploadFile', { query: { use: 'evidence' }, file: await photoOf() });
  await community.timeIs(at('10:25'));
  const input = { photoFileId: photo.id, disinfectedTwice: true };
  expect((await sendsDone(worker, id, { action: 'leave', at: at('10:08') })).status).toBe(202);
  expect((await sendsDone(worker, id, { action: 'deliver', at: at('10:12'), input })).status).toBe(202);
  return id;
}

describe('what was done without network while others went on', () => {
  it('stands before the leader with both sides and both telephones, and is closed with what it was', async () => {
    await community.timeIs(at('10:00'));
    const [worker, colleague] = [await community.signIn('worker', 1), await community.signIn('worker', 2)];
    const leader = await open('网格长');
    await see(leader, '现在没有等您办的');
    const id = await doneTwice(worker, colleague);
    // It is there without a reload.
    await see(leader, '待核对 1 件');
    await see(leader, '两边写的不一样');
    await look(leader, 'reconcile-worklist');
    // Whoever did it sees on the errand that it is to be found out, and later what came of it.
    const own = await open('网格员', 1);
    await see(own, '要紧的');
    await own.goto('about:blank');
    await own.goto(`${community.running.url}/?polling=off#/carrying/one/index?id=${id}`);
    await see(own, '两边写的不一样，等核对');
    await look(own, 'reconcile-own');
    await tap(leader, '去核对');
    await see(leader, '没网时办的');
    await see(leader, '换了人');
    await leader.getByRole('button', { name: '送到门口的照片，大图' }).waitFor();
    await keepOnPage(leader);
    const calls = leader.getByRole('button', { name: /^打电话给/ }).filter({ visible: true });
    await calls.nth(1).waitFor();
    expect(await calls.count()).toBe(2);
    await look(leader, 'reconcile', [320, 375, 1280]);

    await tap(leader, '写下结果');
    await see(leader, '请选一个');
    await tap(leader, '两边都办了，多办了一次');
    await leader.getByLabel('怎么处理的（可以不写）').fill('跟两位都说过了');
    // What was begun is still there after the page was killed.
    await leader.reload();
    await leader.getByText('两边都办了，多办了一次').filter({ visible: true }).waitFor();
    await tap(leader, '写下结果');
    await see(leader, '核对过了');
    await see(leader, '跟两位都说过了');
    await look(leader, 'reconciled');
    await see(own, '两边都办了，多办了一次');
    await shootWide(leader, 'reconciled-wide');
    // Nothing of the errand changed by it.
    expect((await errandDoc(community, id)).state).toBe('accepted');
    await tap(leader, '返回');
    await see(leader, '现在没有等您办的');
  });

  it('that was bought is paid for by whom the leader says; what the household disputes waits for the leader until it is settled', async () => {
    const [worker, resident] = [await community.signIn('worker', 1), await community.signIn('resident', 1)];
    const { id } = await resident.gets('placeRequest', { body: await orderOf(resident) });
    expect((await act(worker, id, 'accept')).status).toBe(200);
    const boughtAt = community.running.context.clock.now();
    await act(resident, id, 'cancel', { reason: '不要了' });
    const late = { action: 'buy' as const, at: boughtAt, input: { amountFen: 2350 } };
    expect((await sendsDone(worker, id, late)).status).toBe(202);
    const leader = await open('网格长');
    await see(leader, '两边写的不一样');
    await tap(leader, '去核对');
    await see(leader, '没网时买的东西退掉了，选第一个；留下了，再选谁付钱。');
    await tap(leader, '两边都办了，多办了一次');
    await see(leader, '没网时买的东西谁付钱');
    await tap(leader, '写下结果');
    await see(leader, '请选一个');
    await leader.getByText('没网时买的东西谁付钱').scrollIntoViewIfNeeded();
    await look(leader, 'reconcile-bought');
    await tap(leader, '住户付');
    await tap(leader, '写下结果');
    await see(leader, '核对过了');
    await tap(leader, '返回');

    const [owed] = (await worker.gets('listPayments', { query: { requestId: id } })).items;
    const payments = [{ paymentId: owed?.id ?? '', seenVersion: owed?.version ?? 0 }];
    await worker.gets('settlePayments', { body: { method: 'cash', payments } });
    const home = await open('居民', 1);
    await see(home, '请人帮忙');
    await home.goto('about:blank');
    await home.goto(`${community.running.url}/?polling=off#/resident/errands/one/index?id=${id}`);
    await see(home, '垫的钱 ¥23.50');
    await tap(home, '不对');
    await home.getByLabel('哪里不对').fill('菜没有留下');
    await tap(home, '告诉网格员');
    // It is in the list of the leader without a reload.
    await see(leader, '垫的钱对不上 1 笔');
    await look(leader, 'disputed-worklist');
    await tap(leader, '去看看');
    await see(leader, '菜没有留下');
    await look(leader, 'disputed');
    await tap(leader, '社区付');
    await leader.getByLabel('为什么社区付').fill('菜退不掉');
    await tap(leader, '记下，社区付');
    await see(leader, '垫的钱都结清了');
    await tap(leader, '返回');
    await see(leader, '现在没有等您办的');
  });
});
