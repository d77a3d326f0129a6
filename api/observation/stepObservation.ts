import { careUntil } from '@shared/care';
import { type ObservationAction, type ObservationActor, observationLife } from '@shared/observation/life';
import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import type { Once } from '../platform/idempotency';
import { setCare } from '../schedules';
import { movedOn, rowFor } from './actors';
import { type ObservationDoc, type ObservationStep, Observations } from './model';
import { planDoor } from './planDoor';

export interface Stepping {
  action: ObservationAction;
  actors: readonly ObservationActor[];
  by: ObservationStep['by'];
  seenVersion: number;
  once?: Once;
}

/** What a step changes beside state, version and history. */
export interface Changes {
  set?: Partial<ObservationDoc>;
  unset?: Partial<Record<keyof ObservationDoc, 1>>;
  test?: ObservationDoc['tests'][number];
  /** A coded reason, and its sealed text. */
  reason?: Pick<ObservationStep, 'code' | 'text'>;
}

export const historyKey = (by: ObservationStep['by'], once: Once): string =>
  `${String(by?.accountId)}:${once.key}`;

/**
 * One step of the life, as its row says: one conditional update on state and version. The ladder of the release ends with whatever ends
 * or pauses the observation, and so does what the health station sees of it, a week later. In the caller’s transaction. Problems: notAllowed, observation.movedOn, what the row needs.
 */
export async function stepObservation(
  ctx: Context,
  doc: ObservationDoc,
  { action, actors, by, seenVersion, once }: Stepping,
  { set, unset, test, reason }: Changes,
  session: ClientSession,
): Promise<ObservationDoc> {
  const row = await rowFor(ctx, actors, doc, action, seenVersion);
  const step: ObservationStep = {
    ...{ at: ctx.clock.now(), by, action, from: doc.state, to: row.to, ...reason },
    ...(once && { key: historyKey(by, once), hash: once.hash }),
  };
  const healthUntil = observationLife.ended.includes(row.to) ? careUntil(step.at) : null;
  const gone = { ...unset, ...(row.to !== 'open' && { nextStepAt: 1 }) };
  const taken = await Observations(ctx)
    .findOneAndUpdate(
      { communityId: doc.communityId, _id: doc._id, state: doc.state, version: doc.version },
      {
        $set: { ...set, state: row.to, ...(healthUntil && { healthUntil }) },
        ...(Object.keys(gone).length && { $unset: gone }),
        $inc: { version: 1 },
        $push: { history: step, ...(test && { tests: test }) },
      },
      { session, returnDocument: 'after' },
    )
    .lean();
  if (!taken) throw await movedOn(ctx, doc);
  const { communityId, _id } = taken;
  if (healthUntil) await setCare(ctx, { communityId, observationId: _id }, healthUntil, session);
  if (taken.state !== doc.state || set?.phases) await planDoor(ctx, taken, session);
  return taken;
}

const statesWith = (action: ObservationAction) =>
  observationLife.states.filter((state) => observationLife.row(state, action));

/** The observation of a return, or of a person, takes a step by itself. Null where none is in a state that has this step. */
export async function stepBySystem(
  ctx: Context,
  of: Partial<Pick<ObservationDoc, 'communityId' | 'residentId' | 'returnId'>>,
  action: Extract<ObservationAction, 'refer' | 'transfer'>,
  set: Partial<ObservationDoc>,
  session: ClientSession,
): Promise<ObservationDoc | null> {
  const doc = await Observations(ctx)
    .findOne({ ...of, state: { $in: statesWith(action) } })
    .session(session)
    .lean();
  if (!doc) return null;
  const stepping = { action, actors: ['system'], by: null, seenVersion: doc.version } as const;
  return stepObservation(ctx, doc, stepping, { set }, session);
}
