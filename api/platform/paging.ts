import { invalid } from './problem';

const defaultLimit = 20;

/** A cursor is opaque to the client: the sort values of the last row it saw. */
export const encodeCursor = (values: unknown[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

type Sort = 'id' | 'moment' | 'rank' | 'text';
const forms: Record<Sort, RegExp> = {
  id: /^[0-9a-f]{24}$/,
  moment: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  rank: /^\d{1,9}$/,
  text: /^/,
};

/** The sort values of a cursor, each of its sort. Problem: input.invalid, for one that is not ours. */
export function decodeCursor(cursor: string | undefined, sorts: readonly Sort[]): string[] | null {
  if (!cursor) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(values) &&
      values.length === sorts.length &&
      sorts.every((sort, i) => isOf(sort, values[i]))
    )
      return values;
  } catch {
    // falls through to the refusal: a cursor that is not ours
  }
  throw invalid([{ path: 'cursor', code: 'format' }]);
}

const isOf = (sort: Sort, value: unknown): boolean =>
  typeof value === 'string' &&
  forms[sort].test(value) &&
  (sort !== 'moment' || !Number.isNaN(Date.parse(value)));

/** Cuts `limit + 1` rows into a page; stable under inserts because the cursor is a place, not a count. */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  cursorOf: (row: Row) => unknown[],
): { rows: Row[]; next: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept[kept.length - 1];
  return { rows: kept, next: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}

export const limitOf = (query: { limit?: number | undefined }): number => query.limit ?? defaultLimit;
