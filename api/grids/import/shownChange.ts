import type { PeopleField } from '@shared/grids/peopleFields';
import type { ImportField, ImportView } from '@shared/grids/workbookContract';
import { maskDocument, maskName, maskPhone, surnameOf } from '@shared/mask';
import type { JudgedBatch, Verdict } from './judgeBatch';
import { maskExample } from './maskExample';
import type { RefusedRow } from './readPerson';
import { changeLine } from './takePeople';
import { relationWord, residenceWord, sexWord } from './words';

/** A difference as the office sees it: whose, and both sides of each field, masked. */
export function shownChange(batch: JudgedBatch, verdict: Verdict): ImportView['changes'][number] {
  const { planned, known, file, roster, changed, kept } = verdict;
  const door = batch.doors.get(String(verdict.householdId)) ?? '';
  const before = (known && batch.doors.get(String(known.doc.householdId))) ?? '';
  const values = [...changed, ...kept].map((field) =>
    field === 'household'
      ? { field, roster: before, file: door }
      : { field, roster: shownValue(field, roster[field] ?? ''), file: shownValue(field, file[field] ?? '') },
  );
  const line = changeLine(verdict) as ImportView['changes'][number];
  return { ...line, who: { name: maskName(surnameOf(planned.person.name)), door }, values };
}

function shownValue(field: ImportField, value: string): string {
  if (!value) return '';
  if (field === 'name') return maskName(surnameOf(value));
  if (field === 'document') return maskDocument(value.slice(value.indexOf(':') + 1));
  if (field === 'phone') return maskPhone(value);
  if (field === 'relation') return relationWord(value, undefined);
  if (field === 'sex') return sexWord(value as 'female');
  if (field === 'residence') return residenceWord(value);
  if (field === 'canUsePhone') return value === 'true' ? '是' : '否';
  return field === 'note' ? '**' : value;
}

const cellOf: Record<string, PeopleField> = { 'document.number': 'documentNumber' };

/** What stands in the cell that is refused, so much of it that it can be found. */
export function maskedValue({ path, cells }: RefusedRow): string {
  const field = cellOf[path] ?? (path as PeopleField);
  const text = cells[field];
  return text ? maskExample(field, text) : '';
}
