import fc from 'fast-check';
import { withCheckCharacter } from '../roster/identity';
import { peopleColumns } from './columns';
import { guessColumns } from './guessColumns';
import { missingFields, type PeopleField, peopleFields } from './peopleFields';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 300, seed };
beforeAll(() => process.stdout.write(`guessColumns: FC_SEED=${seed}\n`));

const fieldsOf = (headers: string[], values: string[][] = []) =>
  guessColumns(headers, values).map(({ field }) => field);
const documents = ['610999195001010006', '610999195001010014'].map((n) => withCheckCharacter(n.slice(0, 17)));

describe('columns by their headers', () => {
  it.each([
    [
      ['序号', '住户姓名', '身份证件号码', '联系方式', '几栋', '单元号', '室号', '与户主的关系'],
      [null, 'name', 'documentNumber', 'phone', 'building', 'unit', 'room', 'relation'],
    ],
    [
      ['姓 名 *', '手机/电话（必填）', '１．性别', '身份证号(18位)', '现住址'],
      ['name', 'phone', 'sex', 'documentNumber', 'address'],
    ],
    // The better word wins; the weaker column is left alone.
    [
      ['户主姓名', '姓名', '电话', '手机号码'],
      [null, 'name', 'phone', null],
    ],
    [
      ['户主姓名', '电话'],
      ['name', 'phone'],
    ],
  ] as [string[], (PeopleField | null)[]][])('%j', (headers, fields) => {
    expect(fieldsOf(headers)).toEqual(fields);
  });

  it('gives a field to one column, in any order of any words', () => {
    const words = peopleFields.flatMap((field) => peopleColumns[field]);
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 1 }), (headers) => {
        const given = fieldsOf(headers).filter((field) => field !== null);
        expect(new Set(given).size).toBe(given.length);
        // Every field that any header names is found.
        const named = peopleFields.filter((field) =>
          headers.some((header) => peopleColumns[field].includes(header as never)),
        );
        expect(new Set(given)).toEqual(new Set(named));
      }),
      runs,
    );
  });
});

describe('columns by their values', () => {
  it('are known without any header', () => {
    const values = [
      ['1', '2'],
      ['王安', '李宁'],
      documents,
      ['13900000001', '+86 139 0000 0002'],
      ['3-2-501', '3号楼2单元502'],
      ['男', '女'],
    ];
    expect(fieldsOf(['', '', '', '', '', ''], values)).toEqual([
      null,
      'name',
      'documentNumber',
      'phone',
      'address',
      'sex',
    ]);
  });

  it('a column of rooms that holds whole addresses is the address', () => {
    expect(
      fieldsOf(
        ['姓名', '门牌号'],
        [
          ['王安', '李宁'],
          ['3-2-501', '3-2-502'],
        ],
      ),
    ).toEqual(['name', 'address']);
    expect(
      fieldsOf(
        ['楼号', '门牌号'],
        [
          ['3', '3'],
          ['501', '502'],
        ],
      ),
    ).toEqual(['building', 'room']);
  });

  it('one lucky value is not enough', () => {
    expect(fieldsOf(['甲'], [[documents[0] as string]])).toEqual([null]);
    expect(fieldsOf(['甲'], [[documents[0] as string, '无', '无']])).toEqual([null]);
  });
});

describe('what is missing', () => {
  it('is a name and a door', () => {
    const of = (...fields: PeopleField[]) => missingFields(fields.map((field) => ({ field })));
    expect(of()).toEqual(['name', 'building', 'room']);
    expect(of('name', 'address')).toEqual([]);
    expect(of('name', 'building', 'room')).toEqual([]);
    expect(of('documentNumber', 'building')).toEqual(['name', 'room']);
  });
});
