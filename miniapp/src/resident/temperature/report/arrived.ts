import type { ReplyOf } from '@shared/contract';
import type { SlotView } from '@shared/schedules/contract';
import type {
  reportExtraReading,
  reportHouseholdReadings,
  reportReading,
} from '@shared/temperatures/contract';
import type { ReadingView } from '@shared/temperatures/reading';

export type Results = ReplyOf<typeof reportHouseholdReadings>['results'];
type Reply = ReplyOf<typeof reportReading> | { results: Results } | ReplyOf<typeof reportExtraReading>;

/** What a reply says of the readings that were sent, whichever way they went. */
export interface Arrived {
  results: Results;
  slots: SlotView[];
  /** One that belongs to no slot. */
  reading: ReadingView | null;
  /** The first case that what was sent has opened or joined. */
  caseId: string | undefined;
}

export function arrivedIn(reply: unknown): Arrived {
  const of = reply as Reply;
  if ('results' in of) {
    const slots = of.results.flatMap(({ slot }) => (slot ? [slot] : []));
    const caseId = slots.find((slot) => slot.case)?.case?.id;
    return { results: of.results, slots, reading: null, caseId };
  }
  const caseId = of.case?.id;
  if ('reading' in of) return { results: [], slots: [], reading: of.reading, caseId };
  return { results: [], slots: [of], reading: null, caseId };
}
