import type { Act, Subject } from '@shared/abilities';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import { problem } from '../platform/problem';
import { visible } from '../platform/visible';
import { type HouseholdDoc, Households, type ResidentDoc, Residents } from './model';

/** A person whom the caller may see (or of whom the caller may see something else). Problem: notFound. */
export async function findResident(
  ctx: Context,
  who: Who,
  id: string,
  {
    subject = 'Resident',
    act = 'read',
    session,
  }: { subject?: Subject; act?: Act; session?: ClientSession } = {},
): Promise<ResidentDoc> {
  const doc = await Residents(ctx)
    .findOne({ $and: [{ _id: id }, visible(who, subject, act)] })
    .session(session ?? null)
    .lean();
  if (!doc) throw problem('notFound');
  return doc;
}

/** A household that the caller may see. Problem: notFound. */
export async function findHousehold(
  ctx: Context,
  who: Who,
  id: string,
  session?: ClientSession,
): Promise<HouseholdDoc> {
  const doc = await Households(ctx)
    .findOne({ $and: [{ _id: id, mergedInto: { $exists: false } }, visible(who, 'Household')] })
    .session(session ?? null)
    .lean();
  if (!doc) throw problem('notFound');
  return doc;
}
