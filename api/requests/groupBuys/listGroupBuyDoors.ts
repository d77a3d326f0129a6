import type { listGroupBuyDoors as contract } from '@shared/requests/groupBuy';
import { openStaffNames } from '../../accounts';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../../platform/paging';
import { problem } from '../../platform/problem';
import { answersFor, findGroupBuy } from './findGroupBuy';
import type { Joined } from './model';

const placeOf = ({ door, householdId }: Joined): [string, string] => [door, String(householdId)];
const textOf = (place: string[]): string => place.join('\n');

/** Who joined, door by door, and who of staff wrote it down, for whoever answers for the area. Problems: notFound, notAllowed, input.invalid. */
export async function listGroupBuyDoors(ctx: Context, who: Who, { params, query }: Input<typeof contract>) {
  const doc = await findGroupBuy(ctx, who, params.id);
  if (!answersFor(who, doc)) throw problem('notAllowed');
  const after = decodeCursor(query.cursor, ['text', 'id']);
  const doors = doc.joined
    .filter((one) => !after || textOf(placeOf(one)) > textOf(after))
    .sort((a, b) => (textOf(placeOf(a)) < textOf(placeOf(b)) ? -1 : 1));
  const { rows, next } = pageOf(doors, limitOf(query), placeOf);
  const byStaff = rows.flatMap(({ by }) => (by.role === 'resident' ? [] : by.accountId));
  const names = await openStaffNames(ctx, byStaff);
  return {
    items: rows.map(({ householdId, door, shares, by }) => ({
      ...{ householdId: String(householdId), door, shares },
      writtenBy: by.role === 'resident' ? null : (names.get(String(by.accountId))?.name ?? ''),
    })),
    next,
  };
}
