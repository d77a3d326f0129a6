import { errandKindNames, errandKindOf } from '@shared/requests/kinds';
import { dayOf, momentOf } from '@shared/time';
import { Types } from 'mongoose';
import { type ErrandDoc, Errands, errandActionsOf, openDetails } from '../../requests';
import type { DoorSource } from './doorSource';

const carried = errandKindNames.filter((name) => !errandKindOf(name).isBought);

/** What the caller has and can bring or take away: bought, or not to be bought; where nobody was at home once its day has come again. */
export const dueErrands: DoorSource = async (ctx, who, { book, order, runId }) => {
  const now = ctx.clock.now();
  const docs: ErrandDoc[] = await Errands(ctx)
    .find({
      ...{ communityId: who.membership?.communityId, open: true, life: 'errand', order },
      'holder.accountId': new Types.ObjectId(who.accountId),
      state: { $in: ['accepted', 'purchased', 'onTheWay'] },
      nextTryAt: { $not: { $gte: momentOf(dayOf(now), '24:00') } },
      $or: [{ state: { $ne: 'accepted' } }, { kind: { $in: carried } }],
    } as never)
    .lean();
  const asked = await openDetails(
    ctx,
    docs.filter(({ kind }) => kind === 'trash'),
  );
  return docs.map((doc) => ({
    ...{ householdId: doc.householdId, door: doc.door },
    isApart: asked.get(String(doc._id))?.infectious === true,
    due: {
      kind: doc.kind === 'trash' ? ('trash' as const) : ('delivery' as const),
      ...{ id: String(doc._id), version: doc.version, name: null },
      residentId: doc.residentId ? String(doc.residentId) : null,
      dueAt: doc.dueAt.toISOString(),
      nextTryAt: doc.nextTryAt?.toISOString() ?? null,
      title: { code: `${doc.kind}.${doc.state}`, params: { size: doc.size, urgent: doc.urgent } },
      inRun: Boolean(runId && doc.runId?.equals(runId)),
      actions: errandActionsOf(who, doc, book, now),
    },
  }));
};
