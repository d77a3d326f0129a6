import type { Context } from '../context';
import { Slots } from './model';

const between = '|';

/** What the order of doors has in common for all of one unit: everything before the room. */
export const stairsOf = (order: string): string => order.split(between).slice(0, -1).join(between);

/** How many of some slots lie in each unit. */
export async function countByStairs(
  ctx: Context,
  where: Record<string, unknown>,
): Promise<Map<string, number>> {
  const orders = await Slots(ctx).aggregate<{ _id: string; count: number }>([
    { $match: where },
    { $group: { _id: '$order', count: { $sum: 1 } } },
  ]);
  const counts = new Map<string, number>();
  for (const { _id, count } of orders) counts.set(stairsOf(_id), (counts.get(stairsOf(_id)) ?? 0) + count);
  return counts;
}
