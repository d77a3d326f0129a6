import { useOwed } from '@/client/queries/temperatures';
import { useUnsentReadings } from '@/client/unsentReadings';
import { useClock } from '@/client/useClock';
import { owedAt } from './owedAt';

export { asOf, isUnsettled, type OwedNow } from './owedAt';

export function useOwedNow() {
  const query = useOwed();
  const at = useClock();
  const unsent = useUnsentReadings();
  return { query, at, unsent, ...owedAt(query.data ?? [], { at, unsent }) };
}
