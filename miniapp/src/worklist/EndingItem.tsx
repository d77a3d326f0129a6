import type { WorklistItem } from '@shared/worklist/contract';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button } from '@/parts';
import { useDayWord } from '@/words/dayWord';
import { Waiting } from './Waiting';
import { useWorklistWords } from './words';

/** Whose last day has come, who is past it, and who is away for days: a line that opens their list. */
export function EndingItem({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const dayWord = useDayWord();
  const { day, people, doors } = item.title.params;
  const asked = {
    'observation.check': {
      ...{ kind: words.checking, head: words.toCheck, label: words.check },
      go: () => open(pages.check),
    },
    'observation.release': {
      ...{ kind: words.releasing, head: words.toRelease, label: words.release },
      go: () => open(pages.release),
    },
    'observation.away': {
      ...{ kind: words.away, head: words.toAsk, label: words.names },
      go: () => open(pages.observed, { away: 'true' }),
    },
  }[item.title.code];
  if (!asked) return null;
  return (
    <Waiting
      item={item}
      kind={asked.kind}
      head={asked.head(dayWord(String(day)), Number(people))}
      under={words.doors(Number(doors))}
    >
      <Button kind="tint" label={asked.label} onTap={asked.go} />
    </Waiting>
  );
}
