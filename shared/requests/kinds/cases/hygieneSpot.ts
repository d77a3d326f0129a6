import { withinDays } from '../clocks';
import { type CaseKind, readByGrids } from '../kind';
import { passedOn, visit } from '../steps';

/** A dirty corner (卫生死角): a photo of before comes with it, one of after closes it. */
export const hygieneSpot = {
  name: 'hygieneSpot',
  life: 'case',
  words: { zh: '卫生死角', en: 'A dirty corner' },
  fields: {
    where: { type: 'text', label: { zh: '在哪里', en: 'Where' }, most: 60 },
    what: {
      type: 'choice',
      label: { zh: '什么问题', en: 'What is it' },
      of: {
        rubbish: { zh: '垃圾', en: 'Rubbish' },
        junk: { zh: '堆放杂物', en: 'Junk' },
        water: { zh: '积水、污水', en: 'Standing water' },
        pests: { zh: '老鼠、蚊虫', en: 'Pests' },
        other: { zh: '别的', en: 'Something else' },
      },
    },
  },
  raisedBy: ['household', 'staff'],
  isAboutPerson: false,
  isPrivate: false,
  seenBy: readByGrids,
  responsibleFrom: 'worker',
  ...withinDays,
  steps: {
    visit,
    cleaned: {
      words: { zh: '清理', en: 'Cleaning' },
      results: {
        done: { zh: '清理了', en: 'Done' },
        begun: { zh: '正在清理', en: 'Under way' },
        refused: { zh: '对方不肯', en: 'Refused' },
      },
    },
    passedOn,
  },
  outcomes: {
    clean: { zh: '清理干净了', en: 'It is clean' },
    nothingThere: { zh: '去看了，没有', en: 'Nothing was there' },
  },
  isAnswered: true,
  mayWithdraw: true,
  hasPhotos: true,
  isUrgent: false,
} as const satisfies CaseKind;
