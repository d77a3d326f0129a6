/** What a sheet of people can say; apart from the header words, so that a phone does not carry those. */
export const peopleFields = [
  'estate',
  'building',
  'unit',
  'floor',
  'room',
  'address',
  'name',
  'relation',
  'sex',
  'documentKind',
  'documentNumber',
  'phone',
  'residence',
  'keyGroups',
  'canUsePhone',
  'note',
] as const;
export type PeopleField = (typeof peopleFields)[number];

/** How a column got its field; null while it has none. */
export const columnSources = ['header', 'values', 'remembered', 'caller'] as const;
export type ColumnSource = (typeof columnSources)[number];

/** Fields without which no row can be read; `address` stands for building and room. */
export function missingFields(columns: readonly { field: PeopleField | null }[]): PeopleField[] {
  const has = (field: PeopleField) => columns.some((column) => column.field === field);
  const place: PeopleField[] = has('address')
    ? []
    : (['building', 'room'] as const).filter((field) => !has(field));
  return [...(has('name') ? [] : (['name'] as const)), ...place];
}
