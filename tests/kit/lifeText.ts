import type { Life, LifeRow } from '@shared/life';

// biome-ignore lint/suspicious/noExplicitAny: a table of any life.
type AnyLife = Life<any, any, any, any, any>;
// biome-ignore lint/suspicious/noExplicitAny: a row of any life.
type AnyRow = LifeRow<any, any, any, any, any>;

/** A life table as the domain prints it: one line for each state, action, next state, who may, and who is told. */
export const lifeText = ({ rows }: Pick<AnyLife, 'rows'>): string[] =>
  rows
    .flatMap(({ from, action, to, who, tells = [] }) =>
      from.map(
        (state: string) =>
          `${state} –${action}→ ${to} | ${[...who].sort().join(' ')} | ${[...tells].sort().join(' ')}`,
      ),
    )
    .sort();

/** The lines of a table as text, one a line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/\s*\|\s*/g, ' | '))
    .filter(Boolean)
    .sort();

/** Every table that differs from this one in one row: the row gone, another start, another end, another or one more who, nobody told. */
export function mutantsOf({ rows, states }: AnyLife): { name: string; rows: AnyRow[] }[] {
  const actors = [...new Set(rows.flatMap(({ who }) => who))] as string[];
  return rows.flatMap((row, i) => {
    const other = (name: string, change: Partial<AnyRow> | null) => ({
      name: `${row.action}: ${name}`,
      rows: rows.flatMap((one, j) => (i === j ? (change ? [{ ...one, ...change }] : []) : [one])),
    });
    return [
      other('gone', null),
      ...states.filter((s) => s !== row.to).map((to) => other(`to ${to}`, { to })),
      ...states
        .filter((s) => !row.from.includes(s))
        .map((s) => other(`from ${s} too`, { from: [...row.from, s] })),
      ...row.from.map((s: string) =>
        other(`not from ${s}`, { from: row.from.filter((one: string) => one !== s) }),
      ),
      ...actors.filter((a) => !row.who.includes(a)).map((a) => other(`${a} too`, { who: [...row.who, a] })),
      ...row.who.map((a: string) => other(`not ${a}`, { who: row.who.filter((one: string) => one !== a) })),
      ...(row.tells ?? []).map((t: string) =>
        other(`${t} is not told`, { tells: row.tells?.filter((one: string) => one !== t) ?? [] }),
      ),
    ];
  });
}
