import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

/** A refusal stays a refusal: only what did not arrive is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => !(error instanceof Problem) && count < 2,
      // Asked also without a network: what was not reached is said, instead of waiting in silence.
      networkMode: 'always',
      refetchOnReconnect: true,
      refetchOnWindowFocus: true,
      staleTime: 10_000,
    },
  },
});

/** Asks again for whatever is on the screen. */
export const retryAll = (): void => void queryClient.refetchQueries({ type: 'active' });
