import { readFile } from 'node:fs/promises';
import { Types } from 'mongoose';
import type { Page } from 'playwright-core';
import { browserStory } from '../kit/browserStory';
import { looking } from '../kit/looks';
import { type MadePerson, madeRoster, mergedSheet, sheetsOfBuildings } from '../kit/madeRoster';
import { see, tap } from '../kit/page';
import { workbookOf } from '../kit/workbook';

const { community, open } = browserStory();
let page: Page;
beforeAll(async () => {
  page = await open('社区办公室', 2);
  await openRoster();
});

const looks = looking();
/** On a narrow and a usual phone and on a desk, in both sizes; the desk last. */
const look = (name: string) => looks(page, name, [320, 375, 1280]);
async function openRoster(): Promise<void> {
  await tap(page, '花名册');
  await see(page, '选择花名册文件');
}
const choose = (name: string, buffer: Buffer) =>
  page.getByLabel('选择花名册文件').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

/** The figures on the page by their names. */
async function figures(): Promise<Record<string, number>> {
  const texts = await page.locator('.figures > *').filter({ visible: true }).allInnerTexts();
  return Object.fromEntries(texts.map((text) => text.split(/\s+/)).map(([name, n]) => [name, Number(n)]));
}

const moved = (households: MadePerson[][], building: number): MadePerson[][] =>
  households.map((people) => people.map((person) => ({ ...person, building: person.building + building })));

const made = moved(madeRoster(130, 330, 200_000), 50);
function buildingsFile(): Buffer {
  const sheets = sheetsOfBuildings(made);
  // Somebody’s number has a digit too few, and somebody has no name.
  sheets[0]?.rows.push(['9-901', '', '王少', '户主', null, '6101011990010112', '', 13900000001]);
  sheets[1]?.rows.push(['9-902', '', '', '', null, '', '', 13900000002]);
  return workbookOf([{ name: '封面', rows: [['住户登记'], ['2026年11月']] }, ...sheets]);
}

describe('a workbook on the office’s screen', () => {
  it('is corrected in one column, previewed, imported, and the second time changes nothing', async () => {
    await look('roster');
    await choose('一栋一表.xlsx', buildingsFile());
    await see(page, '用哪几张表');
    expect(await page.getByLabel('H 列 · 本人号码').inputValue()).toBe('');
    await page.getByLabel('H 列 · 本人号码').selectOption({ label: '联系电话' });
    expect(await page.getByLabel('G 列 · 电话').inputValue()).toBe('');
    await look('roster-columns');
    await tap(page, '下一步：预览');
    await see(page, '还没有写进去');
    const expected = { 居民: 330, 户: 130, 房屋: 130, 退回的行: 2, 不变: 0, 更改: 0 };
    expect(await figures()).toMatchObject({ 新增: 330, ...expected });
    await see(page, '证件号码：身份证号应为 18 位，现为 610');
    await look('roster-preview');
    const mend = page.waitForEvent('download');
    await tap(page, '下载退回的行');
    expect((await mend).suggestedFilename()).toBe('暖邻_退回的行.xlsx');
    await tap(page, '确认导入');
    await see(page, '导入完成');
    expect(await figures()).toMatchObject({ 新增: 330, ...expected });
    await look('roster-result');

    await tap(page, '再导一份');
    await see(page, '新增 330，更改 0，退回 2');
    await choose('一栋一表.xlsx', buildingsFile());
    await see(page, '上次选的');
    expect(await page.getByLabel('H 列 · 本人号码').inputValue()).toBe('phone');
    await tap(page, '下一步：预览');
    await see(page, '没有要新增或更改的居民');
    expect(await figures()).toMatchObject({ 新增: 0, 更改: 0, 不变: 330 });
    await tap(page, '上一步');
    await tap(page, '上一步');
    await see(page, '选择花名册文件');
  });

  it('leaves in full with a reason, and comes back without a change', async () => {
    await tap(page, '原文');
    await tap(page, '导出');
    await see(page, '请选一个原因');
    await tap(page, '核对更正');
    await page.getByLabel('哪栋楼').selectOption({ label: '51号楼' });
    await look('roster-export');
    const leaving = page.waitForEvent('download');
    await tap(page, '导出');
    const file = await leaving;
    expect(file.suggestedFilename()).toMatch(/^暖邻_居民花名册_.+_20261122-\d{4}\.xlsx$/);
    await see(page, '已导出');
    await choose('回来.xlsx', await readFile(await file.path()));
    await tap(page, '下一步：预览');
    await see(page, '没有要新增或更改的居民');
    const people = made.flat().filter(({ building }) => building === 51).length;
    expect(await figures()).toMatchObject({ 居民: people, 不变: people, 新增: 0, 更改: 0, 保留更正: 0 });
    await tap(page, '上一步');
    await tap(page, '上一步');
  });

  it('shows both sides where the roster is newer, and gives way only when it is told to', async () => {
    const { connection } = community.running.context;
    const office = await community.signIn('office', 2);
    const communityId = new Types.ObjectId(office.session.account.memberships[0]?.communityId);
    const household = await connection.collection('households').findOne({ communityId, door: '51-1-101' });
    // Somebody corrects a relation, here and today.
    await connection
      .collection('residents')
      .updateOne(
        { communityId, householdId: household?._id, relation: 'spouse' },
        { $set: { relation: 'other' }, $inc: { version: 1 } },
      );
    const other = madeRoster(1, 1, 210_000)[0]?.[0]?.phone ?? '';
    const next = made.map((people, h) =>
      people.map((person, i) => (h || i ? person : { ...person, phone: other })),
    );
    await choose('上周的.xlsx', workbookOf(sheetsOfBuildings(next)));
    await tap(page, '下一步：预览');
    await see(page, '保留 其他，文件是 配偶');
    expect(await figures()).toMatchObject({ 更改: 1, 保留更正: 1 });
    await look('roster-kept');
    await tap(page, '以文件为准');
    await see(page, '关系：其他 → 配偶');
    expect(await figures()).toMatchObject({ 更改: 2, 保留更正: 0 });
    await tap(page, '上一步');
    await tap(page, '上一步');
  });

  it('goes on while nobody looks, says when it was cut, and says what is wrong with a file', async () => {
    await choose('大.xlsx', workbookOf([mergedSheet(moved(madeRoster(400, 1000, 220_000), 60))]));
    await tap(page, '下一步：预览');
    await tap(page, '确认导入');
    await see(page, '正在导入');
    await look('roster-running');
    await page.getByRole('button', { name: '返回' }).filter({ visible: true }).last().click();
    await see(page, '现在要办');
    await tap(page, '花名册');
    await page
      .getByText('导入完成')
      .or(page.getByText('新增 1000，更改 0'))
      .filter({ visible: true })
      .first()
      .waitFor();

    const { connection } = community.running.context;
    const [last] = await connection.collection('rosterImports').find({}).sort({ _id: -1 }).limit(1).toArray();
    await connection
      .collection('rosterImports')
      .updateOne({ _id: last?._id }, { $set: { state: 'cut', rows: { done: 400, all: 1000 } } });
    await page.reload();
    await see(page, '1000 行里做完了 400 行');
    await look('roster-cut');
    await choose('花名册.xlsx', Buffer.from('MZ\0\0'));
    await see(page, '这不是表格文件');
    await look('roster-unreadable');
  });
});
