import type { ImportView } from '@shared/grids/contract';
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
type Params = Record<string, unknown>;

const words = table(
  {
    title: '社区办公室',
    who: '这一户归谁管',
    door: '门牌，如 3-2-501',
    find: '查一查',
    noDoor: '花名册里没有这个门牌',
    import: '导入花名册',
    file: '选择花名册文件',
    unreadable: '这个文件读不了，请换 .xlsx 再试',
    row: (n: number) => `第 ${n} 行`,
    counts: (v: ImportView) =>
      `${v.dwellings} 套房屋、${v.households} 户、${v.people} 人；新增 ${v.created}，更新 ${v.updated}，退回 ${v.refused.length} 行；${v.grids} 个网格`,
    reason: (code: string, p: Params) =>
      code === 'place'
        ? `${p.grid}`
        : code === 'place.unlisted'
          ? '不在网格里'
          : code === 'absent'
            ? `${zhPosts[String(p.post)]}不在岗`
            : `${p.grid ?? ''}${p.patch ?? ''}${zhPosts[String(p.post)]}`,
  },
  {
    title: 'Community office',
    who: 'Who answers for this door',
    door: 'Door, such as 3-2-501',
    find: 'Find',
    noDoor: 'This door is not in the roster',
    import: 'Import the roster',
    file: 'Choose the workbook',
    unreadable: 'The file cannot be read; try an .xlsx',
    row: (n: number) => `Row ${n}`,
    counts: (v: ImportView) =>
      `${v.dwellings} dwellings, ${v.households} households, ${v.people} people; ${v.created} new, ${v.updated} updated, ${v.refused.length} refused; ${v.grids} grids`,
    reason: (code: string, p: Params) =>
      code === 'place'
        ? `${p.grid}`
        : code === 'place.unlisted'
          ? 'in no grid'
          : code === 'absent'
            ? `${p.post} is absent`
            : `${p.grid ?? ''} ${p.post}`,
  },
);
export const useOfficeWords = () => useWords(words);
