import { rungAt } from '@shared/ladder';
import { releaseLadder } from '@shared/observation/release';
import type { ObservationDoc } from './model';

type Ending = Pick<ObservationDoc, 'endsAt' | 'openedAt' | 'plannedAt'>;

/** What the ladder of a release is counted from: the end of the period, or the opening or the last plan where that came later. */
export const releaseDue = ({ endsAt, openedAt, plannedAt }: Ending): Date =>
  new Date(Math.max(endsAt.getTime(), openedAt.getTime(), plannedAt?.getTime() ?? 0));

/** The ladder of a release from its first rung. */
export function releaseClock(ending: Ending): Pick<ObservationDoc, 'step' | 'nextStepAt'> {
  return { step: 0, nextStepAt: rungAt(releaseLadder, releaseDue(ending), 0) };
}
