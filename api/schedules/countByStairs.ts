import type { Context } from '../context';
import { Slots } from './model';

const between = '|';

/** What the order of doors has in common for all of one unit: everything before the room. */
export const stairsOf = (order: string): string => order.split(between).slice(0, -1).join(between);

/** The same, said to the database. */
const stairs = {
  $let: {
    vars: { found: { $regexFind: { input: '$order', regex: '^(.*)[|][^|]*$' } } },
    in: { $ifNull: [{ $first: '$$found.captures' }, ''] },
  },
};

/** How many of some slots lie in each unit. */
export async function countByStairs(
  ctx: Context,
  where: Record<string, unknown>,
): Promise<Map<string, number>> {
  const units = await Slots(ctx).aggregate<{ _id: string; count: number }>([
    { $match: where },
    { $group: { _id: stairs, count: { $sum: 1 } } },
  ]);
  return new Map(units.map(({ _id, count }) => [_id, count]));
}
