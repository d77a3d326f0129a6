import { maskName } from '@shared/mask';
import type { HandoverView } from '@shared/returns/handover';
import { Communities, type CommunityDoc } from '../../accounts';
import type { Context } from '../../context';
import type { HandoverDoc } from './model';

/** What the other office may see before it has taken anybody: numbers, masks and dates; no door, no document. */
export async function presentHandovers(ctx: Context, docs: HandoverDoc[]): Promise<HandoverView[]> {
  const communities = await Communities(ctx)
    .find({ _id: { $in: docs.map(({ fromCommunityId }) => fromCommunityId) } })
    .lean();
  const byId = new Map(communities.map((community) => [String(community._id), community]));
  return docs.map((doc) => present(doc, byId.get(String(doc.fromCommunityId))));
}

const present = (doc: HandoverDoc, from: CommunityDoc | undefined): HandoverView => ({
  returnId: String(doc.returnIds[0]),
  from: { id: String(doc.fromCommunityId), name: from?.name ?? '', phone: from?.duty.phone ?? '' },
  people: doc.returnIds.length,
  names: doc.surnames.map(maskName),
  urgency: doc.urgency,
  isObserved: Boolean(doc.leavingId),
  arrivesAt: doc.arrivesAt.toISOString(),
  offeredAt: doc.offeredAt.toISOString(),
  dueAt: doc.dueAt.toISOString(),
  answer: doc.answer,
  actions: doc.answer ? [] : ['take', 'refuse'],
});
