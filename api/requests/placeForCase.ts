import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { gridBook, topGrid } from '../grids';
import { problem } from '../platform/problem';
import { mayWith } from '../platform/visible';
import { Dwellings, Households, Residents } from '../roster';
import type { CasePlace } from './openCase';
import type { RaiseBody } from './raising';

/** Where a case is and whose, for whoever may raise one there. Problems: notFound, notAllowed. */
export async function placeForCase(ctx: Context, who: Who, about: RaiseBody['about']): Promise<CasePlace> {
  const communityId = new Types.ObjectId(who.membership?.communityId);
  const place = await find(ctx, who, communityId, about);
  if (!place) throw problem('notFound');
  const may = (life: 'errand' | 'case') => mayWith(who, 'order', 'Request', { ...place, life });
  // Whoever speaks for the household in other things knows that it is there.
  if (!may('case')) throw problem(may('errand') ? 'notAllowed' : 'notFound');
  return place;
}

async function find(
  ctx: Context,
  who: Who,
  communityId: Types.ObjectId,
  about: RaiseBody['about'],
): Promise<CasePlace | null> {
  if ('place' in about) return placeInWords(ctx, who, communityId, about.place);
  if ('dwellingId' in about) return atDoor(ctx, communityId, about.dwellingId);
  if ('householdId' in about) return atHome(ctx, communityId, new Types.ObjectId(about.householdId));
  return ofPerson(ctx, communityId, new Types.ObjectId(about.residentId));
}

async function atDoor(ctx: Context, communityId: Types.ObjectId, _id: string): Promise<CasePlace | null> {
  const dwelling = await Dwellings(ctx).findOne({ communityId, _id }).lean();
  if (!dwelling) return null;
  const { gridId, gridPath, patchId, door, order } = dwelling;
  const place = { gridId, gridPath, ...(patchId && { patchId }) };
  return { communityId, ...place, door, order, dwellingId: dwelling._id };
}

/** The door of a household as it is now. Null of one that has become another. */
export async function atHome(
  ctx: Context,
  communityId: Types.ObjectId,
  _id: Types.ObjectId,
): Promise<CasePlace | null> {
  const household = await Households(ctx).findOne({ communityId, _id }).lean();
  if (!household || household.mergedInto) return null;
  const { gridId, gridPath, patchId, door, dwellingId } = household;
  const dwelling = dwellingId ? await Dwellings(ctx).findById(dwellingId, { order: 1 }).lean() : null;
  const order = dwelling?.order ?? '';
  return { communityId, gridId, gridPath, ...(patchId && { patchId }), door, order, householdId: _id };
}

/** Where somebody lives now. Null of one who does not live here any more. */
export async function ofPerson(
  ctx: Context,
  communityId: Types.ObjectId,
  residentId: Types.ObjectId,
): Promise<CasePlace | null> {
  const resident = await Residents(ctx)
    .findOne({ communityId, _id: residentId }, { householdId: 1, surname: 1, leftAt: 1 })
    .lean();
  if (!resident?.householdId || resident.leftAt) return null;
  const home = await atHome(ctx, communityId, resident.householdId);
  return home && { ...home, residentId, surname: resident.surname };
}

/** What is in no list lies in the first grid of whoever saw it; of the office, and of nobody, in the whole community. */
export async function placeInWords(
  ctx: Context,
  who: Who | null,
  communityId: Types.ObjectId,
  words: string,
): Promise<CasePlace> {
  const { docs } = await gridBook(ctx, communityId);
  const [own] = who?.membership?.grids ?? [];
  const { _id, path } = docs.find((doc) => String(doc._id) === own) ?? topGrid(docs);
  return { communityId, gridId: _id, gridPath: path, door: '', order: '', ...(words && { words }) };
}
