/**
 * Groups of people whom somebody looks after in a rhythm of their own (domain, section 6), with the words of workbooks and
 * screens; the first of `zh` is the one that is shown and written.
 */
export const keyGroups = {
  livingAlone: { zh: ['独居老人', '独居', '空巢老人'], en: 'Living alone' },
  aged: { zh: ['高龄老人', '高龄'], en: 'Very old' },
  disabled: { zh: ['残疾人', '残疾'], en: 'Disabled' },
  dialysis: { zh: ['透析', '血透', '血透患者', '透析患者'], en: 'Dialysis' },
  pregnant: { zh: ['孕妇', '孕产妇'], en: 'Pregnant' },
  chronic: { zh: ['慢性病', '慢病', '慢性病患者', '慢病患者'], en: 'Chronically ill' },
  socialRelief: { zh: ['低保', '低保户', '特困', '五保户'], en: 'Social relief' },
  cannotSelfCare: { zh: ['不能自理', '生活不能自理', '失能', '失能老人'], en: 'Cannot care for self' },
  unguardedChild: {
    zh: ['无人监护儿童', '留守儿童', '困境儿童', '孤儿'],
    en: 'Child without guardian',
  },
  medicalFamily: { zh: ['医护家属', '医务人员家属'], en: 'Family of medical staff' },
  afterDischarge: { zh: ['出院人员', '出院后'], en: 'After discharge' },
} as const;
export type KeyGroup = keyof typeof keyGroups;
export const keyGroupCodes = Object.keys(keyGroups) as KeyGroup[];

const codes = new Map<string, KeyGroup>(
  keyGroupCodes.flatMap((code) => keyGroups[code].zh.map((word) => [word, code] as const)),
);

/** The code for a word of a workbook; a group that is not on the list keeps its word. */
export const keyGroupOf = (word: string): string => codes.get(word) ?? word;

const isCode = (group: string): group is KeyGroup => Object.hasOwn(keyGroups, group);

/** What is shown and written of a group. */
export const keyGroupWord = (group: string, language: 'zh' | 'en' = 'zh'): string => {
  if (!isCode(group)) return group;
  return language === 'zh' ? keyGroups[group].zh[0] : keyGroups[group].en;
};
