import { type ResidentSearch, useResidents } from '@/client/queries/residents';
import { Async, Button, Card, State } from '@/parts';
import { ResidentRow } from './ResidentRow';
import { useResidentsWords } from './words';

/** Whoever was found, page by page. */
export function ResidentList({ search }: { search: ResidentSearch }) {
  const words = useResidentsWords();
  const found = useResidents(search);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Async
      query={found}
      empty={
        items.length === 0 && (
          <State icon="person" words={search.provisional ? words.noneProvisional : words.none} />
        )
      }
    >
      <Card>
        {items.map((one) => (
          <ResidentRow key={one.id} one={one} />
        ))}
      </Card>
      {found.hasNextPage && (
        <Button kind="plain" label={words.more} onTap={() => void found.fetchNextPage()} />
      )}
    </Async>
  );
}
