import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useReconciliationsOf } from '@/client/queries/reconciliations';
import { Card, Line } from '@/parts';
import { useReconciliationWords } from '../reconciliation/words';
import { useIsHelper } from '../useIsHelper';

/** Where two sides of an errand differed: for the leader to find out, and for whoever did it to see what came of it. */
export function Differs({ id }: { id: string }) {
  const words = useReconciliationWords();
  const isHelper = useIsHelper();
  const { data = [] } = useReconciliationsOf(isHelper ? '' : id);
  if (!data.length) return null;
  return (
    <Card kind={data.some(({ closedAt }) => !closedAt) ? 'waiting' : ''}>
      {data.map((one) => (
        <Line
          key={one.id}
          label={words.without(one.by.name)}
          value={one.outcome ? words.outcomes[one.outcome] : words.open}
          onTap={() => open(pages.reconciliation, { id: one.id })}
        />
      ))}
    </Card>
  );
}
