import type { ImportView } from '@shared/grids/workbookContract';
import { Types } from 'mongoose';
import { readBook } from '../../api/grids/import/book/readBook';
import type { Caller } from '../kit/caller';
import { madeRoster, mergedSheet, plainCsv, sheetsOfBuildings } from '../kit/madeRoster';
import { startCommunity } from '../kit/startCommunity';
import { workbookOf } from '../kit/workbook';

const community = startCommunity();
const preview = { dryRun: true as never };
const unknownPerson = '61010119900230123X';

/** What the shape did to the roster: counts of a community before and after. */
async function grown(office: Caller, work: () => Promise<unknown>): Promise<Record<string, number>> {
  const communityId = new Types.ObjectId(office.session.account.memberships[0]?.communityId);
  const { connection } = community.running.context;
  const count = () =>
    Promise.all(
      ['dwellings', 'households', 'residents'].map((name) =>
        connection.collection(name).countDocuments({ communityId }),
      ),
    );
  const before = await count();
  await work();
  const after = await count();
  return Object.fromEntries(
    ['dwellings', 'households', 'residents'].map((name, i) => [
      name,
      (after[i] as number) - (before[i] as number),
    ]),
  );
}

/** Previewed, taken, taken again: each says what it should, and the second time nothing changes. */
async function takesExactly(
  file: { name: string; bytes: Buffer },
  expected: Partial<ImportView>,
  query: { columns?: string } = {},
): Promise<ImportView> {
  const office = await community.signIn('office', 2);
  const seen = await office.gets('importRoster', { file, query: { ...preview, ...query } as never });
  expect(seen).toMatchObject({ ...expected, created: expected.people, updated: 0, same: 0 });
  const { dwellings, households, people } = expected;
  expect(await grown(office, () => office.gets('importRoster', { file, query: query as never }))).toEqual({
    dwellings,
    households,
    residents: people,
  });
  expect(
    await grown(office, async () =>
      expect(await office.gets('importRoster', { file })).toMatchObject({
        ...expected,
        created: 0,
        updated: 0,
        same: people,
        kept: 0,
      }),
    ),
  ).toEqual({ dwellings: 0, households: 0, residents: 0 });
  return seen;
}

describe('three workbooks of different shape are taken whole', () => {
  it('(a) titles, merged cells, one address column, full-width digits', async () => {
    const file = {
      name: '幸福家园.xlsx',
      bytes: workbookOf([mergedSheet(madeRoster(40, 101, 100_000), 'wide')]),
    };
    await takesExactly(file, { dwellings: 40, households: 40, people: 101, refused: [], notes: 2 });
  });

  it('(b) csv in GBK under other header words, numbers as numbers', async () => {
    const file = { name: '西苑.csv', bytes: plainCsv(madeRoster(35, 88, 110_000)) };
    const seen = await takesExactly(file, { dwellings: 35, households: 35, people: 88, refused: [] });
    expect(seen.columns.map(({ field }) => field)).toEqual([
      null,
      'estate',
      'building',
      'unit',
      'room',
      'name',
      'relation',
      'documentNumber',
      'phone',
      'residence',
    ]);
  });

  it('(c) a sheet for each building that only its title names, the head in merged cells, days as numbers', async () => {
    const made = madeRoster(150, 380, 120_000).map((people) =>
      people.map((person) => ({ ...person, building: person.building + 30 })),
    );
    const sheets = sheetsOfBuildings(made);
    expect(sheets.map(({ name }) => name)).toEqual(['31栋', '32栋']);
    const cover = { name: '封面', rows: [['住户登记'], ['2026年11月']] };
    const file = { name: '一栋一表.xlsx', bytes: workbookOf([cover, ...sheets]) };
    const office = await community.signIn('office', 2);
    const guessed = await office.gets('importRoster', { file, query: preview });
    expect(guessed.columns.find(({ header }) => header === '电话')?.field).toBe('phone');
    expect(guessed.columns.find(({ header }) => header === '出生日期')).toMatchObject({ field: null });
    expect(guessed.sheets).toEqual([
      { name: '封面', use: null, layout: null, rows: 0 },
      { name: '31栋', use: 'people', layout: 0, rows: made.slice(0, 120).flat().length },
      { name: '32栋', use: 'people', layout: 0, rows: made.slice(120).flat().length },
    ]);
    // The office says which of the two telephones is theirs; the next file has it right by itself.
    const columns = JSON.stringify({ '31栋!H': 'phone' });
    const seen = await takesExactly(
      file,
      { dwellings: 150, households: 150, people: 380, refused: [] },
      { columns },
    );
    expect(seen.columns.find(({ header }) => header === '电话')?.field).toBeNull();
    const again = await office.gets('importRoster', { file, query: preview });
    expect(again.columns.find(({ header }) => header === '本人号码')).toMatchObject({
      field: 'phone',
      from: 'remembered',
    });
    const one = await office.gets('importRoster', {
      file,
      query: { ...preview, sheets: '["32栋"]' } as never,
    });
    expect(one).toMatchObject({ people: made.slice(120).flat().length, households: 30 });
    expect(one.sheets.map(({ use }) => use)).toEqual([null, null, 'people']);
  });

  it('of two layouts in one file: each has its columns, and what stands on both is one person', async () => {
    const office = await community.signIn('office', 2);
    const made = madeRoster(8, 20, 130_000).map((people) =>
      people.map((person) => ({ ...person, building: 41 })),
    );
    const [first] = made.flat();
    const other = {
      name: '补充',
      rows: [
        ['门牌', '住户姓名', '身份证'],
        ['41-1-101', first?.name ?? '', first?.documentNumber ?? ''],
        ['41-9-901', first?.name ?? '', first?.documentNumber ?? ''],
        ['41-9-902', '王假', unknownPerson],
      ],
    };
    const view = await office.gets('importRoster', {
      file: { name: '两种.xlsx', bytes: workbookOf([mergedSheet(made), other]) },
      query: preview,
    });
    expect(view).toMatchObject({ people: 20, repeated: 1 });
    expect(new Set(view.columns.map(({ layout }) => layout))).toEqual(new Set([0, 1]));
    expect(view.refused).toEqual([
      {
        sheet: 'people',
        sheetName: '补充',
        row: 3,
        path: 'room',
        code: 'person.twoDwellings',
        params: { row: 4, sheet: '住户信息' },
      },
      {
        sheet: 'people',
        sheetName: '补充',
        row: 4,
        path: 'document.number',
        code: 'document.date',
        value: '610***********123X',
      },
    ]);
  });
});

