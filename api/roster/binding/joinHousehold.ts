import { type ClientSession, Types } from 'mongoose';
import { isActive, type MembershipDoc, Memberships } from '../../accounts';
import type { Context } from '../../context';
import { tell } from '../../notices';
import { insertAll } from '../../platform/mongo';
import { problem } from '../../platform/problem';
import { type HouseholdDoc, Households, type ResidentDoc } from '../model';

export interface Bound {
  accountId: Types.ObjectId;
  resident: ResidentDoc;
  binding: NonNullable<MembershipDoc['binding']>;
}

/**
 * The membership of an account as this resident. One that is there already stays; what the account declared as a stranger
 * behind the same door is the household’s from now on. The others of the household are told. In the caller’s transaction.
 */
export async function joinHousehold(
  ctx: Context,
  { accountId, resident, binding }: Bound,
  session: ClientSession,
): Promise<MembershipDoc> {
  const { communityId } = resident;
  const household = await Households(ctx)
    .findOne({ communityId, _id: resident.householdId })
    .session(session)
    .lean();
  if (!household) throw problem('notFound');
  const now = ctx.clock.now();
  const all = await Memberships(ctx).find({ communityId, accountId }).session(session).lean();
  const own = all.filter((one) => one.role === 'resident' && !one.mandate && isActive(one, now));
  await bringHome(ctx, own, household, session);
  const known = own.find((one) => !one.partyId && one.householdId?.equals(household._id));
  if (known) {
    const $set = { binding, residentId: resident._id };
    await Memberships(ctx).updateOne({ _id: known._id }, { $set, $inc: { rightsVersion: 1 } }, { session });
    return known;
  }
  const { dwellingId } = household;
  const made: MembershipDoc = {
    _id: new Types.ObjectId(),
    accountId,
    communityId,
    role: 'resident',
    head: false,
    gridIds: [],
    residentId: resident._id,
    householdId: household._id,
    ...(dwellingId && { dwellingId }),
    binding,
    from: now,
    rightsVersion: 1,
  };
  await insertAll(Memberships(ctx), [made], session);
  await tellOthers(ctx, household, made, session);
  return made;
}

/** What sees one declaration only is not needed any more where that declaration came home. */
async function bringHome(
  ctx: Context,
  own: MembershipDoc[],
  household: HouseholdDoc,
  session: ClientSession,
): Promise<void> {
  const { communityId } = household;
  const partyIds = own.flatMap(({ partyId }) => partyId ?? []);
  if (!partyIds.length) return;
  const home = await ctx.hooks.joinParties({ communityId, partyIds, household }, session);
  await Memberships(ctx).updateMany(
    { _id: { $in: own.map(({ _id }) => _id) }, partyId: { $in: home } },
    { $set: { until: ctx.clock.now() }, $inc: { rightsVersion: 1 } },
    { session },
  );
}

/** A phone that joins a household is nobody’s secret. */
async function tellOthers(
  ctx: Context,
  { _id, communityId, door }: HouseholdDoc,
  made: MembershipDoc,
  session: ClientSession,
): Promise<void> {
  const now = ctx.clock.now();
  const others = await Memberships(ctx)
    .find({ communityId, householdId: _id, role: 'resident', partyId: { $exists: false } })
    .session(session)
    .lean();
  await tell(
    ctx,
    others
      .filter((one) => !one.mandate && !one.accountId.equals(made.accountId) && isActive(one, now))
      .map(({ accountId }) => ({
        about: { entity: 'household', id: String(_id) },
        occasion: `joined:${String(made._id)}`,
        accountId,
        communityId,
        side: 'household',
        code: 'household.joined',
        params: { door },
        madeAt: now,
      })),
    session,
  );
}
