import type { SlipKind } from '@shared/accounts/slipsContract';
import { withoutWayIn } from '../../accounts';
import type { Context, Who } from '../../context';

/** How many the caller could let in by a slip. */
export async function countSignIns(ctx: Context, who: Who) {
  const people = (await withoutWayIn(ctx, who)).filter(({ refusal }) => !refusal);
  const count = (kind: SlipKind) => people.filter(({ state }) => state === kind).length;
  return { none: count('none'), oneTime: count('oneTime') };
}
