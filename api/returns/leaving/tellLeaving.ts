import { type NoticeCode, sideOf } from '@shared/notices/codes';
import type { LeavingAction } from '@shared/returns/leavingLife';
import type { ClientSession } from 'mongoose';
import type { Context } from '../../context';
import { accountsTold, gridBook } from '../../grids';
import { tell } from '../../notices';
import type { LeavingDoc } from './model';

/** What a step is called in a message. */
export const leavingNotices: Partial<Record<LeavingAction, NoticeCode>> = {
  agree: 'leaving.agree',
  refuse: 'leaving.refuse',
  withdraw: 'leaving.withdraw',
  askAgain: 'leaving.askAgain',
};

/** Tells whom the row of the life table names. In the caller’s transaction; every step has a version of its own. */
export async function tellLeaving(
  ctx: Context,
  doc: LeavingDoc,
  { action, tells }: { action: LeavingAction; tells: readonly string[] },
  session: ClientSession,
): Promise<void> {
  const { communityId, door } = doc;
  const now = ctx.clock.now();
  const code = leavingNotices[action];
  if (!code) return;
  const reported = doc.history[0]?.by.role;
  const told = [
    ...(tells.includes('reporter') ? [{ accountId: doc.reportedBy.accountId, side: sideOf(reported) }] : []),
    ...(tells.includes('responsible')
      ? accountsTold(await gridBook(ctx, communityId), doc, ['responsible'], now).map((accountId) => ({
          accountId,
          side: 'staff' as const,
        }))
      : []),
  ];
  await tell(
    ctx,
    told.map(({ accountId, side }) => ({
      about: { entity: 'leaving', id: String(doc._id) },
      occasion: `${action}:${doc.version}`,
      accountId,
      communityId,
      side,
      code,
      params: { door },
      madeAt: now,
    })),
    session,
  );
}
