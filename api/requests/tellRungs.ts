import { type Rung, toldAtHome } from '@shared/ladder';
import type { NoticeCode } from '@shared/notices/codes';
import type { Params } from '@shared/problems';
import { noticePrefixOf } from '@shared/requests/kinds';
import { latestOf } from '@shared/temperatures/latest';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { accountsTold, gridBook, type LoadedBook, rungFor } from '../grids';
import { type PhoneTelling, ringPhones, type Telling, tell, tellByPhone } from '../notices';
import { peopleAtHome } from '../schedules';
import { whoOrdered, whoseHome } from './atHome';
import { type CaseDoc, isAboutPerson, isErrand, type RequestDoc } from './model';

export interface ToTell {
  /** Unique for the request: `rung:duty:<when the state began>`. */
  occasion: string;
  code: NoticeCode;
  tells: Rung['tells'];
  orTells?: Rung['orTells'];
  byPhone?: boolean;
  /** Of staff, beside those: who carries an errand, or did. */
  holders?: Types.ObjectId[];
  /** Whoever did it. */
  except?: string;
}

/** Tells staff and the household of something about a request, each once; urgent things by telephone as well. In the caller’s transaction. */
export async function tellAbout(
  ctx: Context,
  doc: RequestDoc,
  told: ToTell,
  session: ClientSession,
): Promise<void> {
  const { household, staff, phones } = await whomToTell(ctx, doc, told, session);
  await tell(ctx, household, session);
  if (!told.byPhone) return tell(ctx, staff, session);
  const template = doc.kind === 'fever' ? 'fever' : 'crisis';
  await tellByPhone(ctx, template, staff, session);
  const { occasion, code } = told;
  const ringing = {
    about: { entity: 'request', id: String(doc._id) },
    ...{ occasion: `${occasion}:staff`, communityId: doc.communityId, code, madeAt: ctx.clock.now() },
  };
  await ringPhones(ctx, template, phones, { ringing, params: { door: doc.door, code } }, session);
}

/** What is told of something that calls nobody by telephone, not written yet. */
export async function tellingsAbout(
  ctx: Context,
  doc: RequestDoc,
  told: Omit<ToTell, 'byPhone'>,
): Promise<Telling[]> {
  const { household, staff } = await whomToTell(ctx, doc, told);
  return [...household, ...staff];
}

async function whomToTell(
  ctx: Context,
  doc: RequestDoc,
  { occasion, code, tells: asked, orTells = [], byPhone, holders = [], except }: ToTell,
  session?: ClientSession,
) {
  const now = ctx.clock.now();
  const book = await gridBook(ctx, doc.communityId);
  const home = await toldOfHome(ctx, doc, asked, session);
  const tells = home.length ? asked : [...asked, ...orTells];
  const telling = (accountId: Types.ObjectId, side: PhoneTelling['side']): PhoneTelling => ({
    about: { entity: 'request', id: String(doc._id) },
    // Somebody may be told as staff and at home.
    occasion: `${occasion}:${side}`,
    accountId,
    communityId: doc.communityId,
    side,
    code,
    params: {
      ...(side === 'staff' ? placeFor(book, doc, accountId) : { door: doc.door }),
      ...(doc.kind === 'fever' && { celsius: celsiusOf(doc) }),
    },
    madeAt: now,
    phone: side === 'staff' ? (book.names.get(String(accountId))?.phone ?? null) : null,
  });
  const { accounts, phones } = byPhone
    ? rungFor(book, doc, tells, now)
    : { accounts: accountsTold(book, doc, tells, now), phones: [] };
  const isOther = (id: Types.ObjectId) => String(id) !== except;
  return {
    household: home.filter(isOther).map((id) => telling(id, 'household')),
    staff: [...accounts, ...holders].filter(isOther).map((id) => telling(id, 'staff')),
    phones,
  };
}

/** The door; to a helper, who knows it while they carry and no longer, the building. */
function placeFor(book: LoadedBook, doc: RequestDoc, accountId: Types.ObjectId): Params {
  const isOf = (people: LoadedBook['staff']) => people.some((one) => one.accountId.equals(accountId));
  const isHelper = isOf(book.helpers) && !isOf(book.staff);
  return isErrand(doc) && isHelper ? { building: doc.building } : { door: doc.door };
}

const celsiusOf = ({ readings }: Pick<CaseDoc, 'readings'>): number | null => {
  const latest = latestOf(readings);
  return (latest?.corrected ?? latest)?.celsius ?? null;
};

/** To a family that has lost somebody no message of a case goes by itself. */
async function toldOfHome(
  ctx: Context,
  doc: RequestDoc,
  tells: Rung['tells'],
  session?: ClientSession,
): Promise<Types.ObjectId[]> {
  const atHome = toldAtHome(tells);
  if (!atHome.length || (!isErrand(doc) && (await isOfDead(ctx, doc, session)))) return [];
  // Whoever has left that home is told nothing more of it.
  if (!isErrand(doc) && doc.privateTo) return (await whoseHome(ctx, doc)) ? [doc.privateTo] : [];
  const { householdId } = doc;
  // Whom it is about nobody knows.
  if (!householdId) return [];
  const of = { ...doc, householdId, isHealth: Boolean(doc.residentId) };
  const home = await peopleAtHome(ctx, doc.communityId, [of], isErrand(doc) ? 'order' : 'report');
  const told = home.accountsOf(of, atHome);
  return isErrand(doc) ? [...told, ...(await whoOrdered(ctx, doc, told))] : told;
}

/** Whether the person has died, as this case or their last observation says. */
export const isOfDead = async (ctx: Context, doc: CaseDoc, session?: ClientSession): Promise<boolean> =>
  doc.outcome === 'died' || (isAboutPerson(doc) && (await ctx.hooks.hasDied(doc, session)));

/** The rungs of a ladder that have come. */
export async function tellRungs(
  ctx: Context,
  doc: RequestDoc,
  rungs: readonly Rung[],
  session: ClientSession,
): Promise<void> {
  for (const { name, tells, orTells, byPhone } of rungs)
    await tellAbout(
      ctx,
      doc,
      {
        occasion: `rung:${name}:${doc.stateAt.getTime()}`,
        code: `${noticePrefixOf(doc.kind)}.${name}` as NoticeCode,
        tells,
        ...(orTells && { orTells }),
        ...(byPhone && { byPhone }),
      },
      session,
    );
}
