import type { ReplyOf } from '@shared/contract';
import { errandKindNames, errandKindOf } from '@shared/requests/kinds';
import type { getMergedList as contract } from '@shared/requests/mergedList';
import { mergeLines } from '@shared/requests/shopping';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { type ErrandDoc, Errands } from './model';
import { estimateOf, openDetails } from './presentErrands';

const bought = errandKindNames.filter((name) => errandKindOf(name).shopping);
/** More than anybody carries; what is promised first stands in the list. */
const most = 200;
const read = {
  ...{ kind: 1, version: 1, door: 1, order: 1, dueAt: 1, leaseUntil: 1, details: 1, marks: 1, isAsked: 1 },
} as const;

/** What the caller has accepted and has to buy, added up by item and unit; one question to the index of what somebody holds. */
export async function getMergedList(
  ctx: Context,
  { membership, accountId }: Who,
): Promise<ReplyOf<typeof contract>> {
  if (!membership || membership.role === 'resident') return { items: [], errands: [] };
  const docs = await Errands(ctx)
    .find(
      {
        ...{ communityId: membership.communityId, open: true, life: 'errand', state: 'accepted' },
        'holder.accountId': new Types.ObjectId(accountId),
        kind: { $in: bought },
      } as never,
      read,
    )
    .sort({ dueAt: 1, _id: 1 })
    .limit(most)
    .lean<ErrandDoc[]>();
  const details = await openDetails(ctx, docs);
  const byDoor = docs
    .filter(({ _id }) => details.has(String(_id)))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  const errands = byDoor.map((doc) => ({ ...doc, details: details.get(String(doc._id)) ?? {} }));
  return {
    items: mergeLines(
      errands.map(({ _id, kind, door, details: asked, marks = [] }) => ({
        ...{ requestId: String(_id), kind, door, details: asked, marks },
      })),
    ),
    errands: errands.map((doc) => ({
      requestId: String(doc._id),
      version: doc.version,
      kind: doc.kind,
      door: doc.door,
      dueAt: doc.dueAt.toISOString(),
      leaseUntil: doc.leaseUntil?.toISOString() ?? null,
      budgetFen: estimateOf(doc, doc.details),
      isAsked: doc.isAsked,
    })),
  };
}
