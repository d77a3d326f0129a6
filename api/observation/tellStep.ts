import { type Told, toldAtHome } from '@shared/ladder';
import type { NoticeCode } from '@shared/notices/codes';
import type { ObservationAction, ObservationTold } from '@shared/observation/life';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { accountsTold, gridBook } from '../grids';
import { type Telling, tell, toldAbout } from '../notices';
import { peopleAtHome } from '../schedules';
import type { ObservationDoc } from './model';

/** What a step is called in a message. */
const stepNotices: Partial<Record<ObservationAction, NoticeCode>> = {
  release: 'observation.released',
  replan: 'observation.replanned',
  return: 'observation.returned',
  annul: 'observation.annulled',
};
/** What staff are told instead where nobody at home could be: somebody has to bring it. */
const toBring: Partial<Record<ObservationAction, NoticeCode>> = { release: 'observation.deliver' };
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
      { code, unheard: toBring[action], occasion: action, tells: tells.flatMap((told) => toldAs[told]) },
      session,
    );
}

interface Said {
  code: NoticeCode;
  /** To staff, where nobody at home has an account. */
  unheard?: NoticeCode | undefined;
  occasion: string;
  tells: readonly Told[];
}

export async function tellAbout(
  ctx: Context,
  doc: ObservationDoc,
  { code, unheard, occasion, tells }: Said,
  session: ClientSession,
): Promise<void> {
  const now = ctx.clock.now();
  const book = await gridBook(ctx, doc.communityId);
  const of = { ...doc, isHealth: isHealth(code) };
  const home = await peopleAtHome(ctx, doc.communityId, [of]);
  const atHome = home.accountsOf(of, toldAtHome(tells));
  const telling = (accountId: Types.ObjectId, side: Telling['side']): Telling => ({
    about: { entity: 'observation', id: String(doc._id) },
    occasion: occasionOf(doc, occasion, side),
    accountId,
    communityId: doc.communityId,
    side,
    code: side === 'staff' && !atHome.length && unheard ? unheard : code,
    params: { door: doc.door, lastDay: doc.lastDay },
    madeAt: now,
  });
  const staff = accountsTold(book, { ...doc, responsibleFrom: 'worker' }, tells, now);
  await tell(
    ctx,
    [...atHome.map((id) => telling(id, 'household')), ...staff.map((id) => telling(id, 'staff'))],
    session,
  );
}

/** Every step has a version of its own. */
const occasionOf = ({ version }: ObservationDoc, occasion: string, side: Telling['side']): string =>
  `${occasion}:${version}:${side}`;

/** Whether anybody at home was told of the step that was taken last. */
export async function isToldAtHome(ctx: Context, doc: ObservationDoc): Promise<boolean> {
  const last = doc.history.at(-1);
  if (!last) return false;
  const told = await toldAbout(ctx, `observation:${String(doc._id)}`);
  return told.some(({ occasion }) => occasion === occasionOf(doc, last.action, 'household'));
}
