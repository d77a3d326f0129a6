import { randomBytes } from 'node:crypto';
import { inLongRun } from '../kit/longRun';
import { madeRoster, mergedSheet } from '../kit/madeRoster';
import { startCommunity } from '../kit/startCommunity';
import { type MadeSheet, workbookOf } from '../kit/workbook';
import { zipOf } from '../kit/zip';

const community = startCommunity();
const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

async function asked(bytes: Buffer, name = 'roster.xlsx') {
  const office = await community.signIn('office', 2);
  return office.calls('importRoster', { file: { name, bytes }, query: { dryRun: true as never } });
}

async function reasonFor(bytes: Buffer, name?: string): Promise<unknown> {
  const answer = await asked(bytes, name);
  expect([answer.status, answer.code]).toEqual([422, 'import.unreadable']);
  return answer.problem.params.reason;
}

/** The container of the old binary files, with one stream name in its directory. */
const oleWith = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(2000),
  ]);

describe('a file that cannot be taken', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    [
      'a renamed program',
      Buffer.concat([Buffer.from('MZ'), Buffer.alloc(64), randomBytes(4000)]),
      'notAWorkbook',
    ],
    ['a picture', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(4000)]), 'notAWorkbook'],
    ['a workbook with a password', oleWith('EncryptedPackage'), 'password'],
    ['a workbook of 2003', oleWith('Workbook'), 'oldFormat'],
    ['half a workbook', workbookOf([mergedSheet(madeRoster(5, 12))]).subarray(0, 900), 'broken'],
    ['another zip', zipOf([{ path: 'word/document.xml', bytes: Buffer.from('<w/>') }]), 'notAWorkbook'],
    ['a sheet that is no XML', workbookOf([{ name: 'S', rows: [], rawRows: '<row><c>' }]), 'broken'],
    [
      'a page that calls itself a workbook',
      Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'),
      'notAWorkbook',
    ],
    ['ten million line ends', Buffer.alloc(9_900_000, '\n'), 'noTable'],
    ['ten million commas', Buffer.alloc(9_900_000, ','), 'broken'],
    ['one column of text', Buffer.from('姓名\n王\n'), 'noTable'],
  ])('%s is named', async (_name, bytes, reason) => {
    expect(await reasonFor(bytes)).toBe(reason);
  });

  it('a bomb is refused by what it says it is, and stopped where it says less', async () => {
    const zeros = Buffer.alloc(210_000_000, ' ');
    const before = process.memoryUsage().rss;
    const honest = workbookOf([mergedSheet(madeRoster(2, 4))], [{ path: 'xl/media/bomb.bin', bytes: zeros }]);
    const lying = workbookOf(
      [{ name: 'S', rows: [] }],
      [{ path: 'xl/sharedStrings.xml', bytes: zeros, saysBytes: 1000 }],
    );
    expect(honest.length + lying.length).toBeLessThan(1_000_000);
    expect(await reasonFor(honest)).toBe('tooLarge');
    expect(await reasonFor(lying)).toBe('tooLarge');
    expect(megabytes(process.memoryUsage().rss - before)).toBeLessThan(400);
  });

  it('entities that grow are not followed', async () => {
    const text =
      '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    expect(
      await reasonFor(
        workbookOf(
          [mergedSheet(madeRoster(2, 4))],
          [{ path: 'xl/sharedStrings.xml', bytes: Buffer.from(text) }],
        ),
      ),
    ).toBe('broken');
  });

  it('too many rows are refused with the limit', async () => {
    const rows = Array.from({ length: 60_010 }, (_, i) => `王${i},3-2-501`);
    const answer = await asked(Buffer.from(['姓名,住址', ...rows].join('\n')));
    expect(answer.problem.params).toEqual({ reason: 'tooManyRows', maximum: 60_000 });
  });

  it('the limit is of all sheets together', async () => {
    const sheet = (name: string): MadeSheet => ({
      name,
      rows: [['姓名', '住址'], ...Array.from({ length: 30_001 }, (_, i) => [`王${i}`, '3-2-501'])],
    });
    const answer = await asked(workbookOf([sheet('一'), sheet('二')]));
    expect(answer.problem.params).toEqual({ reason: 'tooManyRows', maximum: 60_000 });
  });

  it('a wish that does not fit is refused by its field', async () => {
    const office = await community.signIn('office', 2);
    const file = { name: 'r.xlsx', bytes: workbookOf([mergedSheet(madeRoster(2, 4))]) };
    const faultsOf = async (query: object) =>
      (await office.calls('importRoster', { file, query: query as never })).problem.errors;
    expect(await faultsOf({ sheets: '["没有这张表"]' })).toEqual([{ path: 'sheets', code: 'choice' }]);
    expect(await faultsOf({ columns: '{' })).toEqual([{ path: 'columns', code: 'format' }]);
    expect(await faultsOf({ columns: '{"住户姓名":"salary"}' })).toEqual([
      { path: 'columns.住户姓名', code: 'choice' },
    ]);
    expect(await faultsOf({ prefer: 'nobody' })).toEqual([{ path: 'prefer', code: 'choice' }]);
  });
});

describe('a file that only looks bad', () => {
  it('with 40 sheets, pictures and a sheet of staff: the people are found', async () => {
    const others: MadeSheet[] = Array.from({ length: 39 }, (_, i) => ({
      name: `表${i}`,
      rows: [
        ['日期', '值班', '电话'],
        ['周一', '王值班', '19900000001'],
        ['周二', '李值班', '19900000002'],
      ],
    }));
    const picture = { path: 'xl/media/image1.png', bytes: randomBytes(200_000) };
    const answer = await asked(
      workbookOf([...others.slice(0, 20), mergedSheet(madeRoster(20, 50)), ...others.slice(20)], [picture]),
    );
    expect(answer.body).toMatchObject({ people: 50, households: 20, refused: [] });
    expect(answer.body.sheets.filter(({ use }) => use)).toEqual([
      { name: '住户信息', use: 'people', layout: 0, rows: 50 },
    ]);
  });

  it('with 40 sheets, a building each: all of them are taken', async () => {
    const made = madeRoster(40, 100);
    const sheets = made.map((people, i) => {
      const building = people.map((person) => ({ ...person, building: i + 1 }));
      return { ...mergedSheet([building]), name: `${i + 1}栋` };
    });
    const answer = await asked(workbookOf(sheets));
    expect(answer.body).toMatchObject({ people: 100, households: 40, dwellings: 40, refused: [] });
    expect(answer.body.sheets.filter(({ use }) => use === 'people')).toHaveLength(40);
    expect(new Set(answer.body.columns.map(({ layout }) => layout))).toEqual(new Set([0]));
  });

  inLongRun('with a million empty rows: read past, and what memory it takes is given back', async () => {
    const rawRows = Array.from(
      { length: 1_000_000 },
      (_, i) => `<row r="${i + 60}" spans="1:6"><c r="A${i + 60}" s="1"/></row>`,
    ).join('');
    const bytes = workbookOf([{ ...mergedSheet(madeRoster(20, 50)), rawRows }]);
    const before = process.memoryUsage().rss;
    const answer = await asked(bytes);
    expect(answer.body).toMatchObject({ people: 50, refused: [] });
    expect(megabytes(process.memoryUsage().rss - before)).toBeLessThan(400);
  });
});
