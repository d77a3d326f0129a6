import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Types } from 'mongoose';
import { readBook } from '../../api/grids/import/book/readBook';
import { documentOf } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';
import { workbookOf } from '../kit/workbook';

const community = startCommunity();
const xlsx = (bytes: Buffer) => ({ name: 'roster.xlsx', bytes });

async function sheetsOf(bytes: Buffer): Promise<Record<string, string[][]>> {
  const book = await readBook(bytes);
  const sheets = await Promise.all(
    book.sheets.map(
      async (sheet) => [sheet.name, (await book.read(sheet)).map(({ cells }) => cells)] as const,
    ),
  );
  return Object.fromEntries(sheets);
}

describe('the roster leaves as a workbook', () => {
  it('of the shape it came in, in full with a reason, and comes back without a change', async () => {
    const office = await community.signIn('office');
    const answer = await office.calls('exportRoster', { query: { reason: 'correction' } });
    expect(answer.status).toBe(200);
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toMatch(
      /暖邻_居民花名册_.+_20261122-10\d\d\.xlsx/,
    );
    const bytes = answer.body as unknown as Buffer;
    const sheets = await sheetsOf(bytes);
    const sample = await sheetsOf(await readFile(path.join(__dirname, '../../samples/roster-estate.xlsx')));
    expect(Object.keys(sheets)).toEqual(['说明', '居民花名册', '网格划分']);
    expect(sheets.居民花名册?.[0]).toEqual(sample.居民花名册?.[0]);
    expect(sheets.网格划分?.[0]).toEqual(sample.网格划分?.[0]);
    // Without the six broken rows at the end, the number of the row, and the relation: 子 and 女 are one code, and the
    // sample gives either to both sexes.
    const compared = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15];
    const people = (rows: string[][] | undefined) =>
      new Set(rows?.slice(1, 1867).map((cells) => compared.map((i) => cells[i] ?? '').join('|')));
    expect(people(sheets.居民花名册)).toEqual(people(sample.居民花名册));
    const again = await office.gets('importRoster', { file: xlsx(bytes) });
    expect(again).toMatchObject({
      dwellings: 1000,
      households: 726,
      people: 1592,
      created: 0,
      updated: 0,
      kept: 0,
      refused: [],
      grids: 53,
    });
    const { connection } = community.running.context;
    const communityId = new Types.ObjectId(office.session.account.memberships[0]?.communityId);
    expect(await connection.collection('residents').countDocuments({ communityId })).toBe(1592);
    expect(await connection.collection('households').countDocuments({ communityId })).toBe(726);
  });

  it('masked without a reason; nobody can be imported from that by mistake', async () => {
    const office = await community.signIn('office', 2);
    const { connection } = community.running.context;
    const communityId = new Types.ObjectId(office.session.account.memberships[0]?.communityId);
    const recorded = () =>
      connection.collection('accessLog').countDocuments({ communityId, field: 'export' });
    const before = await recorded();
    const bytes = (await office.calls('exportRoster')).body as unknown as Buffer;
    expect(await recorded()).toBe(before);
    const rows = (await sheetsOf(bytes)).居民花名册 ?? [];
    expect(JSON.stringify(rows)).not.toMatch(/\d{17}[\dX]|1\d{10}/);
    expect(rows[1]?.[6]).toMatch(/^.\*\*$/);
    const preview = await office.gets('importRoster', {
      file: xlsx(bytes),
      query: { dryRun: true as never },
    });
    expect(preview).toMatchObject({ people: 0, created: 0, updated: 0 });
    expect(new Set(preview.refused.map(({ code }) => code))).toEqual(new Set(['value.masked']));
  });

  it('in full is in the log of the office and of every one of them, by ids alone', async () => {
    const office = await community.signIn('office', 2);
    await office.calls('exportRoster', { query: { reason: 'doorToDoor', building: '2' } });
    const { connection } = community.running.context;
    const communityId = new Types.ObjectId(office.session.account.memberships[0]?.communityId);
    const [exported] = await connection
      .collection('exportLog')
      .find({ communityId })
      .sort({ _id: -1 })
      .toArray();
    expect(exported).toMatchObject({
      entity: 'rosterExport',
      reason: 'doorToDoor',
      filter: { building: '2' },
      role: 'office',
    });
    const lines = await connection
      .collection('accessLog')
      .find({ communityId, 'about.id': exported?._id })
      .toArray();
    expect(lines).toHaveLength(exported?.count as number);
    expect(lines.length).toBeGreaterThan(10);
    expect(Object.keys(lines[0] ?? {}).sort()).toEqual([
      '_id',
      'about',
      'accountId',
      'at',
      'communityId',
      'expiresAt',
      'field',
      'membershipId',
      'reason',
      'residentId',
      'role',
    ]);
  });

  it('with nothing in it that a spreadsheet would run, and the same text after coming back', async () => {
    const office = await community.signIn('office', 2);
    const rows = [
      ['楼栋', '单元', '房号', '姓名', '身份证', '电话', '备注'],
      ['9', '1', '101', '王算', documentOf(90_001), '+8613800000001', "=HYPERLINK('x')"],
      ['9', '1', '102', '李加', documentOf(90_002), '+4915112345678', '-2+3'],
    ];
    await office.gets('importRoster', { file: xlsx(workbookOf([{ name: '人员', rows }])) });
    const exported = await office.calls('exportRoster', { query: { reason: 'correction', building: '9' } });
    const bytes = exported.body as unknown as Buffer;
    const cells = (await sheetsOf(bytes)).居民花名册?.flat() ?? [];
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    expect(cells).toEqual(expect.arrayContaining(["'=HYPERLINK('x')", "'-2+3", "'+4915112345678"]));
    expect(await office.gets('importRoster', { file: xlsx(bytes) })).toMatchObject({
      people: 2,
      created: 0,
      updated: 0,
      same: 2,
      kept: 0,
    });
  });
});
