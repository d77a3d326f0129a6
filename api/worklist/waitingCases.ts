import { latestOf } from '@shared/temperatures/latest';
import { standingReading } from '@shared/temperatures/standing';
import type { WorklistItem } from '@shared/worklist/contract';
import type { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { visible } from '../platform/visible';
import { type CaseDoc, Cases, caseActionsOf, openPlaces } from '../requests';
import { openAges } from '../roster';
import { type SlotDoc, Slots, stateOf } from '../schedules';
import { entryOf } from './entryOf';
import { after } from './order';
import { mostCounted, type Source } from './source';

const waiting = (who: Who) => ({
  $and: [visible(who, 'Request', 'act'), { open: true, life: 'case' as const }],
});

/** Open cases that the caller may do something about; fevers before everything else (domain, section 4). */
export const waitingCases: Source = {
  async list(ctx, who, { book, place, limit }) {
    const ranks = { 0: { rank: 0 }, 1: { rank: 1 } };
    const docs = await Cases(ctx)
      .find({ $and: [waiting(who), after(place, { ranks, id: '_id' })] })
      .sort({ rank: 1, dueAt: 1, _id: 1 })
      .limit(limit)
      .lean();
    const [seconds, places, ages] = await Promise.all([
      secondReadings(ctx, docs),
      openPlaces(ctx, who, docs),
      openAges(
        ctx,
        docs.flatMap(({ residentId }) => residentId ?? []),
      ),
    ]);
    const now = ctx.clock.now();
    const entries = docs.map((doc) => {
      const id = String(doc._id);
      return entryOf({ who, book, now }, doc, {
        ...{ kind: 'request', rank: doc.rank, urgency: doc.urgency },
        door: doc.door || (places.get(id) ?? ''),
        title: titleOf(doc, { second: seconds.get(id), age: ages.get(String(doc.residentId)), now }),
        actions: caseActionsOf(who, doc, book, now),
      });
    });
    return { entries, isAll: docs.length < limit };
  },
  count: async (ctx, who) => ({
    cases: await Cases(ctx).countDocuments(waiting(who) as never, { limit: mostCounted }),
  }),
};

/** The second readings that were asked for, by the case. */
async function secondReadings(ctx: Context, docs: CaseDoc[]): Promise<Map<string, SlotDoc>> {
  const [first] = docs;
  if (!first) return new Map();
  const slots = await Slots(ctx)
    .find({ communityId: first.communityId, requestId: { $in: docs.map(({ _id }) => _id) } })
    .lean();
  return new Map(slots.map((slot) => [String(slot.requestId as Types.ObjectId), slot]));
}

interface Beside {
  second: SlotDoc | undefined;
  age: number | undefined;
  now: Date;
}

function titleOf(doc: CaseDoc, { second, age, now }: Beside): WorklistItem['title'] {
  const latest = latestOf(doc.readings);
  const stands = latest?.corrected ?? latest;
  return {
    code: `${doc.kind}.${doc.state}`,
    params: {
      celsius: stands?.celsius ?? null,
      band: latest?.band ?? null,
      isCorrected: Boolean(latest?.corrected),
      symptoms: stands?.symptoms.join(',') ?? '',
      takenAt: latest?.takenAt.toISOString() ?? null,
      surname: doc.surname,
      isAnonymous: doc.receipt !== undefined,
      raisedAt: doc.raisedAt.toISOString(),
      age: age ?? null,
      filledBy: latest?.filledBy ?? null,
      minutes: Math.floor((now.getTime() - doc.raisedAt.getTime()) / 60_000),
      second: second ? stateOf(second, now) : null,
      secondCelsius: (second && standingReading(second)?.celsius) ?? null,
    },
  };
}
