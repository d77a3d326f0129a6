import type { ErrandKindName } from '@shared/requests/kinds';
import type { WorklistItem } from '@shared/worklist/contract';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button, Chip } from '@/parts';
import { useKindWord } from '@/requests/errands/words';
import { useMomentText } from '@/words';
import { Waiting } from './Waiting';
import { useWorklistWords } from './words';

/** A delivery that was drawn: the household is rung and asked whether it came; the answer is written down on its page. */
export function RingItem({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const kindWord = useKindWord();
  const momentText = useMomentText();
  const { kind, deliveredAt } = item.title.params;
  return (
    <Waiting
      item={item}
      kind={kindWord(kind as ErrandKindName)}
      chip={<Chip kind="info" label={words.ringing} />}
      head={item.door}
      under={words.toRing(momentText(String(deliveredAt)))}
    >
      <Button kind="tint" label={words.ring} onTap={() => open(pages.staffErrand, { id: item.id })} />
    </Waiting>
  );
}
