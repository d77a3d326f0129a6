import { useErrand } from '@/client/queries/errands';
import { Link, Notice } from '@/parts';
import { ErrandSummary } from '@/requests/errands/ErrandSummary';
import { useErrandWords } from '@/requests/errands/words';
import { forgetTooLate, useTooLate } from './tooLate';
import { useCarryingWords } from './words';

/** Whoever tapped too late sees who was faster and how it stands now; the list itself has it no more. */
export function Late() {
  const { ids } = useTooLate();
  return (
    <>
      {ids.map((id) => (
        <Lost key={id} id={id} />
      ))}
    </>
  );
}

function Lost({ id }: { id: string }) {
  const words = useCarryingWords();
  const { faster } = useErrandWords();
  const { data } = useErrand(id);
  if (!data?.holder || data.holder.mine) return null;
  return (
    <>
      <Notice kind="waiting">
        {faster(data.holder.name)}
        <Link label={words.understood} onTap={() => forgetTooLate(id)} />
      </Notice>
      <ErrandSummary of={data} withDoor />
    </>
  );
}
