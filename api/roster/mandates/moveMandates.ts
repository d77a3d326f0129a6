import type { ClientSession, Types } from 'mongoose';
import type { MembershipDoc } from '../../accounts';
import type { Context } from '../../context';
import { endNewest } from './endNewest';
import { type MandateDoc, Mandates } from './model';

/**
 * One account became another: what the first held, the second holds. Where both held one for the same household the older
 * ends, as if the newer had been given to one person. In the caller’s transaction.
 */
export async function moveMandates(
  ctx: Context,
  /** `moved`: the memberships of the second account, those of the first already among them. */
  { from, to, moved }: { from: Types.ObjectId; to: Types.ObjectId; moved: MembershipDoc[] },
  session: ClientSession,
): Promise<void> {
  for (const { communityId, mandate } of moved) {
    const doc =
      mandate &&
      (await Mandates(ctx)
        .findOne({ communityId, _id: mandate.id, accountId: from })
        .session(session)
        .lean());
    if (!doc) continue;
    if (doc.isNewest) await endOlder(ctx, doc, to, session);
    await Mandates(ctx).updateOne({ communityId, _id: doc._id }, { $set: { accountId: to } }, { session });
  }
}

async function endOlder(
  ctx: Context,
  { _id, communityId, householdId }: MandateDoc,
  to: Types.ObjectId,
  session: ClientSession,
): Promise<void> {
  const other = await Mandates(ctx)
    .findOne({ communityId, householdId, accountId: to, isNewest: true })
    .session(session)
    .lean();
  if (!other) return;
  const older = String(other._id) < String(_id) ? other._id : _id;
  await endNewest(ctx, { communityId, _id: older }, to, session);
}
