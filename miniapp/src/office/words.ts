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
    menu: {
      residents: '找居民',
      corrections: '楼栋长报来的改动',
      roster: '花名册',
      handovers: '别的社区转来的',
      leavings: '离开报备',
      desk: '替人登记（分诊台）',
      poster: '打印登记二维码',
      staff: '工作人员',
    },
    waiting: '等核实的返回登记',
    who: '这一户归谁管',
    door: '门牌，如 3-2-501',
    find: '查一查',
    noDoor: (door: string) => `花名册里没有 ${door}，请核对楼栋、单元和房号`,
    call: (name: string) => `打电话给 ${name}`,
    reason: (code: string, p: Params) => {
      if (code === 'place') return textOf(p.grid);
      if (code === 'place.unlisted') return '不在网格里';
      const post = zhPosts[textOf(p.post)] ?? '';
      return code === 'absent' ? `${post}不在岗` : `${textOf(p.grid)}${textOf(p.patch)}${post}`;
    },
  },
  {
    title: 'Community office',
    menu: {
      residents: 'Find a resident',
      corrections: 'What building heads told',
      roster: 'Roster',
      handovers: 'Offered by other communities',
      leavings: 'Leavings',
      desk: 'Register somebody here',
      poster: 'Print the QR notice',
      staff: 'Staff',
    },
    waiting: 'Returns to be verified',
    who: 'Who answers for this door',
    door: 'Door, such as 3-2-501',
    find: 'Find',
    noDoor: (door: string) => `${door} is not in the roster; check building, unit and room`,
    call: (name: string) => `Call ${name}`,
    reason: (code: string, p: Params) => {
      if (code === 'place') return textOf(p.grid);
      if (code === 'place.unlisted') return 'in no grid';
      const post = enPosts[textOf(p.post)] ?? '';
      return code === 'absent' ? `${post} is absent` : `${textOf(p.grid)} ${textOf(p.patch)} ${post}`;
    },
  },
);
export const useOfficeWords = () => useWords(words);
