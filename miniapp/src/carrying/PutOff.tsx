import { useOwnReconciliations } from '@/client/queries/trips';
import { Notice } from '@/parts';
import { useErrandWords, useKindWord } from '@/requests/errands/words';
import { useCarryingWords } from './words';

/** What one did without network while others went on: said until the leader has found out. */
export function PutOff({ isReady }: { isReady: boolean }) {
  const words = useCarryingWords();
  const { states } = useErrandWords();
  const kindWord = useKindWord();
  const { data = [] } = useOwnReconciliations(isReady);
  // Whoever may close it has it on the list of what waits.
  const own = data.filter(({ actions }) => actions.length === 0);
  return (
    <>
      {own.map(({ id, door, kind, errand }) => (
        <Notice key={id} kind="waiting">
          {words.putOffAt(`${door} ${kindWord(kind)}`, states[errand.state])}
        </Notice>
      ))}
    </>
  );
}
