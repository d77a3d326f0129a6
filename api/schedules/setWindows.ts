import { windowsOf } from '@shared/observation/plan';
import { type DailyKind, dailyKinds } from '@shared/schedules/kinds';
import { windowFaults } from '@shared/schedules/windowRules';
import type { setWindows as contract, ScheduleView } from '@shared/schedules/windowsContract';
import { Communities, type CommunityDoc, communityOf } from '../accounts';
import type { Context, Who } from '../context';
import { forgetGridBook } from '../grids';
import type { Input } from '../platform/endpoint';
import { problem, refuseFaults } from '../platform/problem';

/** The windows of each kind that has some. */
export async function listSchedules(ctx: Context, who: Who): Promise<{ items: ScheduleView[] }> {
  const { windows } = await ownCommunity(ctx, who);
  return { items: dailyKinds.map((kind) => present(kind, windows)) };
}

/**
 * Other windows for what is planned from now on (domain, section 4). What is open keeps the hours it was promised with; an observation
 * that is planned anew has the new ones on its new days. Problem: input.invalid.
 */
export async function setWindows(
  ctx: Context,
  who: Who,
  { params, body }: Input<typeof contract>,
): Promise<ScheduleView> {
  refuseFaults(windowFaults(params.kind, body.windows));
  const { _id } = await ownCommunity(ctx, who);
  const changed = await Communities(ctx)
    .findOneAndUpdate(
      { _id },
      { $set: { [`windows.${params.kind}`]: body.windows } },
      { returnDocument: 'after' },
    )
    .lean();
  forgetGridBook(ctx, _id);
  return present(params.kind, changed?.windows);
}

const present = (kind: DailyKind, own: CommunityDoc['windows']): ScheduleView => ({
  kind,
  windows: windowsOf(kind, own).map((window) => ({ ...window })),
  isOwn: Boolean(own?.[kind]),
});

async function ownCommunity(ctx: Context, { membership }: Who): Promise<CommunityDoc> {
  if (!membership) throw problem('notAllowed');
  return communityOf(ctx, membership.communityId);
}
