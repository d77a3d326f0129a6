import type { WorklistItem } from '@shared/worklist/contract';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button } from '@/parts';
import { useDayWord } from '@/words/dayWord';
import { Waiting } from './Waiting';
import { useWorklistWords } from './words';

/** Whose last day has come, or who is past it: a line that opens their list. */
export function EndingItem({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const dayWord = useDayWord();
  const { day, people, doors } = item.title.params;
  const isCheck = item.title.code === 'observation.check';
  const head = isCheck ? words.toCheck : words.toRelease;
  return (
    <Waiting
      item={item}
      kind={isCheck ? words.checking : words.releasing}
      head={head(dayWord(String(day)), Number(people))}
      under={words.doors(Number(doors))}
    >
      <Button
        kind="tint"
        label={isCheck ? words.check : words.release}
        onTap={() => open(isCheck ? pages.check : pages.release)}
      />
    </Waiting>
  );
}
