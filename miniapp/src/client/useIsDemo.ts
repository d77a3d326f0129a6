import { useQuery } from '@tanstack/react-query';
import { call } from './call';
import { Problem } from './problem';

/** Whether this is the demo: only there the page of messages exists. */
export const useIsDemo = () =>
  useQuery({
    queryKey: ['isDemo'],
    queryFn: () =>
      call('listDemoMessages', { query: { limit: 1 } }).then(
        () => true,
        (error: unknown) => {
          // Elsewhere it does not exist; any other refusal says nothing about it.
          if (error instanceof Problem && error.code === 'notFound') return false;
          throw error;
        },
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
