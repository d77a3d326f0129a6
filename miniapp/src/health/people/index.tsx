import { daysBetween } from '@shared/time';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { usePeopleObserved } from '@/client/queries/fevers';
import { useEntry } from '@/client/useEntry';
import { useObservationWords } from '@/observation/words';
import { Async, Button, Card, Chip, Line, Page, State } from '@/parts';
import { useDayText } from '@/words';
import { useWatermark } from '@/worklist/useWatermark';
import { useHealthWords } from '../words';

/** Everybody under observation, or only who is away, masked; a tap shows how their temperatures went, their tests and papers. */
export default function People() {
  const isReady = useEntry();
  const words = useHealthWords();
  const dayText = useDayText();
  const watermark = useWatermark();
  const { states, over } = useObservationWords();
  const isAway = useRouter().params.away === 'true';
  const dayOf = (day: number, days: number) => (day > days ? over : words.day(day, days));
  const list = usePeopleObserved(isReady, isAway);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page isWide title={isAway ? states.referred : words.people} watermark={watermark}>
      <Async query={list} empty={items.length === 0 && <State icon="done" words={words.none} />}>
        <Card>
          {items.map(({ id, state, door, name, day, firstDay, lastDay }) => (
            <Line
              key={id}
              label={
                <>
                  <View className="title">
                    {door} · {name}
                  </View>
                  <View className="under">
                    {dayOf(day, daysBetween(firstDay, lastDay) + 1)} · {words.until(dayText(lastDay))}
                  </View>
                  {state === 'referred' && (
                    <View className="row">
                      <Chip kind="warn" label={states.referred} />
                    </View>
                  )}
                </>
              }
              onTap={() => open(pages.observation, { id })}
            />
          ))}
        </Card>
        {list.hasNextPage && (
          <Button kind="plain" label={words.more} onTap={() => void list.fetchNextPage()} />
        )}
      </Async>
    </Page>
  );
}
