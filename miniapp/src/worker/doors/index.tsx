import { readingMethods } from '@shared/temperatures/reading';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { UnreportedAsked } from '@/client/queries/fevers';
import { useEntry } from '@/client/useEntry';
import { Async, Card, Cells, Notice, Page, State } from '@/parts';
import { useChoiceWords } from '@/returns/words';
import { useWatermark } from '@/worklist/useWatermark';
import { DoorRow } from './DoorRow';
import type { Sitting } from './useDoorReading';
import { useDoors } from './useDoors';
import { useDoorsWords } from './words';

const ways = ['workerPhone', 'workerDoor'] as const;

/** Temperatures of many doors at one sitting, typed as fast as they are told (domain, section 4: who filled it). */
export default function Doors() {
  const isReady = useEntry();
  const words = useDoorsWords();
  const choices = useChoiceWords();
  const watermark = useWatermark();
  const { id, date, window, gridId } = useRouter().params;
  const asked = Object.fromEntries(
    Object.entries({ date, window, gridId }).filter(([, value]) => value),
  ) as UnreportedAsked;
  const { list, people, isOld } = useDoors(isReady, asked);
  const [sitting, setSitting] = useState<Sitting>({ filledBy: '', method: '' });
  const [next, setNext] = useState<string | undefined>(id);
  const [sent, setSent] = useState<string[]>([]);
  const goOn = (slotId: string) => {
    const after = people.slice(people.findIndex((one) => one.slotId === slotId) + 1);
    setSent((before) => [...new Set([...before, slotId])]);
    setNext(after.find((one) => !sent.includes(one.slotId))?.slotId);
  };
  return (
    <Page title={words.title} watermark={watermark}>
      <Card>
        <Cells
          label={words.how}
          halves
          value={sitting.filledBy}
          onChange={(filledBy) => setSitting({ ...sitting, filledBy })}
          options={ways.map((value) => ({ value, label: words.ways[value] ?? value }))}
        />
        <Cells
          label={words.method}
          halves
          value={sitting.method}
          onChange={(method) => setSitting({ ...sitting, method })}
          options={readingMethods.map((value) => ({ value, label: choices[value] }))}
        />
        <View className="help">{words.help}</View>
      </Card>
      {isOld && <Notice kind="waiting">{words.offline}</Notice>}
      <Async
        query={isOld ? { ...list, data: people } : list}
        empty={people.length === 0 && <State icon="done" words={words.none} />}
      >
        <View className="under">{words.progress(sent.length, people.length)}</View>
        {people.map((item) => (
          <DoorRow
            key={item.slotId}
            item={item}
            sitting={sitting}
            isNext={next === item.slotId}
            onSent={() => goOn(item.slotId)}
          />
        ))}
      </Async>
    </Page>
  );
}
