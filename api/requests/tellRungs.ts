import { type Rung, toldAtHome } from '@shared/ladder';
import type { NoticeCode } from '@shared/notices/codes';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { accountsTold, gridBook, type LoadedBook } from '../grids';
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
  const book = await gridBook(ctx, doc.communityId);
  const telling = (accountId: Types.ObjectId, side: PhoneTelling['side']): PhoneTelling => ({
    about: { entity: 'request', id: String(doc._id) },
    // Somebody may be told as staff and at home.
    occasion: `${occasion}:${side}`,
    accountId,
    communityId: doc.communityId,
    side,
    code,
    params: { door: doc.door, celsius: doc.readings.at(-1)?.celsius ?? null },
    madeAt: now,
    phone: side === 'staff' ? (book.names.get(String(accountId))?.phone ?? null) : null,
  });
  const staff = accountsTold(book, doc, tells, now).map((id) => telling(id, 'staff'));
  const household = (await toldOfHome(ctx, doc, tells, session)).map((id) => telling(id, 'household'));
  await tell(ctx, household, session);
  if (!byPhone) return tell(ctx, staff, session);
  await tellByPhone(ctx, 'fever', staff, session);
  await ringWithoutAccount(ctx, book, doc, { occasion, code, tells }, session);
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

/** The duty officer and the health station may have a telephone and no account: they are called all the same. */
async function ringWithoutAccount(
  ctx: Context,
  { duty, health, community }: LoadedBook,
  { _id, communityId, door }: RequestDoc,
  { occasion, code, tells }: ToTell,
  session: ClientSession,
): Promise<void> {
  const phones = [
    ...(tells.includes('duty') && duty === 'withoutAccount' ? [community.duty.phone] : []),
    ...(tells.includes('health') && !health.length && community.health ? [community.health.phone] : []),
  ];
  const ringing = {
    about: { entity: 'request', id: String(_id) },
    ...{ occasion: `${occasion}:staff`, communityId, code, madeAt: ctx.clock.now() },
  };
  await ringPhones(ctx, 'fever', phones, { ringing, params: { door, code } }, session);
}

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
