import type { ErrandKindName } from '@shared/requests/kinds';
import type { WorklistItem } from '@shared/worklist/contract';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button } from '@/parts';
import { useKindWord } from '@/requests/errands/words';
import { Waiting } from './Waiting';
import { useWorklistWords } from './words';

/** What runs low at a door where nobody has a telephone: somebody asks there whether to order it again. */
export function RunningLowItem({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const kindWord = useKindWord();
  const [kind] = item.title.code.split('.') as [ErrandKindName];
  return (
    <Waiting item={item} kind={kindWord(kind)} head={item.door} under={words.runsLow}>
      <Button kind="plain" label={words.lastTime} onTap={() => open(pages.staffErrand, { id: item.id })} />
      <Button kind="tint" label={words.orderForThem} onTap={() => open(pages.staffOrder)} />
    </Waiting>
  );
}
