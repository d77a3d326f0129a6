import { afterCareDays } from '../care';
import { type Life, type LifeRow, life, mostSteps } from '../life';

export const caseStates = ['raised', 'acknowledged', 'handling', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];
export const caseActions = [
  ...(['acknowledge', 'handle', 'note', 'close', 'take', 'reassign', 'reopen'] as const),
  ...(['withdraw', 'endRepeat', 'add'] as const),
] as const;
export type CaseAction = (typeof caseActions)[number];
/**
 * `responsible`: whoever answers for it now; `area`: staff of its grids; `leader`, `health`, `office`: by their membership, a counsellor
 * being to what they listen to what the health station is to an illness; `duty`: the community’s duty officer; `person`: the household
 * it is about; `raiser`: whoever raised it, of a kind that may be taken back; `author`: whoever has the receipt code of what nobody
 * signed, no account and no membership.
 */
export type CaseActor =
  | 'responsible'
  | 'area'
  | 'leader'
  | 'health'
  | 'duty'
  | 'office'
  | 'person'
  | 'raiser'
  | 'author';
/** Who hears of a step. */
export type CaseTold = 'household' | 'responsible';

export interface CaseFacts {
  /** When it was closed, while it is. */
  closedAt: Date | null;
  now: Date;
  /** So many entries its history has. */
  steps: number;
  /** By what is written down with the step nobody was reached. */
  isInVain: boolean;
  /** The next one is made by itself. */
  repeats: boolean;
}

/** So long after it was closed a case may be opened again (domain, section 5). */
export const reopenWithinDays = afterCareDays;
const hasRoom = ({ steps }: CaseFacts) => (steps >= mostSteps ? 'request.full' : null);
/** Nobody was reached: the hour in which somebody has to look into it goes on. */
const hasReached = ({ isInVain }: CaseFacts) => (isInVain ? 'request.nobodyReached' : null);
const mayReopen = (facts: CaseFacts) => {
  const { closedAt, now } = facts;
  const isLongAgo = closedAt && now.getTime() - closedAt.getTime() > reopenWithinDays * 86_400_000;
  return isLongAgo ? 'request.tooLate' : hasRoom(facts);
};

const doesRepeat = ({ repeats }: CaseFacts) => repeats;

type Row = LifeRow<CaseState, CaseAction, CaseActor, CaseFacts, CaseTold>;
const open = ['raised', 'acknowledged', 'handling'] as const;

/** What changes who answers or what is known, and leaves the state as it is. */
const keeping = (action: CaseAction, who: readonly CaseActor[], tells?: readonly CaseTold[]): Row[] =>
  open.map((state) => ({ from: [state], action, to: state, who, needs: hasRoom, ...(tells && { tells }) }));

/** Life of a case (domain, section 5). */
export const caseLife: Life<CaseState, CaseAction, CaseActor, CaseFacts, CaseTold> = life({
  initial: 'raised',
  ended: [],
  rows: [
    {
      from: ['raised'],
      action: 'acknowledge',
      to: 'acknowledged',
      who: ['responsible'],
      tells: ['household'],
    },
    {
      from: ['acknowledged'],
      action: 'handle',
      to: 'handling',
      who: ['responsible'],
      needs: hasReached,
    },
    { from: ['handling'], action: 'handle', to: 'handling', who: ['responsible'], needs: hasRoom },
    ...keeping('note', ['responsible', 'area', 'leader', 'health', 'duty', 'office']),
    { from: ['handling'], action: 'close', to: 'closed', who: ['responsible'], tells: ['household'] },
    {
      from: ['raised', 'acknowledged'],
      action: 'withdraw',
      to: 'closed',
      who: ['raiser'],
      tells: ['responsible'],
    },
    // Also of one that is over: the next one hangs on it.
    ...caseStates.map(
      (state): Row => ({
        from: [state],
        action: 'endRepeat',
        to: state,
        who: ['person', 'responsible', 'office'],
        when: doesRepeat,
        tells: ['household', 'responsible'],
      }),
    ),
    // What nobody signed is added to by its code; after the closing that is why it is opened again.
    ...keeping('add', ['author'], ['responsible']),
    {
      from: ['closed'],
      action: 'add',
      to: 'raised',
      who: ['author'],
      needs: mayReopen,
      tells: ['responsible'],
    },
    ...keeping('take', ['leader', 'health', 'duty', 'office'], ['household']),
    ...keeping('reassign', ['leader', 'office'], ['household', 'responsible']),
    {
      from: ['closed'],
      action: 'reopen',
      to: 'raised',
      who: ['person', 'office'],
      needs: mayReopen,
      tells: ['responsible'],
    },
  ],
});
