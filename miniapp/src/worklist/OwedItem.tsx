import type { WorklistItem } from '@shared/worklist/contract';
import { open } from '@/client/navigate';
import { type PageUrl, pages } from '@/client/pages';
import { Button } from '@/parts';
import { useDayWord } from '@/words/dayWord';
import { Waiting } from './Waiting';
import { useWorklistWords } from './words';

interface Line {
  kind: string;
  head: string;
  button: string;
  page: PageUrl;
}

/** What several doors still owe of one window: a line that opens their list. */
export function OwedItem({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const { day, window, doors } = item.title.params;
  const { kind, head, button, page } = useLine(item);
  const date = String(day);
  const params = { date, ...(item.kind === 'slots' && { window: String(window) }) };
  return (
    <Waiting item={item} kind={kind} head={head} under={words.doors(Number(doors))}>
      <Button kind="tint" label={button} onTap={() => open(page, params)} />
    </Waiting>
  );
}

function useLine({ kind, title: { params } }: WorklistItem): Line {
  const words = useWorklistWords();
  const dayWord = useDayWord();
  const { window, people, doors } = params;
  const day = dayWord(String(params.day));
  if (kind === 'trash')
    return {
      ...{ kind: words.collecting, head: words.toCollect(day, Number(doors)) },
      ...{ button: words.collect, page: pages.trash },
    };
  if (kind === 'visit')
    return {
      ...{ kind: words.visiting, head: words.toVisit(day, Number(people)) },
      ...{ button: words.log, page: pages.visits },
    };
  const name = words.windows[String(window)] ?? '';
  return {
    ...{ kind: words.forgotten, head: words.notReported(day, name, Number(people)) },
    ...{ button: words.names, page: pages.unreported },
  };
}
