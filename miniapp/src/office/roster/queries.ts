import type { ImportLine } from '@shared/grids/workbookContract';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/client/call';

const whileRunningMs = 1000;

/** The newest import of the community, whoever began it; asked every second while it runs. */
export function useLastImport(): ImportLine | null {
  const { data } = useQuery({
    queryKey: ['import', 'last'],
    queryFn: () => call('listImports', { query: { limit: 1 } }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.items[0]?.state === 'running' ? whileRunningMs : false),
  });
  return data?.items[0] ?? null;
}

/** All that an import did, once it is over. */
export const useImportResult = (id: string, isOver: boolean) =>
  useQuery({
    queryKey: ['import', 'one', id],
    queryFn: () => call('getImport', { params: { id } }),
    enabled: id !== '' && isOver,
  });
