import type { ImportField } from '@shared/grids/workbookContract';
import type { RosterPerson } from './readPerson';

/** Each field of a person as one comparable text; absent: nothing is said of it. */
export type Values = Partial<Record<ImportField, string>>;

/** What nobody said yet: a value that is there because something has to be. */
const unsaid: Values = { relation: 'other', residence: 'unknown', canUsePhone: 'true', keyGroups: '' };

interface Person extends Omit<Partial<RosterPerson>, 'residence'> {
  residence?: string;
}

export function valuesOf(person: Person, householdId: string): Values {
  const { name, document, phone, relation, sex, residence, keyGroups, canUsePhone, note } = person;
  const values: Record<ImportField, string | undefined> = {
    name,
    document: document && document.kind !== 'none' ? `${document.kind}:${document.number}` : undefined,
    phone,
    relation,
    sex,
    residence,
    keyGroups: keyGroups && [...keyGroups].sort().join('、'),
    canUsePhone: canUsePhone === undefined ? undefined : String(canUsePhone),
    note,
    household: householdId,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
}

export interface Difference {
  /** Fields the file changes. */
  changed: ImportField[];
  /** Fields in which the file differs and the roster stays: somebody corrected them since. */
  kept: ImportField[];
}

/**
 * What a file changes of a person. A field that is no longer what an import once wrote was corrected by somebody, and a
 * file never undoes that unless it is preferred. What a file leaves blank stays. Pure.
 */
export function compare(
  file: Values,
  roster: Values,
  isAsImported: (field: ImportField, value: string | undefined) => boolean,
  preferFile: boolean,
): Difference {
  const difference: Difference = { changed: [], kept: [] };
  for (const field of Object.keys(file) as ImportField[]) {
    if (file[field] === roster[field]) continue;
    const isFree = preferFile || isAsImported(field, roster[field]);
    difference[isFree ? 'changed' : 'kept'].push(field);
  }
  return difference;
}

export const isUnsaid = (field: ImportField, value: string | undefined): boolean =>
  value === undefined || value === unsaid[field];
