import { policyOf } from '@shared/observation/policies';
import type { FeverFact, ReleaseFacts } from '@shared/observation/release';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { feversOf } from '../requests';
import { type SlotDoc, Slots } from '../schedules';
import type { ObservationDoc } from './model';

export type Missed = Pick<SlotDoc, '_id' | 'day' | 'window' | 'observationId'>;

export interface Releasing {
  factsOf(doc: ObservationDoc): ReleaseFacts;
  missedOf(doc: ObservationDoc): Missed[];
}

/** What a release depends on beyond the observation itself; read once for many of one community. */
export async function releasing(
  ctx: Context,
  docs: ObservationDoc[],
  session?: ClientSession,
): Promise<Releasing> {
  const now = ctx.clock.now();
  const [first] = docs;
  const [missed, fevers] = first
    ? await Promise.all([
        findMissed(ctx, first.communityId, docs, now, session),
        feversOf(
          ctx,
          first.communityId,
          docs.map(({ residentId }) => residentId),
          session,
        ),
      ])
    : [[], []];
  return {
    factsOf: (doc) => ({
      now,
      firstDay: doc.firstDay,
      lastDay: doc.lastDay,
      phases: doc.phases,
      tests: doc.tests,
      // One that was over before this observation began is not its business.
      fevers: fevers.filter(
        ({ residentId, open, raisedAt, closedAt }) =>
          residentId.equals(doc.residentId) && (open || (closedAt ?? raisedAt) >= doc.openedAt),
      ) satisfies FeverFact[],
      returnedAt: doc.returnedAt ?? null,
      isAway: doc.state === 'referred',
      isChecked: Boolean(doc.check),
      needsApproval: policyOf(doc.policy.id, doc.policy.version).needsApproval,
      isApproved: Boolean(doc.approvedAt),
    }),
    missedOf: (doc) => missed.filter(({ observationId }) => observationId?.equals(doc._id)),
  };
}

/** Temperatures that nobody reported until their window closed. */
function findMissed(
  ctx: Context,
  communityId: Types.ObjectId,
  docs: ObservationDoc[],
  now: Date,
  session?: ClientSession,
): Promise<Missed[]> {
  return Slots(ctx)
    .find(
      {
        communityId,
        observationId: { $in: docs.map(({ _id }) => _id) },
        kind: 'temperature',
        opensAt: { $lt: now },
        closesAt: { $lte: now },
        settledAt: null,
        excused: null,
      },
      { day: 1, window: 1, observationId: 1 },
    )
    .sort({ opensAt: 1 })
    .session(session ?? null)
    .lean();
}
