import { type Climb, climb, type Ladder, type Rung } from '@shared/ladder';
import type { Due, Step } from './sweep';

export interface Climbing extends Due {
  dueAt: Date;
  step: number;
}

/** What is written down of a rung that has come: told, told to nobody because there is nobody to tell, or skipped. */
export interface KeptRung {
  name: string;
  at: Date;
  state: 'told' | 'nobody' | 'skipped';
}

/** How far a document climbs its ladder now: the rungs to be told, and what is then written down. */
export function climbDue(
  doc: Climbing,
  ladder: Ladder,
  { madeAt, now }: { madeAt: Date; now: Date },
  keepsRungs = false,
): { told: Rung[]; step: Step } {
  const climbed = climb(ladder, { dueAt: doc.dueAt, madeAt, step: doc.step, now });
  return {
    told: climbed.told,
    step: climbedTo(doc, climbed, keepsRungs ? keptRungs(climbed, now) : undefined),
  };
}

export const keptRungs = (
  { told, skipped }: Climb,
  at: Date,
  isReached: (rung: Rung) => boolean = () => true,
): KeptRung[] => [
  ...told.map((rung) => ({
    name: rung.name,
    at,
    state: isReached(rung) ? ('told' as const) : ('nobody' as const),
  })),
  ...skipped.map(({ name }) => ({ name, at, state: 'skipped' as const })),
];

/** A document where it has climbed to. */
export const climbedTo = ({ _id }: Due, { step, nextStepAt }: Climb, rungs?: KeptRung[]): Step => ({
  id: _id,
  update: {
    $set: { step, ...(nextStepAt && { nextStepAt }) },
    ...(!nextStepAt && { $unset: { nextStepAt: 1 } }),
    ...(rungs && { $push: { rungs: { $each: rungs } } }),
  },
});

/** Nothing is due any more. */
export const nothingDue = ({ _id }: Due): Step => ({ id: _id, update: { $unset: { nextStepAt: 1 } } });
