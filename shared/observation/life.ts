import { type Life, type LifeRow, life, mostSteps } from '../life';

export const observationStates = ['open', 'released', 'referred', 'transferred', 'annulled'] as const;
export type ObservationState = (typeof observationStates)[number];
export const observationActions = [
  'check',
  'test',
  'approve',
  'replan',
  'release',
  'annul',
  'refer',
  'return',
  'transfer',
] as const;
export type ObservationAction = (typeof observationActions)[number];
/**
 * `checker`: worker and leader of the grids; `reporter`: staff who write down what a laboratory or a hospital answered (worker,
 * leader, health, office); `office`: the community’s office; `system`: a case that ended in a hospital, a leaving.
 */
export type ObservationActor = 'checker' | 'reporter' | 'office' | 'system';
/** Who hears of a step: the person and whom the community calls for the household; who answers for the door; the office. */
export type ObservationTold = 'household' | 'responsible' | 'office';

export interface ObservationFacts {
  /** 00:00 of the last day: from here on it is checked. */
  checkFrom: Date;
  now: Date;
  /** So many there have been. */
  steps: number;
  isChecked: boolean;
  isApproved: boolean;
}

const isFull = ({ steps }: ObservationFacts) => steps >= mostSteps;
const hasRoom = (facts: ObservationFacts) => (isFull(facts) ? 'observation.full' : null);
/** Without a check or an approval there may be no release: the first one always has room. */
const mayCheck = (facts: ObservationFacts) =>
  facts.now < facts.checkFrom ? 'observation.tooEarly' : facts.isChecked ? hasRoom(facts) : null;
const mayApprove = (facts: ObservationFacts) => (facts.isApproved ? hasRoom(facts) : null);

type Row = LifeRow<ObservationState, ObservationAction, ObservationActor, ObservationFacts, ObservationTold>;
/**
 * It goes on: at home, or away in a hospital or a central place. Who is away may die there, leave for another place, or turn out to
 * have been observed by mistake: that ends both alike.
 */
export const running = ['open', 'referred'] as const satisfies readonly ObservationState[];

export const isRunning = ({ state }: { state: ObservationState }): boolean =>
  (running as readonly ObservationState[]).includes(state);

/** What is written down and leaves it in the state it is in. */
const noting = (
  action: ObservationAction,
  who: readonly ObservationActor[],
  {
    states = ['open'],
    ...rest
  }: Pick<Row, 'needs' | 'tells'> & { states?: readonly ObservationState[] } = {},
): Row[] => states.map((state) => ({ from: [state], action, to: state, who, ...rest }));

/** Life of an observation (domain, section 3.10). What still blocks a release is `blockingOf`. */
export const observationLife: Life<
  ObservationState,
  ObservationAction,
  ObservationActor,
  ObservationFacts,
  ObservationTold
> = life({
  initial: 'open',
  ended: ['released', 'transferred', 'annulled'],
  rows: [
    ...noting('check', ['checker'], { needs: mayCheck }),
    // A hospital tests as well, and what stands in the way of a release has to be answered wherever the person is.
    ...noting('test', ['reporter'], { states: running }),
    ...noting('approve', ['office'], { states: running, needs: mayApprove }),
    ...noting('replan', ['office'], { needs: hasRoom, tells: ['household', 'responsible'] }),
    {
      from: running,
      action: 'release',
      to: 'released',
      who: ['office'],
      tells: ['household', 'responsible'],
    },
    { from: running, action: 'annul', to: 'annulled', who: ['office'], tells: ['household', 'responsible'] },
    { from: ['open'], action: 'refer', to: 'referred', who: ['system'] },
    {
      from: ['referred'],
      action: 'return',
      to: 'open',
      who: ['reporter'],
      tells: ['household', 'responsible'],
    },
    { from: running, action: 'transfer', to: 'transferred', who: ['system'] },
  ],
});
