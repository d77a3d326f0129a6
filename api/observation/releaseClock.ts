import { rungAt } from '@shared/ladder';
import { releaseLadder } from '@shared/observation/release';
import type { ObservationDoc } from './model';

/** The ladder of a release from its first rung, counted from the end of the period. */
export function releaseClock(endsAt: Date): Pick<ObservationDoc, 'step' | 'nextStepAt'> {
  return { step: 0, nextStepAt: rungAt(releaseLadder, endsAt, 0) };
}
