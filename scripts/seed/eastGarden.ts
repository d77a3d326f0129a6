import { withCheckCharacter } from '@shared/roster/identity';
import writeXlsx from 'write-excel-file/node';

const header = [
  '小区',
  '楼栋',
  '单元',
  '楼层',
  '房号',
  '姓名',
  '与户主关系',
  '性别',
  '证件类型',
  '证件号码',
  '联系电话',
  '居住状态',
  '重点人群',
  '会用手机',
  '备注',
];
const gridHeader = ['网格编号', '级别', '上级网格', '名称', '范围', '姓名', '电话', '角色'];
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫'];
const relations = ['户主', '配偶', '子'];

/** The workbook of a small made-up community: three buildings of two units, 24 doors, every sixth of them empty. */
export async function eastGarden(): Promise<Buffer> {
  const doors = [1, 2, 3].flatMap((b) =>
    [1, 2].flatMap((u) => [101, 102, 201, 202].map((room) => ({ b, u, room }))),
  );
  const rows = doors.flatMap((door, i) => (i % 6 === 5 ? [emptyRow(door)] : family(door, i)));
  const people = { sheet: '居民花名册', data: [header, ...rows] };
  const grids = { sheet: '网格划分', data: [gridHeader, ...gridRows()] };
  return await writeXlsx(
    [people, grids].map(({ sheet, data }) => ({ sheet, data: data.map((row) => row.map(textCell)) })),
  ).toBuffer();
}

const textCell = (value: string) => ({ type: String, value, format: '@' }) as const;

interface Door {
  b: number;
  u: number;
  room: number;
}
const address = ({ b, u, room }: Door) => [
  '东苑',
  `${b}号楼`,
  `${u}单元`,
  String(Math.floor(room / 100)),
  String(room),
];

const emptyRow = (door: Door) => [...address(door), '', '', '', '', '', '', '空置', '', '', ''];

function family(door: Door, i: number): string[][] {
  return relations.map((relation, j) => {
    const n = i * 3 + j;
    const born =
      relation === '子'
        ? `2012${pad((n % 12) + 1)}${pad((n % 28) + 1)}`
        : `19${pad(60 + (n % 35))}${pad((n % 12) + 1)}${pad((n % 28) + 1)}`;
    const name = `${surnames[i % surnames.length]}${'东苑示例'[j]}${'一二三四五六七八九十'[i % 10]}`;
    const phone = relation === '户主' ? `1990001${String(1000 + i)}` : '';
    const number = withCheckCharacter(`610999${born}${String(100 + n)}`);
    const sex = (100 + n) % 2 ? '男' : '女';
    return [...address(door), name, relation, sex, '居民身份证', number, phone, '常住', '', '是', ''];
  });
}

const pad = (n: number): string => String(n).padStart(2, '0');

const gridRows = () => [
  ['E0', '社区', '', '东苑社区', '全部', '东苑网格长', '19900000001', '网格长'],
  ['E1', '小区', 'E0', '东苑小区', '1-3号楼', '东苑小区长', '19900000002', '网格长'],
  ...[1, 2, 3].map((b) => [
    `E1-${b}`,
    '楼栋',
    'E1',
    `${b}号楼`,
    `${b}号楼`,
    `东苑网格员${'甲乙丙'[b - 1]}`,
    `1990000000${b + 2}`,
    '网格员',
  ]),
];
