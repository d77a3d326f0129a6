import { dayOf } from '@shared/time';
import type { ClientSession } from 'mongoose';
import { isActive, Memberships } from '../../accounts';
import type { Context } from '../../context';
import { tell } from '../../notices';
import { Households } from '../model';
import type { MandateDoc } from './model';

/** Everybody of the household who has an account hears that somebody may act for it, or gave that back. */
export async function tellHousehold(
  ctx: Context,
  doc: MandateDoc,
  occasion: 'given' | 'returned',
  session: ClientSession,
): Promise<void> {
  const { communityId, householdId } = doc;
  const members = await Memberships(ctx)
    .find({ communityId, householdId, role: 'resident', partyId: { $exists: false } })
    .session(session)
    .lean();
  const now = ctx.clock.now();
  const own = members.filter((one) => !one.mandate && isActive(one, now));
  await tellOf(ctx, doc, occasion, own, session);
}

/** Whoever may act for a household no longer hears that it is over. */
export const tellHolder = (
  ctx: Context,
  doc: MandateDoc,
  occasion: 'ended',
  session: ClientSession,
): Promise<void> => tellOf(ctx, doc, occasion, [doc], session);

async function tellOf(
  ctx: Context,
  { _id, communityId, householdId, until }: MandateDoc,
  occasion: 'given' | 'returned' | 'ended',
  whom: Pick<MandateDoc, 'accountId'>[],
  session: ClientSession,
): Promise<void> {
  const household = await Households(ctx).findOne({ communityId, _id: householdId }).session(session).lean();
  await tell(
    ctx,
    whom.map(({ accountId }) => ({
      about: { entity: 'mandate', id: String(_id) },
      occasion,
      accountId,
      communityId,
      side: 'household',
      code: `mandate.${occasion}`,
      params: { door: household?.door ?? '', until: dayOf(until) },
      madeAt: ctx.clock.now(),
    })),
    session,
  );
}
