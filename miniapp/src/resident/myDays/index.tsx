import type { SlotView } from '@shared/schedules/contract';
import { dayOf } from '@shared/time';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { now } from '@/client/clock';
import { useObservations, useSlots } from '@/client/queries';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Page } from '@/parts';
import { dayText, usePlainWords } from '@/words';
import { useResidentWords } from '../words';

const marks = { done: '●', late: '◐', missed: '◇', open: '○', excused: '—' } as const;

/** The days of the observation, each with its two readings. */
export default function MyDays() {
  const isReady = useEntry();
  const words = useResidentWords();
  const plain = usePlainWords();
  const observations = useObservations();
  if (!isReady) return <Page title={words.days}>{plain.loading}</Page>;
  return (
    <Page title={words.days}>
      <Async query={observations} empty={observations.data?.items.length === 0 && words.nothing}>
        {observations.data?.items.map((observation) => (
          <View key={observation.id}>
            <Card>
              <View className="title">
                {observation.name} · {words.daysLeft(observation.daysLeft)}
              </View>
              <View className="help">
                {words.period(dayText(observation.firstDay), dayText(observation.lastDay))}
              </View>
            </Card>
            <Days observationId={observation.id} />
          </View>
        ))}
        <View className="help">{words.legend}</View>
      </Async>
      <Button
        kind="tint"
        label={plain.back}
        onTap={() => void Taro.reLaunch({ url: '/resident/home/index' })}
      />
    </Page>
  );
}

function Days({ observationId }: { observationId: string }) {
  const slots = useSlots(observationId);
  const days = new Map<string, SlotView[]>();
  for (const slot of slots.data?.items ?? []) days.set(slot.day, [...(days.get(slot.day) ?? []), slot]);
  return (
    <Async query={slots}>
      <View className="days card">
        {[...days].map(([day, of]) => (
          <View key={day} className={day === dayOf(now()) ? 'day today' : 'day'}>
            <View>{Number(day.slice(8))}</View>
            <View>{of.map(({ state }) => marks[state]).join('')}</View>
          </View>
        ))}
      </View>
    </Async>
  );
}
