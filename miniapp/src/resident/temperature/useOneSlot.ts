import { useSlot } from '@/client/queries/readings';
import { useOwedNow } from '../owed';

/** One slot by its id: of those of these days, which the phone has, else asked for. `query` is where it comes from. */
export function useOneSlot(id: string) {
  const { query: owed } = useOwedNow();
  const known = owed.data?.find((slot) => slot.id === id);
  const isEarlier = id !== '' && !known && !owed.isPending;
  const earlier = useSlot(isEarlier ? id : '');
  return { slot: known ?? earlier.data, query: isEarlier ? earlier : owed };
}
