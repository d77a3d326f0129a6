import type { ObservationView } from '@shared/observation/contract';
import type { SlotView } from '@shared/schedules/contract';
import type { Caller } from './caller';
import { familyOf, leftArea } from './family';
import { readingAt } from './readings';
import type { TestCommunity } from './startCommunity';

/** Somebody of the numbered household under observation since 22 November, day 1; the last day is 5 December. */
export interface UnderObservation {
  id: string;
  returnId: string;
  residentId: string;
  householdId: string;
  resident: Caller;
  worker: Caller;
  /** As the worker sees it now. */
  now(): Promise<ObservationView>;
  slots(): Promise<SlotView[]>;
}

export async function observe(community: TestCommunity, number: number): Promise<UnderObservation> {
  const resident = await community.signIn('resident', number);
  const worker = await community.signIn('worker', number);
  const family = await familyOf(resident);
  const { returns } = await resident.gets('declareReturn', {
    body: { ...family, people: family.people.slice(0, 1) },
  });
  const verified = await worker.gets('verifyReturn', {
    params: { id: returns[0]?.id ?? '' },
    body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
  });
  const [doc] = verified.returns;
  const id = doc?.observation?.id ?? '';
  return {
    ...{
      id,
      returnId: doc?.id ?? '',
      residentId: doc?.residentId ?? '',
      householdId: doc?.householdId ?? '',
    },
    ...{ resident, worker },
    now: () => worker.gets('getObservation', { params: { id } }),
    slots: async () => (await worker.gets('listSlots', { query: { observationId: id, limit: 100 } })).items,
  };
}

/** The worker’s check, with everything that was missed seen. */
export async function check({ id, worker, now }: UnderObservation): Promise<ObservationView> {
  const { version, release } = await now();
  const acknowledgedSlotIds = release?.missed.map(({ slotId }) => slotId) ?? [];
  return worker.gets('checkObservation', {
    params: { id },
    body: { seenVersion: version, acknowledgedSlotIds },
  });
}

/** A fever of now, which the health station closes with a hospital. */
export async function takenToHospital(
  community: TestCommunity,
  { worker, slots }: UnderObservation,
): Promise<void> {
  const slot = (await slots()).find(({ state }) => state === 'open');
  const { case: fever } = await worker.gets('reportReading', {
    params: { id: slot?.id ?? '' },
    body: readingAt(community.running.context.clock.now(), 38.9, { filledBy: 'workerPhone' }),
  });
  const health = await community.signIn('health');
  for (const [action, input] of [
    ['take', {}],
    ['acknowledge', {}],
    ['handle', { step: 'refer', result: 'emergency120' }],
    ['close', { outcome: 'hospital' }],
  ] as const) {
    const params = { id: fever?.id ?? '' };
    const { version } = await health.gets('getRequest', { params });
    await health.gets('actOnRequest', {
      params: { ...params, action },
      body: { seenVersion: version, input } as never,
    });
  }
}
