import type { Types } from 'mongoose';
import { openStaffNames, type StaffName } from '../accounts';
import type { Context } from '../context';
import type { LoadedBook } from './loadBook';

/** Names and telephones of people who act here: those of the community are in its book, only others are read. */
export async function staffNames(
  ctx: Context,
  { names }: LoadedBook,
  accountIds: Types.ObjectId[],
): Promise<Map<string, StaffName>> {
  const others = accountIds.filter((id) => !names.has(String(id)));
  return others.length ? new Map([...names, ...(await openStaffNames(ctx, others))]) : names;
}
