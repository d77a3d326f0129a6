import { table, useWords } from '@/words';

const zhPosts: Record<string, string> = {
  patch: '包片',
  primary: '网格员',
  deputy: '副手',
  leader: '网格长',
  health: '卫生站',
  officeHead: '办公室负责人',
  taken: '已接手的人',
  duty: '社区值班',
};
const enPosts: Record<string, string> = {
  patch: 'patch worker',
  primary: 'grid worker',
  deputy: 'deputy',
  leader: 'grid leader',
  health: 'health station',
  officeHead: 'head of the office',
  taken: 'whoever took it',
  duty: 'duty officer',
};
type Params = Record<string, unknown>;
const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const words = table(
  {
    title: '社区办公室',
    menu: { roster: '花名册' },
    waiting: '等核实的返回登记',
    who: '这一户归谁管',
    door: '门牌，如 3-2-501',
    find: '查一查',
    noDoor: (door: string) => `花名册里没有 ${door}，请核对楼栋、单元和房号`,
    call: (name: string) => `打电话给 ${name}`,
    import: '导入花名册',
    importHelp: '一份 .xlsx，一人一行；同一份可以再导，不会重复',
    file: '选择花名册文件',
    refusedHead: '退回的行和原因',
    running: '正在导入，一般十秒左右…',
    result: '导入结果',
    dwellings: '房屋',
    households: '户',
    people: '居民',
    grids: '网格',
    created: '新增居民',
    updated: '更新居民',
    refused: '退回的行',
    fetchRefused: '下载退回的行',
    refusedFile: '暖邻_退回的行.xlsx',
    row: (n: number) => `第 ${n} 行`,
    reason: (code: string, p: Params) => {
      if (code === 'place') return textOf(p.grid);
      if (code === 'place.unlisted') return '不在网格里';
      const post = zhPosts[textOf(p.post)] ?? '';
      return code === 'absent' ? `${post}不在岗` : `${textOf(p.grid)}${textOf(p.patch)}${post}`;
    },
  },
  {
    title: 'Community office',
    menu: { roster: 'Roster' },
    waiting: 'Returns to be verified',
    who: 'Who answers for this door',
    door: 'Door, such as 3-2-501',
    find: 'Find',
    noDoor: (door: string) => `${door} is not in the roster; check building, unit and room`,
    call: (name: string) => `Call ${name}`,
    import: 'Import the roster',
    importHelp: 'One .xlsx, a row for each person; the same file again doubles nothing',
    file: 'Choose the workbook',
    refusedHead: 'Refused rows and why',
    running: 'Importing, about ten seconds…',
    result: 'What it did',
    dwellings: 'Dwellings',
    households: 'Households',
    people: 'Residents',
    grids: 'Grids',
    created: 'New residents',
    updated: 'Changed residents',
    refused: 'Refused rows',
    fetchRefused: 'Download the refused rows',
    refusedFile: 'nuanlin_refused_rows.xlsx',
    row: (n: number) => `Row ${n}`,
    reason: (code: string, p: Params) => {
      if (code === 'place') return textOf(p.grid);
      if (code === 'place.unlisted') return 'in no grid';
      const post = enPosts[textOf(p.post)] ?? '';
      return code === 'absent' ? `${post} is absent` : `${textOf(p.grid)} ${textOf(p.patch)} ${post}`;
    },
  },
);
export const useOfficeWords = () => useWords(words);
