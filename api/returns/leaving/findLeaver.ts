import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../../context';
import { problem } from '../../platform/problem';
import { type HouseholdDoc, Households, type ResidentDoc, Residents } from '../../roster';
import { type ReturnDoc, Returns } from '../model';
import { mayLeaving } from './stepLeaving';

export interface Leaver {
  resident: ResidentDoc;
  household: HouseholdDoc;
  /** The return of this person that has not ended. */
  open: ReturnDoc | null;
}

/** Somebody of the roster for whom the caller may report a leaving. Problem: notFound. */
export async function findLeaver(
  ctx: Context,
  who: Who,
  id: string,
  session: ClientSession,
): Promise<Leaver> {
  const communityId = who.membership?.communityId;
  const resident = await Residents(ctx).findOne({ communityId, _id: id }).session(session).lean();
  const household =
    resident &&
    (await Households(ctx).findOne({ communityId, _id: resident.householdId }).session(session).lean());
  if (!resident || !household) throw problem('notFound');
  const open = await Returns(ctx)
    .findOne({ communityId: resident.communityId, residentId: resident._id, ended: false })
    .session(session)
    .lean();
  const { gridPath } = open ?? household;
  const placed = {
    communityId: resident.communityId,
    residentId: resident._id,
    householdId: household._id,
    ...(open && { partyId: open.partyId }),
    gridPath,
  };
  if (!mayLeaving(who, 'report', placed)) throw problem('notFound');
  return { resident, household, open };
}
