import type { ErrandState } from '@shared/requests/errandLife';
import type { ErrandKindName } from '@shared/requests/kinds';
import type { WorklistItem } from '@shared/worklist/contract';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button, Chip } from '@/parts';
import { useErrandWords, useKindWord } from '@/requests/errands/words';
import { useMomentText } from '@/words';
import { Waiting } from './Waiting';
import { useWorklistWords } from './words';

/** Somebody did something without network while others went on: who, when, and how the errand stands; found out on its page. */
export function ReconciliationItem({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const { states } = useErrandWords();
  const kindWord = useKindWord();
  const momentText = useMomentText();
  const { kind, state, by, doneAt, other } = item.title.params;
  const stands = [states[state as ErrandState], other].filter(Boolean).join(' ');
  return (
    <Waiting
      item={item}
      kind={kindWord(kind as ErrandKindName)}
      chip={<Chip kind="warn" label={words.reconciling} />}
      head={item.door}
      under={words.didWithout(String(by), momentText(String(doneAt)), stands)}
    >
      <Button kind="tint" label={words.reconcile} onTap={() => open(pages.reconciliation, { id: item.id })} />
    </Waiting>
  );
}
