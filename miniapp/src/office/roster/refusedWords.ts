import type { ImportView } from '@shared/grids/workbookContract';
import type { FieldCode } from '@shared/problems';
import { useWords } from '@/words';
import { useFieldWords } from '@/words/faults';
import { useImportWords } from './words';

type Refused = ImportView['refused'][number];

const names: Record<'zh' | 'en', Record<string, string>> = {
  zh: {
    name: '姓名',
    'document.number': '证件号码',
    phone: '联系电话',
    estate: '小区',
    building: '楼栋',
    unit: '单元',
    floor: '楼层',
    room: '房号',
    code: '网格编号',
    level: '级别',
    parent: '上级网格',
    range: '范围',
    personPhone: '电话',
  },
  en: {
    name: 'Name',
    'document.number': 'Document number',
    phone: 'Telephone',
    estate: 'Estate',
    building: 'Building',
    unit: 'Unit',
    floor: 'Floor',
    room: 'Room',
    code: 'Grid code',
    level: 'Level',
    parent: 'Grid above',
    range: 'Range',
    personPhone: 'Telephone',
  },
};

type Words = Partial<Record<FieldCode, (other: string, params: Record<string, unknown>) => string>>;
/** What differs from the words beside a form: a row of a workbook is mended elsewhere, by somebody else. */
const ownWords: Record<'zh' | 'en', Words> = {
  zh: {
    'document.twice': (other) => (other ? `同一个号码写了两个姓名${other}` : '花名册里这个号码是另一个姓名'),
    'person.twoDwellings': (other) => `同一个人填在了两处房屋${other}`,
    'building.unknown': () => '看不出是哪一栋',
    'room.missing': () => '没有房号',
    'phone.format': () => '应为 11 位手机号，或带区号的座机',
    required: () => '没有填',
  },
  en: {
    'document.twice': (other) =>
      other ? `one number, two names${other}` : 'in the roster under another name',
    'person.twoDwellings': (other) => `one person in two dwellings${other}`,
    'building.unknown': () => 'which building is not clear',
    'room.missing': () => 'no room',
    required: () => 'is missing',
  },
};
const gridWords: typeof ownWords = {
  zh: {
    choice: () => '没有这一项：级别是 社区、综合、小区、楼栋；上级要填表里有的编号',
    'grid.overlap': (_, { grid, doors }) => `${doors} 已经归网格“${grid}”`,
    format: () => '看不懂。请写 全部、1-22号楼、3号楼2单元 这样',
  },
  en: {
    choice: () => 'unknown: the level is 社区, 综合, 小区 or 楼栋; the grid above has to be in the sheet',
    'grid.overlap': (_, { grid, doors }) => `${doors} belong to the grid “${grid}”`,
    format: () => 'not understood; write 全部, 1-22号楼, 3号楼2单元',
  },
};

/** Why a row came back, in a sentence: the field, what is wrong, and so much of what stands there that it can be found. */
export function useRefusedWords(): (refused: Refused) => string {
  const words = useImportWords();
  const fieldNames = useWords(names);
  const own = useWords(ownWords);
  const grid = useWords(gridWords);
  const fields = useFieldWords();
  return ({ path, code, params, value, sheet }) => {
    const row = params?.row;
    const other = typeof row === 'number' ? `（${words.row(row, String(params?.sheet ?? ''))}）` : '';
    const say = (sheet === 'grids' && grid[code]) || own[code];
    const reason = say ? say(other, params ?? {}) : fields({ path, code });
    return `${fieldNames[path] ?? path}：${reason}${value ? words.now(value) : ''}`;
  };
}
