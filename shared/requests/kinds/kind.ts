import type { Ladder, ResponsibleFrom } from '../../ladder';
import type { CaseState } from '../lives';

/** A kind of request that needs a judgement: names, clock and ladder; what is done with it and how it may end. */
export interface CaseKind<Name extends string = string> {
  name: Name;
  life: 'case';
  /** Where the search for the responsible person starts. */
  responsibleFrom: ResponsibleFrom;
  /** Minutes until the next step is due, in each open state. */
  dueMinutes: Record<Exclude<CaseState, 'closed'>, number>;
  /** Who is told when it is not done; counted from the moment the state began. */
  ladders: Record<Exclude<CaseState, 'closed'>, Ladder>;
  /** What whoever looks into it may write down. */
  steps: readonly string[];
  /** Results by which nobody was reached: tried, and not handled yet. */
  inVain: readonly string[];
  outcomes: readonly string[];
  /** Before everything else in a list. */
  isUrgent: boolean;
}
