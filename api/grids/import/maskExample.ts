import type { PeopleField } from '@shared/grids/peopleFields';
import { maskDocument, maskName, maskPhone, surnameOf } from '@shared/mask';

/** Fields whose values say nothing of one person. */
const open: readonly (PeopleField | null)[] = [
  'estate',
  'building',
  'unit',
  'floor',
  'room',
  'address',
  'relation',
  'sex',
  'documentKind',
  'residence',
  'canUsePhone',
];

/** An example of a column, enough to recognise what it is. What an unknown column holds may be anything: only its first letter stays. */
export function maskExample(field: PeopleField | null, text: string): string {
  if (open.includes(field)) return text.slice(0, 40);
  if (field === 'name') return maskName(surnameOf(text));
  if (/^\+?\d{11,13}$/.test(text)) return maskPhone(text);
  if (/^[≈\d]?\d{14,18}[\dXx]?$/.test(text)) return maskDocument(text);
  return /^\d{1,4}$/.test(text) ? text : `${[...text][0] ?? ''}**`;
}
