import { keyGroupOf } from '@shared/roster/keyGroups';

/** The words of cells and the codes of the roster, in both directions: what an export writes, an import reads again. */
const relationWords: Record<string, readonly string[]> = {
  head: ['户主', '本人', '户主本人'],
  spouse: ['配偶', '妻', '夫', '妻子', '丈夫', '爱人', '老婆', '老公'],
  child: [
    '子',
    '女',
    '儿子',
    '女儿',
    '长子',
    '长女',
    '次子',
    '次女',
    '三子',
    '三女',
    '独生子',
    '独生女',
    '儿',
    '子女',
  ],
  parent: ['父亲', '母亲', '父', '母', '爸爸', '妈妈', '父母'],
  grandchild: ['孙子', '孙女', '外孙', '外孙女', '孙', '外孙子', '孙子女'],
};
const relationCodes = new Map(
  Object.entries(relationWords).flatMap(([code, words]) => words.map((word) => [word, code] as const)),
);

export const relationOf = (written: string): string =>
  relationCodes.get(written.replace(/\s/g, '')) ?? 'other';

/** The word for a relation; a child is 子 or 女 by its sex. */
export function relationWord(code: string, sex: 'female' | 'male' | undefined): string {
  const words = relationWords[code];
  if (!words) return '其他';
  const isPaired = ['child', 'parent', 'grandchild'].includes(code);
  return words[isPaired && sex === 'female' ? 1 : 0] as string;
}

export const sexOf = (written: string | undefined): 'female' | 'male' | null =>
  written === '女' ? 'female' : written === '男' ? 'male' : null;
export const sexWord = (sex: 'female' | 'male' | undefined): string =>
  sex ? { female: '女', male: '男' }[sex] : '';

export function residenceOf(written = ''): 'registered' | 'floating' | null {
  if (/流动|租|外来|暂住|外地/.test(written)) return 'floating';
  return /常住|户籍|本地|人户一致|自住/.test(written) ? 'registered' : null;
}
export const residenceWord = (residence: string): string =>
  ({ registered: '常住', floating: '流动' })[residence] ?? '';

export const keyGroupsOf = (written = ''): string[] =>
  written
    .split(/[、,，;；/\s]+/)
    .filter((word) => word && !/^(无|否|没有|一般)$/.test(word))
    .map((word) => keyGroupOf(word.slice(0, 20)));

export function usesPhone(written = ''): boolean | null {
  if (/^(否|不|无|没|N)/i.test(written)) return false;
  return /^(是|会|能|有|可|Y)/i.test(written) ? true : null;
}

export const documentKindWord = (kind: string): string =>
  ({ residentId: '居民身份证', passport: '护照', other: '其他证件' })[kind] ?? '';
