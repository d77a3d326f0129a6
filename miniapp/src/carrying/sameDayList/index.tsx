import { type ErrandKindName, errandKindNames } from '@shared/requests/kinds';
import { type SameDayState, sameDayStates } from '@shared/requests/sameDay';
import { dayOf } from '@shared/time';
import { useRouter } from '@tarojs/taro';
import { now } from '@/client/clock';
import { type SameDayAsked, useSameDayErrands } from '@/client/queries/sameDay';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Page, State } from '@/parts';
import { useDayWord } from '@/words/dayWord';
import { useWatermark } from '@/worklist/useWatermark';
import { DayErrand } from '../sameDay/DayErrand';
import { useSameDayWords } from '../sameDay/words';

/** The errands behind a figure of the day, in the order in which they were ordered. */
export default function SameDayList() {
  const isReady = useEntry();
  const words = useSameDayWords();
  const watermark = useWatermark();
  const dayWord = useDayWord();
  const asked = askedOf(useRouter().params);
  const list = useSameDayErrands(isReady ? asked : null);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page isWide title={words.list(dayWord(asked.date), words.states[asked.state])} watermark={watermark}>
      <Async query={list} empty={items.length === 0 && <State icon="done" words={words.listNone} />}>
        {items.map((one) => (
          <DayErrand key={one.id} of={one} />
        ))}
        {list.hasNextPage && (
          <Button kind="plain" label={words.more} onTap={() => void list.fetchNextPage()} />
        )}
      </Async>
    </Page>
  );
}

/** Which figure an address asks for; without one what is open today. */
function askedOf({ date, state, kind, gridId }: Record<string, string | undefined>): SameDayAsked {
  return {
    date: date ?? dayOf(now()),
    state: sameDayStates.includes(state as SameDayState) ? (state as SameDayState) : 'open',
    ...(errandKindNames.includes(kind as ErrandKindName) && { kind: kind as ErrandKindName }),
    ...(gridId && { gridId }),
  };
}
