import type { FieldError } from '@shared/problems';
import { type createMandate as contract, longestMandateDays } from '@shared/roster/mandates';
import { dayMs } from '@shared/time';
import { Types } from 'mongoose';
import { accountForPhone } from '../../accounts';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { refuseOtherBody } from '../../platform/idempotency';
import { inTransaction, isDuplicate } from '../../platform/mongo';
import { problem, refuseFaults } from '../../platform/problem';
import { visible } from '../../platform/visible';
import { type HouseholdDoc, Households, living, Residents } from '../model';
import { Mandates } from './model';
import { presentMandates } from './present';
import { writeMandate } from './writeMandate';

type Body = Input<typeof contract>['body'];

/**
 * Lets somebody act for a household until a day; whoever has this telephone signs in with it. Problems: notFound,
 * input.invalid (until, attestedBy, how), key.reused.
 */
export async function createMandate(ctx: Context, who: Who, { body, once }: Input<typeof contract>) {
  const { membership } = who;
  if (!membership) throw problem('notAllowed');
  const communityId = new Types.ObjectId(membership.communityId);
  const key = `${who.accountId}:${once.key}`;
  const findBefore = () => Mandates(ctx).findOne({ communityId, key }).lean();
  const before = await findBefore();
  if (before) {
    refuseOtherBody(before, once);
    return presentOne(ctx, before);
  }
  const household = await Households(ctx)
    .findOne({ $and: [{ _id: body.householdId }, visible(who, 'Mandate', 'give')] })
    .lean();
  if (!household) throw problem('notFound');
  refuseFaults(await faultsOf(ctx, who, household, body));
  await ctx.limits.strict('mandate', body.householdId);
  const accountId = await accountForPhone(ctx, body.phone);
  const given = { household, accountId, body, key, hash: once.hash };
  try {
    return await presentOne(
      ctx,
      await inTransaction(ctx, (session) => writeMandate(ctx, who, given, session)),
    );
  } catch (error) {
    // The same tap twice, or the same person by two members of the household: one of them stands.
    const first = isDuplicate(error) && (await findBefore());
    if (!first) throw error;
    return presentOne(ctx, first);
  }
}

const presentOne = async (ctx: Context, doc: Parameters<typeof presentMandates>[1][number]) => {
  const [view] = await presentMandates(ctx, [doc]);
  if (!view) throw problem('notFound');
  return view;
};

async function faultsOf(
  ctx: Context,
  { membership }: Who,
  household: HouseholdDoc,
  { until, attestedBy, how }: Body,
): Promise<FieldError[]> {
  const faults: FieldError[] = [];
  const left = Date.parse(until) - ctx.clock.now().getTime();
  if (left <= 0) faults.push({ path: 'until', code: 'time.tooEarly' });
  if (left > longestMandateDays * dayMs) faults.push({ path: 'until', code: 'time.tooLate' });
  // In the app the household speaks for itself; staff write down what they were told.
  const isHousehold = membership?.role === 'resident';
  if (isHousehold !== (how === 'app')) faults.push({ path: 'how', code: 'choice' });
  const isSelf = !isHousehold || membership.residentId === attestedBy;
  const lives = {
    communityId: household.communityId,
    _id: attestedBy,
    householdId: household._id,
    ...living,
  };
  if (!isSelf || !(await Residents(ctx).exists(lives))) faults.push({ path: 'attestedBy', code: 'choice' });
  return faults;
}
