import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import type { UnreportedAsked } from '@/client/queries/fevers';
import { useClock } from '@/client/useClock';
import { useEntry } from '@/client/useEntry';
import { Async, Card, State as Empty, Notice, Page } from '@/parts';
import { SittingFields } from '@/readings/SittingFields';
import { newSitting } from '@/readings/sitting';
import { useWatermark } from '@/worklist/useWatermark';
import { DoorRow, type State } from './DoorRow';
import { useDoors } from './useDoors';
import { useDoorsWords } from './words';

/** On its way, or there. */
const done: readonly (State | undefined)[] = ['sending', 'kept', 'sent'];

/** Temperatures of many doors at one sitting, typed as fast as they are told (domain, section 4: who filled it). */
export default function Doors() {
  const isReady = useEntry();
  const words = useDoorsWords();
  const watermark = useWatermark();
  const at = useClock();
  const { id, date, window, gridId } = useRouter().params;
  const asked = Object.fromEntries(
    Object.entries({ date, window, gridId }).filter(([, value]) => value),
  ) as UnreportedAsked;
  const { list, people, isSettled, isOld } = useDoors(isReady, asked);
  const [sitting, setSitting] = useState(newSitting);
  const [states, setStates] = useState<Record<string, State>>({});
  const tell = useCallback((slotId: string, state: State) => {
    setStates((before) => (before[slotId] === state ? before : { ...before, [slotId]: state }));
  }, []);
  const isDone = (slotId: string) =>
    states[slotId] !== 'typing' && (isSettled(slotId) || done.includes(states[slotId]));
  /** Who was filled in last, or is to be first: whoever is still to be asked from there on is next. */
  const [from, setFrom] = useState(id);
  const ahead = from ? people.slice(people.findIndex(({ slotId }) => slotId === from)) : [];
  const next = ahead.find(({ slotId }) => !isDone(slotId))?.slotId;
  const closed = people.find(({ closesAt }) => new Date(closesAt) <= at) ?? null;
  return (
    <Page title={words.title} watermark={watermark}>
      <Card>
        <SittingFields sitting={sitting} onChange={setSitting} closed={closed} />
        <View className="help">{words.help}</View>
      </Card>
      {isOld && <Notice kind="waiting">{words.offline}</Notice>}
      <Async
        query={isOld ? { ...list, data: people } : list}
        empty={people.length === 0 && <Empty icon="done" words={words.none} />}
      >
        <View className="under">
          {words.progress(people.filter(({ slotId }) => isDone(slotId)).length, people.length)}
        </View>
        {people.map((item) => (
          <DoorRow
            key={item.slotId}
            item={item}
            sitting={sitting}
            isClosed={new Date(item.closesAt) <= at}
            isSettled={isSettled(item.slotId)}
            isNext={next === item.slotId}
            onSent={() => setFrom(item.slotId)}
            onState={tell}
          />
        ))}
      </Async>
    </Page>
  );
}
