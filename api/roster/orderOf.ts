import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { Dwellings } from './model';

/** What sorts a door among others by building, unit, floor and room; first of all where it is in no list. */
export async function orderOf(
  ctx: Context,
  dwellingId: Types.ObjectId | undefined,
  session?: ClientSession,
): Promise<string> {
  if (!dwellingId) return '';
  const dwelling = await Dwellings(ctx)
    .findById(dwellingId, { order: 1 })
    .session(session ?? null)
    .lean();
  return dwelling?.order ?? '';
}
