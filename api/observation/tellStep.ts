import { type Told, toldAtHome } from '@shared/ladder';
import type { NoticeCode } from '@shared/notices/codes';
import type { ObservationAction, ObservationTold } from '@shared/observation/life';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { accountsTold, gridBook } from '../grids';
import { type Telling, tell } from '../notices';
import { peopleAtHome } from '../schedules';
import type { ObservationDoc } from './model';

/** What a step is called in a message. */
const stepNotices: Partial<Record<ObservationAction, NoticeCode>> = {
  release: 'observation.released',
  replan: 'observation.replanned',
  return: 'observation.returned',
  annul: 'observation.annulled',
};
/** Where it says how somebody is. */
const isHealth = (code: NoticeCode): boolean => code === 'observation.returned';
const toldAs: Record<ObservationTold, readonly Told[]> = {
  household: ['person', 'contact'],
  responsible: ['responsible'],
  office: ['office'],
};

/** Tells whom the row of the life table names; every step has a version of its own. In the caller’s transaction. */
export async function tellStep(
  ctx: Context,
  doc: ObservationDoc,
  action: ObservationAction,
  tells: readonly ObservationTold[],
  session: ClientSession,
): Promise<void> {
  const code = stepNotices[action];
  // To a family that has lost somebody no message goes by itself.
  const isDeath = doc.history.at(-1)?.code === 'died';
  if (code && !isDeath)
    await tellAbout(
      ctx,
      doc,
      { code, occasion: action, tells: tells.flatMap((told) => toldAs[told]) },
      session,
    );
}

export async function tellAbout(
  ctx: Context,
  doc: ObservationDoc,
  { code, occasion, tells }: { code: NoticeCode; occasion: string; tells: readonly Told[] },
  session: ClientSession,
): Promise<void> {
  const now = ctx.clock.now();
  const book = await gridBook(ctx, doc.communityId);
  const of = { ...doc, isHealth: isHealth(code) };
  const home = await peopleAtHome(ctx, doc.communityId, [of]);
  const telling = (accountId: Types.ObjectId, side: Telling['side']): Telling => ({
    about: { entity: 'observation', id: String(doc._id) },
    occasion: `${occasion}:${doc.version}:${side}`,
    accountId,
    communityId: doc.communityId,
    side,
    code,
    params: { door: doc.door, lastDay: doc.lastDay },
    madeAt: now,
  });
  const staff = accountsTold(book, { ...doc, responsibleFrom: 'worker' }, tells, now);
  await tell(
    ctx,
    [
      ...home.accountsOf(of, toldAtHome(tells)).map((id) => telling(id, 'household')),
      ...staff.map((id) => telling(id, 'staff')),
    ],
    session,
  );
}