describe('before anything is written', () => {
  it('both sides of every difference are shown, masked', async () => {
    const office = await community.signIn('office', 2);
    const made = madeRoster(3, 6, 140_000).map((people) =>
      people.map((person) => ({ ...person, building: 42 })),
    );
    const fileOf = (households: typeof made) => ({
      name: 'r.xlsx',
      bytes: workbookOf([mergedSheet(households)]),
    });
    await office.gets('importRoster', { file: fileOf(made) });
    const next = made.map((people, h) =>
      people.map((person, i) =>
        h || i ? { ...person, room: h === 1 ? 999 : person.room } : { ...person, phone: '19955550000' },
      ),
    );
    const { changes } = await office.gets('importRoster', { file: fileOf(next), query: preview });
    expect(changes).toEqual([
      {
        sheetName: '住户信息',
        row: 4,
        changed: ['phone'],
        kept: [],
        who: { name: `${made[0]?.[0]?.name.charAt(0)}**`, door: '42-1-101' },
        values: [{ field: 'phone', roster: '199****0000', file: '199****0000' }],
      },
      ...[6, 7].map((row) => ({
        sheetName: '住户信息',
        row,
        changed: ['household'],
        kept: [],
        who: { name: `${made[1]?.[0]?.name.charAt(0)}**`, door: '42-1-999' },
        values: [{ field: 'household', roster: '42-1-102', file: '42-1-999' }],
      })),
    ]);
  });

  it('the rows that would be refused can be fetched, mended and imported', async () => {
    const office = await community.signIn('office', 2);
    const rows = [
      ['住址', '姓名', '身份证', '电话'],
      ['43-1-101', '王好', '', '19900000001'],
      ['43-1-102', '李缺', '', '199'],
      ['43-1-', '赵房', '', '19900000003'],
    ];
    const file = { name: 'r.xlsx', bytes: workbookOf([{ name: '登记', rows }]) };
    const refused = await office.calls('previewRefusedRows', { file });
    const book = await readBook(refused.body as unknown as Buffer);
    const [header = [], ...lines] = (await book.read(book.sheets[0] as never)).map(({ cells }) => cells);
    expect(lines.map((cells) => cells.slice(0, 3))).toEqual([
      ['联系电话：号码不完整', '登记', '3'],
      ['楼栋：不清楚是哪一栋', '登记', '4'],
    ]);
    // Mended where it came back, and taken from there.
    const at = (name: string) => header.indexOf(name);
    const mended = lines.map((cells, i) => {
      const next = header.map((_, c) => cells[c] ?? '');
      next[at(i ? '地址' : '联系电话')] = i ? '43-1-103' : '19900000002';
      return next;
    });
    const bytes = workbookOf([{ name: '退回', rows: [header, ...mended] }]);
    expect(await office.gets('importRoster', { file: { name: 'm.xlsx', bytes } })).toMatchObject({
      people: 2,
      created: 2,
      refused: [],
    });
    expect(await office.gets('importRoster', { file })).toMatchObject({ created: 1, refused: [{}, {}] });
  });

  it('the template is taken as it is, and says nothing of anybody', async () => {
    const office = await community.signIn('office', 2);
    const answer = await office.calls('readTemplate');
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
      '暖邻_花名册模板.xlsx',
    );
    const bytes = answer.body as unknown as Buffer;
    const view = await office.gets('importRoster', { file: { name: 't.xlsx', bytes }, query: preview });
    expect(view).toMatchObject({ people: 0, dwellings: 0, grids: 0, refused: [], missing: [] });
    expect(view.sheets.map(({ name, use }) => [name, use])).toEqual([
      ['居民花名册', 'people'],
      ['网格划分', 'grids'],
      ['填写说明', null],
    ]);
    expect(view.columns.filter(({ field }) => !field).map(({ header }) => header)).toEqual(['序号']);
  });

  it('grids are shown beside those that are there', async () => {
    const office = await community.signIn('office', 2);
    const rows = (name: string) => [
      ['网格编号', '级别', '上级网格', '名称', '范围', '姓名', '电话', '角色'],
      ['N1', '楼栋', 'E0', name, '44号楼', '王格', '19912345678', '网格员'],
      ['N2', '楼栋', 'E0', '四十五栋', '45号楼', '', '', ''],
    ];
    const fileOf = (name: string) => ({
      name: 'g.xlsx',
      bytes: workbookOf([{ name: '网格', rows: rows(name) }]),
    });
    const stateOf = async (name: string) =>
      (await office.gets('importRoster', { file: fileOf(name), query: preview })).gridRows.map(
        ({ code, range, person, role, state }) => [code, range, person, role, state],
      );
    expect(await stateOf('四十四栋')).toEqual([
      ['N1', '44号楼', '王**', 'worker', 'new'],
      ['N2', '45号楼', null, null, 'new'],
    ]);
    await office.gets('importRoster', { file: fileOf('四十四栋') });
    expect((await stateOf('四十四栋')).map((cells) => cells[4])).toEqual(['same', 'same']);
    expect((await stateOf('改了名')).map((cells) => cells[4])).toEqual(['changed', 'same']);
  });
});

