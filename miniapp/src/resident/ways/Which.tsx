import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { callAsNobody } from '@/client/call';
import { Async, Cells } from '@/parts';
import { useAnonymousWords } from './anonymousWords';

interface WhichProps {
  value: string;
  onChange(communityId: string): void;
  fault: string | undefined;
}

/** Which community, asked without saying who asks; where there is one there is nothing to choose. */
export function Which({ value, onChange, fault }: WhichProps) {
  const words = useAnonymousWords();
  const communities = useQuery({
    queryKey: ['community', 'anybody'],
    queryFn: () => callAsNobody('listCommunities', { query: { limit: 100 } }),
  });
  const options = communities.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const [only, ...more] = options;
  const single = only && !more.length ? only.value : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is chosen once, when it is known.
  useEffect(() => {
    if (single) onChange(single);
  }, [single]);
  return (
    <Async query={communities}>
      {more.length > 0 && (
        <Cells
          label={words.community}
          whole
          value={value}
          onChange={onChange}
          fault={fault}
          options={options}
        />
      )}
    </Async>
  );
}
