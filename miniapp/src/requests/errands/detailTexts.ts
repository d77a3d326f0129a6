import type { Fields, PlainField, Words } from '@shared/requests/fields';

/** How values are said in the language of the screen. */
export interface Saying {
  word(words: Words): string;
  money(fen: number): string;
  moment(at: string): string;
  yesNo(yes: boolean): string;
  says(label: string, value: string): string;
}

/** One thing that was asked for: `name` is what a line of it is called, `more` stands beneath. */
export interface DetailText {
  label: string;
  value: string;
  rows: { name: string; more: string[] }[];
}

/** What was asked for, in the order of the kind’s fields; what was left out is not named. */
export const detailTexts = (fields: Fields, details: Record<string, unknown>, say: Saying): DetailText[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const value = details[name];
    if (value === undefined) return [];
    const label = say.word(field.label);
    if (field.type !== 'rows') return [{ label, value: valueText(field, value, say), rows: [] }];
    const rows = Array.isArray(value) ? value.map((row) => rowTexts(field.of, row, say)) : [];
    return [{ label, value: '', rows }];
  });

export function valueText(field: PlainField, value: unknown, say: Saying): string {
  switch (field.type) {
    case 'money':
      return say.money(Number(value));
    case 'choice': {
      const chosen = field.of[String(value)];
      return chosen ? say.word(chosen) : String(value);
    }
    case 'yesNo':
      return say.yesNo(value === true);
    case 'moment':
      return say.moment(String(value));
    default:
      return String(value);
  }
}

/** The name of a thing comes first; a text right after a number is its unit, and both stand beside the name. */
export function rowTexts(
  of: Readonly<Record<string, PlainField>>,
  row: Record<string, unknown>,
  say: Saying,
) {
  const given = Object.entries(of).filter(([name]) => row[name] !== undefined);
  const isUnit = (i: number) => given[i]?.[1].type === 'text' && given[i - 1]?.[1].type === 'number';
  let name = '';
  const more: string[] = [];
  for (const [i, [key, field]] of given.entries()) {
    const text = valueText(field, row[key], say);
    if (i === 0) name = text;
    else if (isUnit(i) || isUnit(i + 1)) name = `${name} ${text}`;
    else more.push(say.says(say.word(field.label), text));
  }
  return { name, more };
}
