import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { Dwellings } from './model';

/** What sorts a door among others by building, unit, floor and room; first of all where it is in no list. */
export const orderOf = async (
  ctx: Context,
  dwellingId: Types.ObjectId | undefined,
  session?: ClientSession,
): Promise<string> => (await wayTo(ctx, dwellingId, session)).order;

/** The same, and the building. */
export async function wayTo(
  ctx: Context,
  dwellingId: Types.ObjectId | undefined,
  session?: ClientSession,
): Promise<{ order: string; building: string }> {
  if (!dwellingId) return { order: '', building: '' };
  const dwelling = await Dwellings(ctx)
    .findById(dwellingId, { order: 1, 'address.building': 1 })
    .session(session ?? null)
    .lean();
  return { order: dwelling?.order ?? '', building: dwelling?.address.building ?? '' };
}
