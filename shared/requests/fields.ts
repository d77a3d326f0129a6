import * as z from 'zod';

/** Words of one thing, Chinese first. */
export interface Words {
  zh: string;
  en: string;
}

interface Asked {
  label: Words;
  /** Nothing is missed without it. */
  optional?: true;
}
/** One thing a kind of request asks for. The form, the check, the card and the list rows follow from it. */
export type Field =
  | (Asked & { type: 'text'; most: number })
  | (Asked & { type: 'number'; least: number; most: number })
  | (Asked & { type: 'money'; mostFen: number })
  | (Asked & { type: 'choice'; of: Readonly<Record<string, Words>> })
  | (Asked & { type: 'yesNo' })
  | (Asked & { type: 'moment' })
  | (Asked & { type: 'rows'; most: number; of: Readonly<Record<string, PlainField>> });
export type PlainField = Exclude<Field, { type: 'rows' }>;
export type Fields = Readonly<Record<string, Field>>;

export type FieldValue = string | number | boolean | { [name: string]: string | number | boolean }[];
/** What was asked for, by the names of the fields. */
export type Details = Record<string, FieldValue>;

const made = new WeakMap<Fields, z.ZodType<Details>>();

/** The schema of what a kind asks for, made once. Texts are trimmed; an emptied one is a missing one. */
export function schemaOf(fields: Fields): z.ZodType<Details> {
  const schema = made.get(fields) ?? makeSchema(fields);
  made.set(fields, schema);
  return schema;
}

const makeSchema = (fields: Fields): z.ZodType<Details> =>
  z.strictObject(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)])),
  ) as unknown as z.ZodType<Details>;

function fieldSchema(field: Field): z.ZodType {
  const schema =
    field.type === 'rows' ? z.array(schemaOf(field.of)).min(1).max(field.most) : plainSchema(field);
  const described = schema.describe(field.label.en);
  return field.optional ? described.optional() : described;
}

function plainSchema(field: PlainField): z.ZodType {
  switch (field.type) {
    case 'text':
      return line(field.most);
    case 'number':
      return z.int().min(field.least).max(field.most);
    case 'money':
      return z.int().min(0).max(field.mostFen);
    case 'choice':
      return z.enum(Object.keys(field.of));
    case 'yesNo':
      return z.boolean();
    case 'moment':
      return z.iso.datetime({ offset: true });
  }
}

/** A text that says something: a letter or a figure of any script. A picture alone tells nobody what to bring. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => text === '' || /[\p{L}\p{N}]/u.test(text), { params: { code: 'text.empty' } });
