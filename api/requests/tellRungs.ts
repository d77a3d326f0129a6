import { type Rung, toldAtHome } from '@shared/ladder';
import type { NoticeCode } from '@shared/notices/codes';
import { latestOf } from '@shared/temperatures/latest';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { accountsTold, gridBook, rungFor } from '../grids';
import { type PhoneTelling, ringPhones, tell, tellByPhone } from '../notices';
import { peopleAtHome } from '../schedules';
import type { RequestDoc } from './model';

interface ToTell {
  /** Unique for the request: `rung:duty:<when the state began>`. */
  occasion: string;
  code: NoticeCode;
  tells: Rung['tells'];
  byPhone?: boolean;
}

/** Tells staff and the household of something about a request, each once; urgent things by telephone as well. In the caller’s transaction. */
export async function tellAbout(
  ctx: Context,
  doc: RequestDoc,
  { occasion, code, tells, byPhone }: ToTell,
  session: ClientSession,
): Promise<void> {
  const now = ctx.clock.now();
  const latest = latestOf(doc.readings);
  const book = await gridBook(ctx, doc.communityId);
  const telling = (accountId: Types.ObjectId, side: PhoneTelling['side']): PhoneTelling => ({
    about: { entity: 'request', id: String(doc._id) },
    // Somebody may be told as staff and at home.
    occasion: `${occasion}:${side}`,
    accountId,
    communityId: doc.communityId,
    side,
    code,
    params: { door: doc.door, celsius: (latest?.corrected ?? latest)?.celsius ?? null },
    madeAt: now,
    phone: side === 'staff' ? (book.names.get(String(accountId))?.phone ?? null) : null,
  });
  const { accounts, phones } = byPhone
    ? rungFor(book, doc, tells, now)
    : { accounts: accountsTold(book, doc, tells, now), phones: [] };
  const staff = accounts.map((id) => telling(id, 'staff'));
  const household = (await toldOfHome(ctx, doc, tells, session)).map((id) => telling(id, 'household'));
  await tell(ctx, household, session);
  if (!byPhone) return tell(ctx, staff, session);
  await tellByPhone(ctx, 'fever', staff, session);
  const ringing = {
    about: { entity: 'request', id: String(doc._id) },
    ...{ occasion: `${occasion}:staff`, communityId: doc.communityId, code, madeAt: now },
  };
  await ringPhones(ctx, 'fever', phones, { ringing, params: { door: doc.door, code } }, session);
}

/** To a family that has lost somebody no message goes by itself. */
async function toldOfHome(
  ctx: Context,
  doc: RequestDoc,
  tells: Rung['tells'],
  session: ClientSession,
): Promise<Types.ObjectId[]> {
  const atHome = toldAtHome(tells);
  if (!atHome.length || (await isOfDead(ctx, doc, session))) return [];
  const of = { ...doc, isHealth: true };
  const home = await peopleAtHome(ctx, doc.communityId, [of]);
  return home.accountsOf(of, atHome);
}

/** Whether the person has died, as this case or their last observation says. */
export const isOfDead = async (ctx: Context, doc: RequestDoc, session: ClientSession): Promise<boolean> =>
  doc.outcome === 'died' || (await ctx.hooks.hasDied(doc, session));

/** The rungs of a ladder that have come. */
export async function tellRungs(
  ctx: Context,
  doc: RequestDoc,
  rungs: readonly Rung[],
  session: ClientSession,
): Promise<void> {
  for (const { name, tells, byPhone } of rungs)
    await tellAbout(
      ctx,
      doc,
      {
        occasion: `rung:${name}:${doc.stateAt.getTime()}`,
        code: `${doc.kind}.${name}` as NoticeCode,
        tells,
        ...(byPhone && { byPhone }),
      },
      session,
    );
}
