import { daysBetween } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePeopleObserved } from '@/client/queries/fevers';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Line, Page, State } from '@/parts';
import { Readings } from '@/requests/Readings';
import { useDayText } from '@/words';
import { useWatermark } from '@/worklist/useWatermark';
import { useHealthWords } from '../words';

/** Everybody under observation, masked; a tap shows how their temperatures went. */
export default function People() {
  const isReady = useEntry();
  const words = useHealthWords();
  const dayText = useDayText();
  const watermark = useWatermark();
  const list = usePeopleObserved(isReady);
  const [shown, show] = useState('');
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page isWide title={words.people} watermark={watermark}>
      <Async query={list} empty={items.length === 0 && <State icon="done" words={words.none} />}>
        {items.map(({ id, door, name, day, firstDay, lastDay, residentId }) => (
          <View key={id}>
            <Card>
              <Line
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
                onTap={() => show(shown === id ? '' : id)}
              />
            </Card>
            {shown === id && <Readings residentId={residentId} />}
          </View>
        ))}
        {list.hasNextPage && (
          <Button kind="plain" label={words.more} onTap={() => void list.fetchNextPage()} />
        )}
      </Async>
    </Page>
  );
}
