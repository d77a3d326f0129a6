import type { ImportView } from '@shared/grids/workbookContract';
import { Types } from 'mongoose';
import type { Caller } from '../kit/caller';
import { documentOf } from '../kit/family';
import { gb18030, type MadePerson, madeRoster, mergedSheet } from '../kit/madeRoster';
import { startCommunity } from '../kit/startCommunity';
import { type MadeCell, workbookOf } from '../kit/workbook';

const community = startCommunity();
const xlsx = (bytes: Buffer) => ({ name: 'roster.xlsx', bytes });
const fieldsOf = ({ columns }: ImportView) =>
  Object.fromEntries(columns.map(({ header, field }) => [header, field]));

/** Counts of everything an import could write. */
async function inDatabase(): Promise<Record<string, number>> {
  const { connection } = community.running.context;
  const names = [
    'dwellings',
    'households',
    'residents',
    'dataKeys',
    'grids',
    'accessLog',
    'rosterImports',
    'rosterColumns',
  ];
  const counts = await Promise.all(names.map((name) => connection.collection(name).countDocuments()));
  return Object.fromEntries(names.map((name, i) => [name, counts[i] as number]));
}

const plainRow = ({ building, unit, room, name, relation, documentNumber, phone }: MadePerson): string[] => [
  `${building}-${unit}-${room}`,
  name,
  relation,
  documentNumber,
  phone,
];

