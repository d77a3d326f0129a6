import { type NoticeCode, type NoticeSide, sideOf } from '@shared/notices/codes';
import { type ReturnAction, type ReturnTold, returnLife } from '@shared/returns/life';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { accountsTold, gridBook } from '../grids';
import { type Telling, tell } from '../notices';
import type { ReturnDoc } from './model';

/** What a step is called in a message. */
export const stepNotices: Partial<Record<ReturnAction, NoticeCode>> = {
  confirm: 'return.verified',
  reject: 'return.rejected',
  withdraw: 'return.withdrawn',
  offer: 'return.offered',
  take: 'return.handedOver',
  refuse: 'return.refused',
};

/**
 * Tells whom the row of the life table names, once for all people of a party who took the step together. In the caller's
 * transaction; every step has a version of its own, so nothing is told twice.
 */
export async function tellStep(
  ctx: Context,
  docs: ReturnDoc[],
  action: ReturnAction,
  session: ClientSession,
): Promise<void> {
  const [first] = docs;
  const code = stepNotices[action];
  const row = returnLife.rows.find((one) => one.action === action);
  if (!first || !code) return;
  const told = new Set<string>();
  const tellings: Telling[] = [];
  for (const whom of row?.tells ?? []) {
    for (const { accountId, communityId, side } of await toldBy(ctx, whom, docs)) {
      if (told.has(String(accountId))) continue;
      told.add(String(accountId));
      tellings.push({
        about: { entity: 'return', id: String(first._id) },
        occasion: `${action}:${first.version}`,
        accountId,
        communityId,
        side,
        code,
        // The other community does not see the door until it has taken over.
        params: { people: docs.length, ...(whom !== 'receiver' && { door: first.door }) },
        madeAt: ctx.clock.now(),
      });
    }
  }
  await tell(ctx, tellings, session);
}

interface Listener {
  accountId: Types.ObjectId;
  communityId: Types.ObjectId;
  side: NoticeSide;
}

async function toldBy(ctx: Context, whom: ReturnTold, docs: ReturnDoc[]): Promise<Listener[]> {
  const [first] = docs as [ReturnDoc];
  const now = ctx.clock.now();
  if (whom === 'declarer') {
    // Whoever told of somebody else is no declarer: what comes of it is between the household and the community.
    return docs
      .filter(({ source }) => source !== 'tip')
      .map((doc) => ({
        accountId: doc.declaredBy.accountId,
        communityId: doc.communityId,
        side: declarerSide(doc),
      }));
  }
  const communityId = whom === 'receiver' ? first.offer?.communityId : first.communityId;
  if (!communityId) return [];
  const book = await gridBook(ctx, communityId);
  const work = whom === 'receiver' ? { responsibleFrom: 'office' as const } : first;
  const posts = whom === 'receiver' ? (['office'] as const) : (['responsible'] as const);
  return accountsTold(book, work, posts, now).map((accountId) => ({ accountId, communityId, side: 'staff' }));
}

/** Whoever declared on duty is told on duty. */
const declarerSide = ({ declaredBy, history }: ReturnDoc): NoticeSide =>
  sideOf(history.find(({ by }) => by.accountId?.equals(declaredBy.accountId))?.by.role);
