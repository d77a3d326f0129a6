import type { SlotView } from '@shared/schedules/contract';
import type { Caller } from './caller';
import { familyOf, leftArea } from './family';
import type { TestCommunity } from './startCommunity';

export interface Observed {
  resident: Caller;
  worker: Caller;
  householdId: string;
  /** In the order of the family. */
  people: { residentId: string; observationId: string }[];
  /** The temperature of one of them in a window of a day. */
  slotOf(person: number, day: string, window: 'morning' | 'evening'): Promise<SlotView>;
}

/** The family of a demo resident, declared and confirmed: under observation from now on. */
export async function observedFamily(community: TestCommunity, number: number): Promise<Observed> {
  const resident = await community.signIn('resident', number);
  const worker = await community.signIn('worker', number);
  const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
  const verified = await worker.gets('verifyReturn', {
    params: { id: returns[0]?.id ?? '' },
    body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
  });
  const { household } = await resident.gets('getMe');
  const people = returns.map(({ residentId }, i) => ({
    residentId,
    observationId: verified.returns[i]?.observation?.id ?? '',
  }));
  return {
    ...{ resident, worker, people },
    householdId: household?.id ?? '',
    async slotOf(person, day, window) {
      const { items } = await resident.gets('listSlots', {
        query: { observationId: people[person]?.observationId ?? '', date: day },
      });
      const slot = items.find((one) => one.window === window);
      if (!slot) throw new Error(`nothing is owed on ${day} in the ${window}`);
      return slot;
    },
  };
}
