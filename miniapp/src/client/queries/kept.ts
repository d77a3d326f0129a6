import { type QueryKey, useQuery } from '@tanstack/react-query';
import { keep, read } from '../phoneStore';
import { usePolling } from '../polling';
import { useSession } from '../session';

/** Under what an answer is kept on the phone, for whom it was given. */
export const keptName = (what: string, reader: string): string => `${what}:${reader}`;

interface KeptQuestion<Answer> {
  queryKey: QueryKey;
  name: string;
  ask(): Promise<Answer>;
  isReady: boolean;
}

/** A question whose last answer is kept sealed on the phone: shown at once, and read without a network, while it is asked again. */
export function useKept<Answer>({ queryKey, name, ask, isReady }: KeptQuestion<Answer>) {
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  return useQuery({
    queryKey,
    queryFn: async () => {
      const answer = await ask();
      keep(accountId, name, answer);
      return answer;
    },
    refetchInterval: usePolling(),
    enabled: isReady && accountId !== '',
    initialData: () => read<Answer>(accountId, name) ?? undefined,
    initialDataUpdatedAt: 0,
  });
}
