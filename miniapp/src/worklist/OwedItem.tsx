import type { WorklistItem } from '@shared/worklist/contract';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button } from '@/parts';
import { useDayWord } from '@/words/dayWord';
import { Waiting } from './Waiting';
import { useWorklistWords } from './words';

/** What several doors still owe of one window: a line that opens their list. */
export function OwedItem({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const dayWord = useDayWord();
  const { day, window, people, doors } = item.title.params;
  const isVisit = item.kind === 'visit';
  const date = String(day);
  const name = words.windows[String(window)] ?? '';
  return (
    <Waiting
      item={item}
      kind={isVisit ? words.visiting : words.forgotten}
      head={
        isVisit
          ? words.toVisit(dayWord(date), Number(people))
          : words.notReported(dayWord(date), name, Number(people))
      }
      under={words.doors(Number(doors))}
    >
      {isVisit ? (
        <Button kind="tint" label={words.log} onTap={() => open(pages.visits, { date })} />
      ) : (
        <Button
          kind="tint"
          label={words.names}
          onTap={() => open(pages.unreported, { date, window: String(window) })}
        />
      )}
    </Waiting>
  );
}
