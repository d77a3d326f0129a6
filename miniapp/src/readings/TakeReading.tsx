import { View } from '@tarojs/components';
import { useState } from 'react';
import { useReadableSlot } from '@/client/queries/fevers';
import { Button, Link, Loading } from '@/parts';
import { AfterIt, Delivered, SameTime } from './Arrived';
import { Figure } from './Figure';
import { SittingFields } from './SittingFields';
import { newSitting } from './sitting';
import { Unwell } from './Unwell';
import { useReading } from './useReading';
import { useReadingsWords } from './words';

interface TakeReadingProps {
  residentId: string;
  /** The slot it is for, where the page knows; otherwise it is for what the person owes now, if anything. */
  slotId?: string | null;
  /** Where this is the page of the case that a fever would lead to. */
  isOnCase?: boolean;
  onDone(): void;
}

/** One temperature of one person, by staff: told by telephone, or measured at the door or the station. */
export function TakeReading({ residentId, slotId = null, ...rest }: TakeReadingProps) {
  // What it is for stays what it was when somebody began.
  const [given] = useState(slotId);
  const { isAsked, id } = useReadableSlot(given ? '' : residentId);
  if (!given && !isAsked) return <Loading />;
  return <OneReading residentId={residentId} slotId={given ?? id} {...rest} />;
}

function OneReading({ residentId, slotId = null, isOnCase = false, onDone }: TakeReadingProps) {
  const words = useReadingsWords();
  const [target] = useState({ residentId, slotId, isClosed: false });
  const [sitting, setSitting] = useState(newSitting);
  const of = useReading(target, sitting);
  const { state } = of.delivery;
  const isTyping = state === 'none' || state === 'refused';
  return (
    <>
      {isTyping && (
        <>
          <SittingFields sitting={sitting} onChange={setSitting} />
          <View className="label">{words.celsius}</View>
          <Figure of={of} label={words.celsius} isNext={of.mistyped !== null} />
          <SameTime of={of} />
          <Unwell of={of} />
          <Button label={words.send} onTap={of.enter} />
        </>
      )}
      <Delivered of={of} />
      <AfterIt of={of} isOnCase={isOnCase} />
      <Link label={isTyping ? words.back : words.done} onTap={onDone} />
    </>
  );
}
