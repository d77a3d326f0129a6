import { useMe, useObservations } from '@/client/queries';

/** People of the household by their id, as far as this account knows them. */
export function usePeople() {
  const me = useMe();
  const observations = useObservations();
  const people = me.data?.household?.people ?? [];
  const observed = observations.data?.items ?? [];
  const all = [...people, ...observed];
  return {
    household: me.data?.household ?? null,
    community: me.data?.community ?? null,
    nameOf: (id: string): string => all.find(({ residentId }) => residentId === id)?.name ?? '',
    isMe: (id: string): boolean => people.some(({ residentId, isMe }) => isMe && residentId === id),
  };
}
export type People = ReturnType<typeof usePeople>;
