import { signIn } from '../kit/browser';
import { browserStory } from '../kit/browserStory';
import { fillJourney } from '../kit/declaring';
import { documentOf } from '../kit/family';
import { looking } from '../kit/looks';
import { see, tap } from '../kit/page';

const { community, phone, open } = browserStory();
const look = looking();

describe('somebody nobody has on a list', () => {
  it('declares a fever at an address that is not listed, sees 120, and reaches the office, which sends it back', async () => {
    const [page, office] = await Promise.all([phone(), phone()]);
    await signIn(page, '还没登记过的人');
    await tap(page, '登记返回');
    await fillJourney(page);
    await tap(page, '下一步');

    await page.getByLabel('社区', { exact: true }).selectOption({ label: '城南社区' });
    await tap(page, '列表里没有');
    await page.getByLabel('几号楼').fill('77');
    await page.getByLabel('房号').fill('101');
    await look(page, 'declare-place');
    await tap(page, '下一步');

    await tap(page, '我自己');
    await page.getByLabel('姓名').fill('欧阳明');
    await page.getByLabel('证件号码').fill(`${documentOf(77).slice(0, 17)}A`);
    await page.getByLabel('电话').fill('19912340077');
    await tap(page, '下一步');
    await see(page, '证件号码有误，请核对最后几位');
    await look(page, 'declare-person');
    expect(await page.getByLabel('姓名').inputValue()).toBe('欧阳明');
    await page.getByLabel('证件号码').fill(documentOf(77));
    await tap(page, '下一步');

    await tap(page, '有');
    await tap(page, '干咳');
    for (const key of ['3', '9', '2']) await tap(page, key);
    await see(page, '请再量一次。37.3 ℃ 及以上会马上告诉网格员');
    await tap(page, '耳温枪');
    await tap(page, '没有');
    await tap(page, '下一步');
    // Outside 35.0–38.9 it is confirmed a second time.
    await see(page, '这个体温少见，请再量一次确认');
    await tap(page, '量过两次，就是这个');
    await look(page, 'declare-fever');
    await tap(page, '下一步');
    await tap(page, '提交');
    await see(page, '请留在家里，先别出门');
    await see(page, '打 120：喘不上气、胸痛');
    await look(page, 'declared-fever');

    await signIn(office, '社区办公室');
    const { items } = await (await community.signIn('office')).gets('getWorklist');
    expect(items.slice(0, 2)).toMatchObject([
      { urgency: 'fever', title: { code: 'fever.raised' } },
      { urgency: 'fever', title: { code: 'return.placeAddress' } },
    ]);
  });
});

it('whoever comes back while the server is too busy to renew the session is still at home, and goes on when it can', async () => {
  const page = await open('居民', 3);
  await see(page, '从外地回来了');
  const busy = { code: 'unavailable', type: '', title: '', status: 503, requestId: '' };
  await page.route('**/api/sessions/refresh', (route) => route.fulfill({ status: 503, json: busy }));
  const asked = page.waitForResponse('**/api/sessions/refresh');
  await page.reload();
  expect((await asked).status()).toBe(503);
  await see(page, '从外地回来了');
  await page.unroute('**/api/sessions/refresh');
  await tap(page, '登记返回');
  await see(page, '来自哪个省');
  await page.reload();
  await see(page, '来自哪个省');
});
