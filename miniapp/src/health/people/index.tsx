import { daysBetween } from '@shared/time';
import { View } from '@tarojs/components';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { usePeopleObserved } from '@/client/queries/fevers';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Line, Page, State } from '@/parts';
import { useDayText } from '@/words';
import { useWatermark } from '@/worklist/useWatermark';
import { useHealthWords } from '../words';

/** Everybody under observation, masked; a tap shows how their temperatures went, their tests and papers. */
export default function People() {
  const isReady = useEntry();
  const words = useHealthWords();
  const dayText = useDayText();
  const watermark = useWatermark();
  const list = usePeopleObserved(isReady);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page isWide title={words.people} watermark={watermark}>
      <Async query={list} empty={items.length === 0 && <State icon="done" words={words.none} />}>
        <Card>
          {items.map(({ id, door, name, day, firstDay, lastDay }) => (
            <Line
              key={id}
              label={
                <>
                  <View className="title">
                    {door} · {name}
                  </View>
                  <View className="under">
                    {words.day(day, daysBetween(firstDay, lastDay) + 1)} · {words.until(dayText(lastDay))}
                  </View>
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
