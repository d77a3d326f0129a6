import type { ErrandKindName } from '@shared/requests/kinds';
import type { WorklistItem } from '@shared/worklist/contract';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button, Chip } from '@/parts';
import { useKindWord } from '@/requests/errands/words';
import { yuanText } from '@/requests/errands/yuan';
import { Waiting } from './Waiting';
import { useWorklistWords } from './words';

/** Money that a household says it does not owe, or has not given back like that: looked into where all of that household stands. */
export function DisputeItem({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const kindWord = useKindWord();
  const { kind, amountFen, by, householdId } = item.title.params;
  return (
    <Waiting
      item={item}
      kind={kindWord(kind as ErrandKindName)}
      chip={<Chip kind="bad" label={words.disputed} />}
      head={item.door}
      under={words.toAgree(String(by), yuanText(Number(amountFen)))}
    >
      <Button
        kind="tint"
        label={words.look}
        onTap={() => open(pages.money, { householdId: String(householdId) })}
      />
    </Waiting>
  );
}
