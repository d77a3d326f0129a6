import { climb, type Ladder, type Rung } from '@shared/ladder';
import type { Due, Step } from './sweep';

export interface Climbing extends Due {
  dueAt: Date;
  step: number;
}

/** How far a document climbs its ladder now: the rungs to be told, and what is then written down. */
export function climbDue(
  doc: Climbing,
  ladder: Ladder,
  { madeAt, now }: { madeAt: Date; now: Date },
  keepsRungs = false,
): { told: Rung[]; step: Step } {
  const { told, skipped, step, nextStepAt } = climb(ladder, {
    dueAt: doc.dueAt,
    madeAt,
    step: doc.step,
    now,
  });
  const rungs = [
    ...told.map(({ name }) => ({ name, at: now, state: 'told' as const })),
    ...skipped.map(({ name }) => ({ name, at: now, state: 'skipped' as const })),
  ];
  const update = {
    $set: { step, ...(nextStepAt && { nextStepAt }) },
    ...(!nextStepAt && { $unset: { nextStepAt: 1 } }),
    ...(keepsRungs && { $push: { rungs: { $each: rungs } } }),
  };
  return { told, step: { id: doc._id, update } };
}

/** Nothing is due any more. */
export const nothingDue = ({ _id }: Due): Step => ({ id: _id, update: { $unset: { nextStepAt: 1 } } });
