import { useQuery } from '@tanstack/react-query';
import { call } from '@/client/call';
import { usePlainWords } from '@/words';
import { useResidentsWords } from './words';

/** The households behind a door, by the names of their people, to choose one; `except` is left out. */
export function useHomesAt(dwellingId: string, except = '') {
  const words = useResidentsWords();
  const plain = usePlainWords();
  const people = useQuery({
    queryKey: ['resident', 'behind', dwellingId],
    queryFn: () => call('listResidents', { query: { dwellingId, limit: 100 } }),
    enabled: dwellingId !== '',
  });
  const items = people.data?.items.filter(({ householdId }) => householdId !== except) ?? [];
  const ids = [...new Set(items.map(({ householdId }) => householdId))];
  const options = ids.map((value) => {
    const own = items.filter(({ householdId }) => householdId === value);
    const label = words.homeOf(plain.list(own.map(({ name }) => name)), own.length);
    const isUnconfirmed = own.every(({ provisional }) => provisional);
    return { value, label: isUnconfirmed ? label + plain.aside(words.unconfirmed) : label };
  });
  /** Of one household, to choose one of them. */
  const peopleOf = (householdId: string) =>
    items
      .filter((one) => one.householdId === householdId)
      .map(({ id, name }) => ({ value: id, label: name }));
  return { options, peopleOf, isLoading: people.isLoading };
}