describe('a workbook of another shape', () => {
  it('with titles, merged cells and one address column is previewed without a trace, then taken, and changes nothing again', async () => {
    const office = await community.signIn('office', 2);
    const file = xlsx(
      workbookOf([{ name: '封面', rows: [['住户登记'], ['2026年']] }, mergedSheet(madeRoster(30, 75))]),
    );
    const before = await inDatabase();
    const preview = await office.gets('importRoster', { file, query: { dryRun: true as never } });
    expect(preview).toMatchObject({
      id: null,
      dryRun: true,
      households: 30,
      people: 75,
      created: 75,
      updated: 0,
      same: 0,
      refused: [],
      missing: [],
      notes: 2,
    });
    expect(fieldsOf(preview)).toEqual({
      住户地址: 'address',
      住户姓名: 'name',
      和户主关系: 'relation',
      身份证号: 'documentNumber',
      联系方式: 'phone',
      男女: 'sex',
    });
    expect(preview.columns[3]?.examples).toEqual([
      '610***********0006',
      '610***********0014',
      '610***********0022',
    ]);
    expect(JSON.stringify(preview)).not.toMatch(/\d{17}|199\d{8}/);
    expect(await inDatabase()).toEqual(before);

    const done = await office.gets('importRoster', { file });
    expect(done).toMatchObject({
      state: 'done',
      dwellings: 30,
      households: 30,
      people: 75,
      created: 75,
      updated: 0,
      rows: { done: 75, all: 75 },
    });
    const after = await inDatabase();
    expect(after.residents).toBe((before.residents ?? 0) + 75);
    expect(await office.gets('importRoster', { file })).toMatchObject({
      created: 0,
      updated: 0,
      same: 75,
      kept: 0,
      changes: [],
    });
    expect(await inDatabase()).toEqual({
      ...after,
      rosterImports: (after.rosterImports ?? 0) + 1,
      dataKeys: (after.dataKeys ?? 0) + 1,
    });
    const { items } = await office.gets('listDwellings', {
      query: { building: '1', unit: '1', door: '1-1-101' },
    });
    expect(items.map(({ address }) => address)).toContainEqual({
      estate: '',
      building: '1',
      unit: '1',
      floor: '1',
      room: '101',
    });
  });

  it.each([
    ['UTF-8 with BOM and commas', ',', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-8 and semicolons', ';', (text: string) => Buffer.from(text)],
    ['GB18030 and tabs', '\t', gb18030],
  ] as const)('as csv in %s', async (_name, sign, encode) => {
    const office = await community.signIn('office', 2);
    const people = madeRoster(12, 30, 20_000).flat();
    const lines = [['楼号房号', '名字', '关系', '证件号', '手机/电话'], ...people.map(plainRow)];
    const file = { name: 'roster.csv', bytes: encode(lines.map((line) => line.join(sign)).join('\r\n')) };
    const preview = await office.gets('importRoster', { file, query: { dryRun: true as never } });
    expect(preview).toMatchObject({ households: 12, people: 30, refused: [] });
    expect(preview.columns.map(({ field }) => field)).toEqual([
      'address',
      'name',
      'relation',
      'documentNumber',
      'phone',
    ]);
    // The first column says nothing we know: what stands in it does.
    expect(preview.columns[0]?.from).toBe('values');
  });

  it('whose columns nobody could know is read as the office says, and the next file as it said', async () => {
    const office = await community.signIn('office', 2);
    const people = madeRoster(6, 12, 30_000).flat();
    const sheet = (some: MadePerson[]) =>
      xlsx(
        workbookOf([
          {
            name: 'Sheet1',
            rows: [
              ['甲', '乙', '丙', '丁', '戊'],
              ...some.map((p): MadeCell[] => [
                String(p.building + 50),
                String(p.room),
                `阿${p.name}`,
                p.documentNumber,
                p.phone,
              ]),
            ],
          },
        ]),
      );
    const first = await office.gets('importRoster', {
      file: sheet(people.slice(0, 6)),
      query: { dryRun: true as never },
    });
    expect(first.missing.map(({ field }) => field)).toEqual(['name', 'building', 'room']);
    const refused = await office.calls('importRoster', { file: sheet(people.slice(0, 6)) });
    expect([
      refused.status,
      refused.problem.params.reason,
      refused.problem.errors.map(({ path }) => path),
    ]).toEqual([422, 'columns', ['columns.name', 'columns.building', 'columns.room']]);
    const columns = JSON.stringify({ 甲: 'building', B: 'room', 丙: 'name' });
    const done = await office.gets('importRoster', {
      file: sheet(people.slice(0, 6)),
      query: { columns: columns as never },
    });
    expect(done).toMatchObject({ people: 6, created: 6 });
    const next = await office.gets('importRoster', { file: sheet(people), query: { dryRun: true as never } });
    expect(next).toMatchObject({ people: 12, created: 6, same: 6 });
    expect(next.columns.map(({ from }) => from)).toEqual([
      'remembered',
      'remembered',
      'remembered',
      'remembered',
      'remembered',
    ]);
    const unknown = await office.calls('importRoster', {
      file: sheet(people),
      query: { columns: '{"己":"name"}' as never },
    });
    expect(unknown.problem.errors).toEqual([{ path: 'columns.己', code: 'unknownField' }]);
  });

  it('takes what formulas showed, digits of any width and numbers as numbers; a number that lost its end is refused by name', async () => {
    const office = await community.signIn('office', 2);
    const header = ['小区', '楼号', '单元', '室号', '姓名', '证件号码', '手机号码（必填）'];
    const long = `${'欧'.repeat(58)}·阳`;
    const rows: MadeCell[][] = [
      header,
      ['西苑', 71, 1, 501, '王数', documentOf(40_001), 13900000001],
      [
        '西苑',
        '７１号楼',
        '１单元',
        '５０２室',
        '李 宽',
        documentOf(40_002).replace(/\d/g, wide),
        '+86 139-0000-0002',
      ],
      [
        '西苑',
        { formula: '70+1', value: '71栋' },
        1,
        503,
        '周式',
        { formula: 'A1', value: documentOf(40_003).toLowerCase() },
        null,
      ],
      ['西苑', 71, 1, 504, '吴丢', 610999199001010000, 13900000004],
      ['西苑', 71, 1, 505, '郑重', documentOf(40_001), 13900000005],
      ['西苑', 71, 2, 501, '王数', documentOf(40_001), 13900000001],
      ['西苑', 71, 1, 506, long, documentOf(40_006), null],
      ['西苑', 71, 1, 507, `${long}长`, documentOf(40_007), null],
      ['西苑', 71, 1, 508, '', documentOf(40_008), null],
    ];
    const done = await office.gets('importRoster', { file: xlsx(workbookOf([{ name: '人员', rows }])) });
    expect(done).toMatchObject({ people: 4, created: 4 });
    expect(done.refused.map(({ row, path, code, params }) => [row, path, code, params?.row])).toEqual([
      [5, 'document.number', 'document.rounded', undefined],
      [6, 'document.number', 'document.twice', 2],
      [7, 'room', 'person.twoDwellings', 2],
      [9, 'name', 'tooLong', undefined],
      [10, 'name', 'required', undefined],
    ]);
    const { items } = await office.gets('listDwellings', { query: { estate: '西苑', building: '71' } });
    expect(items.map(({ door }) => door)).toEqual(['71-1-501', '71-1-502', '71-1-503', '71-1-506']);
  });

  it('of one building, that says so in its title alone', async () => {
    const office = await community.signIn('office', 2);
    const rows = [
      ['９１号楼２单元住户登记表'],
      ['室号', '姓名', '证件号'],
      ['301', '王题', documentOf(70_001)],
      ['302', '李目', documentOf(70_002)],
    ];
    const done = await office.gets('importRoster', { file: xlsx(workbookOf([{ name: 'Sheet1', rows }])) });
    expect(done).toMatchObject({ people: 2, created: 2, refused: [] });
    const { items } = await office.gets('listDwellings', { query: { building: '91' } });
    expect(items.map(({ door }) => door)).toEqual(['91-2-301', '91-2-302']);
  });

  it('leaves what was corrected here since, says so, and gives way only when it is told to', async () => {
    const office = await community.signIn('office', 2);
    const people = madeRoster(4, 8, 50_000)
      .flat()
      .map((person) => ({ ...person, building: 81 }));
    const sheet = (some: MadePerson[]) =>
      xlsx(
        workbookOf([
          { name: '人员', rows: [['住址', '姓名', '关系', '身份证', '电话'], ...some.map(plainRow)] },
        ]),
      );
    await office.gets('importRoster', { file: sheet(people) });
    const { context } = community.running;
    const communityId = new Types.ObjectId(office.session.account.memberships[0]?.communityId);
    const of = { communityId, householdId: (await householdOf(communityId, '81-1-101'))?._id };
    // Somebody corrects the relation of one person, here.
    const corrected = await context.connection
      .collection('residents')
      .findOneAndUpdate({ ...of, relation: 'spouse' }, { $set: { relation: 'other' }, $inc: { version: 1 } });
    // The next file has a new telephone for another, and still the old relation.
    const next = people.map((person, i) => (i === 0 ? { ...person, phone: '19955550000' } : person));
    const asked = { file: sheet(next), query: { dryRun: true as never } };
    expect(await office.gets('importRoster', asked)).toMatchObject({
      created: 0,
      updated: 1,
      same: 7,
      kept: 1,
      changes: [
        { row: 2, changed: ['phone'], kept: [] },
        { row: 3, changed: [], kept: ['relation'] },
      ],
    });
    await office.gets('importRoster', { file: sheet(next) });
    const relation = async () =>
      (await context.connection.collection('residents').findOne({ _id: corrected?._id }))?.relation;
    expect(await relation()).toBe('other');
    expect(await office.gets('importRoster', { file: sheet(next) })).toMatchObject({ updated: 0, kept: 1 });
    const preferred = await office.gets('importRoster', { file: sheet(next), query: { prefer: 'file' } });
    expect(preferred).toMatchObject({ updated: 1, kept: 0, changes: [{ row: 3, changed: ['relation'] }] });
    expect(await relation()).toBe('spouse');
  });

  it('refuses a number that the roster has under another name; a document that was corrected makes no second person', async () => {
    const office = await community.signIn('office', 2);
    const sheet = (...rows: string[][]) =>
      xlsx(workbookOf([{ name: '人员', rows: [['住址', '姓名', '关系', '身份证'], ...rows] }]));
    const [wang, li] = [documentOf(80_001), documentOf(80_002)];
    await office.gets('importRoster', {
      file: sheet(['93-1-101', '王真', '户主', wang], ['93-1-101', '李配', '配偶', li]),
    });
    const other = sheet(['93-1-102', '赵假', '户主', wang]);
    expect(await office.gets('importRoster', { file: other })).toMatchObject({
      created: 0,
      updated: 0,
      refused: [{ row: 2, path: 'document.number', code: 'document.twice' }],
    });
    // The head’s number was mistyped: the next file has another, and it is the same head of the same household.
    const mended = sheet(['93-1-101', '王真', '户主', documentOf(80_003)], ['93-1-101', '李配', '配偶', li]);
    expect(await office.gets('importRoster', { file: mended })).toMatchObject({
      created: 0,
      updated: 1,
      changes: [{ row: 2, changed: ['document'], kept: [] }],
    });
    const { connection } = community.running.context;
    const communityId = new Types.ObjectId(office.session.account.memberships[0]?.communityId);
    expect(await connection.collection('households').countDocuments({ communityId, door: '93-1-101' })).toBe(
      1,
    );
  });

  it('names what is wrong with a grid by its row and field, and takes the others', async () => {
    const office = await community.signIn('office', 2);
    const rows = [
      ['东苑网格一览'],
      ['网格号', '级别', '上级网格', '网格名称', '负责范围', '姓名', '电话', '角色'],
      ['T9', '楼栋', '没有这个', '九栋', '9号楼', '', '', ''],
      ['T8', '楼栋', '', '八栋', '沿河一带', '', '', ''],
      ['T7', '楼', '', '七栋', '7号楼', '', '', ''],
      ['T6', '楼栋', '', '六栋', '6号楼', '王格', '12345', '网格员'],
    ];
    const view = await office.gets('importRoster', {
      file: xlsx(workbookOf([{ name: '网格', rows }])),
      query: { dryRun: true as never },
    });
    expect(view).toMatchObject({ people: 0, grids: 0 });
    expect(view.refused).toEqual([
      { sheetName: '网格', row: 3, path: 'parent', code: 'choice', sheet: 'grids' },
      { sheetName: '网格', row: 4, path: 'range', code: 'format', sheet: 'grids' },
      { sheetName: '网格', row: 5, path: 'level', code: 'choice', sheet: 'grids' },
      { sheetName: '网格', row: 6, path: 'personPhone', code: 'phone.format', sheet: 'grids' },
    ]);
  });

  it('answers at once when asked to, and can be watched', async () => {
    const office = await community.signIn('office', 2);
    const file = xlsx(workbookOf([mergedSheet(madeRoster(500, 1250, 60_000))]));
    const begun = await office.gets('importRoster', { file, query: { wait: false as never } });
    expect(begun).toMatchObject({ state: 'running', rows: { all: 1250 } });
    const second = await office.calls('importRoster', { file });
    expect([second.code, second.problem.params.id]).toEqual(['import.running', begun.id]);
    const seen = await watch(office, begun.id ?? '');
    expect(seen.at(-1)).toMatchObject({ state: 'done', created: 1250, rows: { done: 1250, all: 1250 } });
    expect(seen.map(({ rows }) => rows.done)).toEqual(seen.map(({ created }) => created));
  });
});

async function watch(office: Caller, id: string): Promise<ImportView[]> {
  const seen: ImportView[] = [];
  do seen.push(await office.gets('getImport', { params: { id } }));
  while (seen.at(-1)?.state === 'running');
  return seen;
}

const householdOf = (communityId: Types.ObjectId, door: string) =>
  community.running.context.connection.collection('households').findOne({ communityId, door });

const wide = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