describe('what the office sees of imports', () => {
  it('the newest first, with how far it is', async () => {
    const office = await community.signIn('office', 2);
    const file = { name: 'r.xlsx', bytes: workbookOf([mergedSheet(madeRoster(4, 9, 150_000))]) };
    const begun = await office.gets('importRoster', { file, query: { wait: false as never } });
    const { items } = await office.gets('listImports', { query: { limit: 1 } });
    expect(items).toMatchObject([{ id: begun.id, rows: { all: 9 }, refused: 0 }]);
    const { next } = await office.gets('listImports', { query: { limit: 1 } });
    const older = await office.gets('listImports', { query: { limit: 1, cursor: next ?? '' } });
    expect(older.items[0]?.id.localeCompare(begun.id ?? '')).toBe(-1);
    const other = await community.signIn('office', 1);
    const seen = (await other.gets('listImports')).items.map(({ id }) => id);
    expect(seen).not.toContain(begun.id);
  });
});

describe('two households at one door', () => {
  it('whose heads are gone stay two when the file comes again', async () => {
    const office = await community.signIn('office', 2);
    const rows = [
      ['住址', '姓名', '关系'],
      ['46-1-101', '王一', '户主'],
      ['46-1-101', '王二', '配偶'],
      ['46-1-101', '赵一', '户主'],
      ['46-1-101', '赵二', '配偶'],
    ];
    const sheet = (some: string[][]) => ({
      name: 'r.xlsx',
      bytes: workbookOf([{ name: '人员', rows: some }]),
    });
    expect(await office.gets('importRoster', { file: sheet(rows) })).toMatchObject({ households: 2 });
    const communityId = new Types.ObjectId(office.session.account.memberships[0]?.communityId);
    const { connection } = community.running.context;
    const here = { communityId, door: '46-1-101' };
    const households = await connection.collection('households').find(here).sort({ _id: 1 }).toArray();
    const of = (i: number) => ({ communityId, householdId: households[i]?._id });
    const residents = connection.collection('residents');
    // Both heads move away.
    const ids = households.map(({ _id }) => _id);
    await residents.deleteMany({ communityId, householdId: { $in: ids }, relation: 'head' });
    const exported = await office.calls('exportRoster', {
      query: { reason: 'correction', building: '46' },
    });
    const file = { name: 'r.xlsx', bytes: exported.body as unknown as Buffer };
    for (const prefer of ['roster', 'file'] as const)
      expect(await office.gets('importRoster', { file, query: { prefer } })).toMatchObject({
        people: 2,
        created: 0,
        updated: 0,
        kept: 0,
      });
    expect([await residents.countDocuments(of(0)), await residents.countDocuments(of(1))]).toEqual([1, 1]);
    // Somebody is the head now.
    const headed = sheet([
      ['住址', '姓名', '关系'],
      ['46-1-101', '赵二', '户主'],
    ]);
    expect(await office.gets('importRoster', { file: headed })).toMatchObject({
      updated: 1,
      changes: [{ changed: ['relation'] }],
    });
  });
});
