import type { PeopleField } from '@shared/grids/peopleFields';
import type { FieldCode } from '@shared/problems';
import { withoutApostrophe } from './cellText';

/** A row by field: its sheet, and the number the spreadsheet shows. */
export interface Row<Field extends string> {
  sheet: string;
  row: number;
  cells: Partial<Record<Field, string>>;
}

/** What a row of the sheet of people says, and what may be wrong with it. */
export type Cells = Row<PeopleField>['cells'];
export type Fault = { path: string; code: FieldCode };

/** The texts of a row under their fields; blanks are left out. */
export function byField<Field extends string>(
  cells: readonly string[],
  fields: readonly (Field | null)[],
): Partial<Record<Field, string>> {
  const entries = fields.flatMap((field, i) =>
    field && cells[i] ? [[field, withoutApostrophe(cells[i])] as const] : [],
  );
  return Object.fromEntries(entries) as Partial<Record<Field, string>>;
}
