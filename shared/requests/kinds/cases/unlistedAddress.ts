import { withinHours } from '../clocks';
import { type CaseKind, readByGrids } from '../kind';
import { visit } from '../steps';

/** A door that is in no list: the office says where it lies (domain, section 2). */
export const unlistedAddress = {
  name: 'unlistedAddress',
  life: 'case',
  words: { zh: '新地址待落位', en: 'Place this address' },
  fields: {
    address: { type: 'text', label: { zh: '地址', en: 'Address' }, most: 100 },
    who: { type: 'text', label: { zh: '住着谁', en: 'Who lives there' }, most: 60, optional: true },
  },
  raisedBy: ['staff'],
  isAboutPerson: false,
  isPrivate: false,
  seenBy: readByGrids,
  responsibleFrom: 'office',
  ...withinHours,
  steps: { visit },
  outcomes: {
    placed: { zh: '落位了', en: 'Placed' },
    elsewhere: { zh: '不在本社区', en: 'Not in this community' },
    wasListed: { zh: '本来就有', en: 'It was in the list' },
  },
  isAnswered: false,
  mayWithdraw: true,
  hasPhotos: false,
  isUrgent: false,
} as const satisfies CaseKind;
