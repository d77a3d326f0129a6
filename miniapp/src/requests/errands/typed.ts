import { faultsOf } from '@shared/faults';
import type { FieldError } from '@shared/problems';
import { type Field, type Fields, line, type PlainField, schemaOf } from '@shared/requests/fields';
import { uuidV7 } from '@/client/uuidV7';
import { instantOf } from '@/parts/fieldTime';
import { fenOf } from './yuan';

/** What was typed into one line of several. The id tells lines apart while some are taken away. */
export interface TypedRow {
  id: string;
  values: Record<string, string>;
}
/** What was typed, by the names of the fields; nothing is there before it was typed. */
export type Typed = Record<string, string | TypedRow[]>;

export const emptyRow = (): TypedRow => ({ id: uuidV7(), values: {} });

/** Before anything was typed: of lines one stands there, empty. */
export const nothingTyped = (fields: Fields): Typed =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { type }]) => (type === 'rows' ? [[name, [emptyRow()]]] : [])),
  );

export const rowsOf = (typed: Typed, name: string): TypedRow[] => {
  const rows = typed[name];
  return Array.isArray(rows) ? rows : [];
};
export const textOf = (typed: Typed, name: string): string => {
  const text = typed[name];
  return typeof text === 'string' ? text : '';
};

/** What was typed as the server takes it; what is empty is left out, and what means nothing stays as it is, to be named. */
export const detailsOf = (fields: Fields, typed: Typed): Record<string, unknown> =>
  filled(
    Object.entries(fields).map(([name, field]) => [
      name,
      field.type === 'rows'
        ? rowsOf(typed, name).map(({ values }) => rowOf(field.of, values))
        : readOf(field, textOf(typed, name)),
    ]),
  );

/** What was ordered once, as if it had been typed: to be checked and ordered again. */
export const typedAgain = (fields: Fields, details: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const value = details[name];
      if (field.type !== 'rows') return [name, writtenOf(value)];
      const rows = (Array.isArray(value) ? value : []) as Record<string, unknown>[];
      const again = rows.map((row) => ({ ...emptyRow(), values: mapped(row) }));
      return [name, again.length ? again : [emptyRow()]];
    }),
  );

const mapped = (row: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, writtenOf(value)]));
const writtenOf = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === undefined ? '' : String(value);
};

const rowOf = (of: Readonly<Record<string, PlainField>>, values: Record<string, string>) =>
  filled(Object.entries(of).map(([name, field]) => [name, readOf(field, values[name] ?? '')]));

const filled = (entries: [string, unknown][]): Record<string, unknown> =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined));

function readOf(field: PlainField, raw: string): unknown {
  const text = raw.trim();
  if (!text) return undefined;
  switch (field.type) {
    case 'number':
      return /^-?\d+$/.test(text) ? Number(text) : text;
    case 'money':
      return fenOf(text) ?? text;
    case 'yesNo':
      return text === 'yes';
    case 'moment':
      return instantOf(text) ?? text;
    default:
      return text;
  }
}

/** What is wrong with it before anybody is asked, by the same schema as the server’s. */
export function faultsIn(fields: Fields, details: Record<string, unknown>, note: string): FieldError[] {
  const parsed = schemaOf(fields).safeParse(details, { reportInput: true });
  const noted = line(200)
    .optional()
    .safeParse(note.trim() || undefined, { reportInput: true });
  return [
    ...(parsed.success ? [] : faultsOf(parsed.error, 'details')),
    ...(noted.success ? [] : faultsOf(noted.error, 'note')),
  ];
}

/** The field of a kind at a path such as `details.lines.0.quantity`. */
export function fieldAt(fields: Fields, path: string): Field | undefined {
  const [, name = '', , inner] = path.split('.');
  const field = fields[name];
  return inner && field?.type === 'rows' ? field.of[inner] : field;
}
