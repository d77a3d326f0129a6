import { type Life, type LifeRow, life } from '../life';

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
}

const hasLastDayCome = ({ checkFrom, now }: ObservationFacts) =>
  now < checkFrom ? 'observation.tooEarly' : null;

type Row = LifeRow<ObservationState, ObservationAction, ObservationActor, ObservationFacts, ObservationTold>;
/** What is written down while it goes on. */
const noting = (
  action: ObservationAction,
  who: readonly ObservationActor[],
  rest: Pick<Row, 'needs' | 'tells'> = {},
): Row => ({ from: ['open'], action, to: 'open', who, ...rest });

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
    noting('check', ['checker'], { needs: hasLastDayCome }),
    noting('test', ['reporter']),
    noting('approve', ['office']),
    noting('replan', ['office'], { tells: ['household', 'responsible'] }),
    {
      from: ['open'],
      action: 'release',
      to: 'released',
      who: ['office'],
      tells: ['household', 'responsible'],
    },
    { from: ['open'], action: 'annul', to: 'annulled', who: ['office'], tells: ['household', 'responsible'] },
    { from: ['open'], action: 'refer', to: 'referred', who: ['system'] },
    {
      from: ['referred'],
      action: 'return',
      to: 'open',
      who: ['reporter'],
      tells: ['household', 'responsible'],
    },
    { from: ['open'], action: 'transfer', to: 'transferred', who: ['system'] },
  ],
});
