import type { UnreportedItem } from '@shared/schedules/contract';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Delivery } from '@/client/useWish';
import { Card, Chip, Link } from '@/parts';
import { AfterIt, Delivered, SameTime } from '@/readings/Arrived';
import { Figure } from '@/readings/Figure';
import type { Sitting } from '@/readings/sitting';
import { Unwell } from '@/readings/Unwell';
import { useReading } from '@/readings/useReading';
import { useReadingsWords } from '@/readings/words';
import { useDoorsWords } from './words';

/** What has become of a line; what somebody is typing in it comes first. */
export type State = Delivery<unknown>['state'] | 'typing';

interface DoorRowProps {
  item: UnreportedItem;
  sitting: Sitting;
  isClosed: boolean;
  /** Somebody else saw to it meanwhile. */
  isSettled: boolean;
  isNext: boolean;
  onSent(): void;
  onState(slotId: string, state: State): void;
}

/** One person: the figure, how they feel when they do not feel well, and what has become of it. */
export function DoorRow({ item, sitting, isClosed, isSettled, isNext, onSent, onState }: DoorRowProps) {
  const words = useDoorsWords();
  const readings = useReadingsWords();
  const { residentId, slotId } = item;
  const of = useReading({ residentId, slotId, isClosed }, sitting, onSent);
  const [isUnwell, setUnwell] = useState(false);
  const who = `${item.door} ${item.name}`;
  const { state } = of.delivery;
  const isOpen = state === 'none' || state === 'refused';
  // What somebody is typing does not go away under their hands.
  const hasSymptoms = of.symptoms.length > 0 || of.medicine;
  const isTouched = isOpen && (of.text !== '' || hasSymptoms || of.mistyped !== null);
  const isEditing = isOpen && (!isSettled || isTouched);
  const told = isTouched ? 'typing' : state;
  useEffect(() => onState(slotId, told), [onState, slotId, told]);
  return (
    <Card>
      <View className="row between">
        <View className="title">{who}</View>
        {isSettled && isOpen && !of.mistyped && <Chip kind="ok" label={words.settled} />}
        <Delivered of={of} />
      </View>
      {isEditing && (
        <>
          <Figure of={of} label={words.temperature(who)} isNext={isNext || of.mistyped !== null}>
            <Link label={words.unwell} onTap={() => setUnwell(!isUnwell)} />
            <Link label={readings.send} onTap={of.enter} />
          </Figure>
          <SameTime of={of} />
          {(isUnwell || hasSymptoms) && <Unwell of={of} />}
        </>
      )}
      <AfterIt of={of} />
    </Card>
  );
}
