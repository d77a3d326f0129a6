import { maskName } from '@shared/mask';
import type { LeavingView } from '@shared/returns/leaving';
import { Communities } from '../../accounts';
import type { Context, Who } from '../../context';
import type { DataKey } from '../../platform/sealing';
import type { LeavingDoc } from './model';
import { namePlace, refusedPlace, toPlace } from './sealLeaving';
import { leavingActionsOf } from './stepLeaving';

/** Leavings for the caller; the only place where their sealed texts are opened for a reply. */
export async function presentLeavings(ctx: Context, who: Who, docs: LeavingDoc[]): Promise<LeavingView[]> {
  const keys = await ctx.seals.load(docs.map(({ sealedBy }) => sealedBy));
  const ids = docs.flatMap(({ toCommunityId }) => toCommunityId ?? []);
  const communities = await Communities(ctx)
    .find({ _id: { $in: ids } }, { name: 1 })
    .lean();
  const nameOf = new Map(communities.map(({ _id, name }) => [String(_id), name]));
  return docs.map((doc) =>
    present(who, doc, keys.get(doc.sealedBy), nameOf.get(String(doc.toCommunityId)) ?? null),
  );
}

function present(
  who: Who,
  doc: LeavingDoc,
  key: DataKey | undefined,
  toCommunity: string | null,
): LeavingView {
  const isOwn = who.membership?.role === 'resident';
  return {
    id: String(doc._id),
    state: doc.state,
    version: doc.version,
    residentId: String(doc.residentId),
    householdId: String(doc.householdId),
    returnId: doc.returnId ? String(doc.returnId) : null,
    nextReturnId: doc.nextReturnId ? String(doc.nextReturnId) : null,
    door: doc.door,
    name: isOwn && key ? key.open(doc.name, namePlace(doc._id)) : maskName(doc.surname),
    leavesAt: doc.leavesAt.toISOString(),
    to: key ? key.open(doc.to, toPlace(doc._id)) : '',
    toCommunity,
    isObserved: doc.isObserved,
    reportedAt: doc.reportedAt.toISOString(),
    dueAt: doc.dueAt.toISOString(),
    refused: doc.refused && key ? key.open(doc.refused, refusedPlace(doc._id)) : null,
    actions: leavingActionsOf(who, doc),
  };
}
