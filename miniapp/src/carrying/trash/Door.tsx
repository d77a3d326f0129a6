import { isToCollect, mostBags } from '@shared/schedules/collections';
import type { SlotView } from '@shared/schedules/contract';
import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { clockOffsetMs } from '@/client/clock';
import { type Delivery, useWish } from '@/client/useWish';
import { Button, Card, Chip, Link, Notice, TextField } from '@/parts';
import { useRefusalWords } from '@/words/problems';
import { useTrashWords } from './words';

interface DoorProps {
  slot: SlotView;
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

/** One door: so many bags is one tap. Without a network it is kept with its time. */
export function Door({ slot, isOpen, onOpen }: DoorProps) {
  const words = useTrashWords();
  const refusalWords = useRefusalWords();
  const { delivery, send } = useWish<SlotView>();
  const collect = (bags: number, infectiousBags = 0) => {
    onOpen(false);
    const at = new Date().toISOString();
    const body = { bags, infectiousBags, at, enteredAt: at, clockOffsetMs: clockOffsetMs() };
    void send({ operation: 'collectTrash', params: { id: slot.id }, body });
  };
  const skip = () => {
    onOpen(false);
    void send({ operation: 'skipSlot', params: { id: slot.id }, body: { seenVersion: slot.version } });
  };
  const isWaiting = delivery.state === 'sending' || delivery.state === 'kept';
  const isDue = isToCollect(slot) && slot.actions.includes('collect') && !isWaiting;
  return (
    <Card>
      <View className="row between">
        <View className="door">{slot.door}</View>
        <View className="row wrap">
          <Stand slot={slot} />
          <Sent of={delivery} />
        </View>
      </View>
      {delivery.refused && (
        <Notice kind="waiting">{refusalWords(delivery.refused.code, words.refused)}</Notice>
      )}
      {isDue && !isOpen && (
        <>
          <View className="row">
            {[1, 2, 3].map((bags) => (
              <View key={bags} className="grow">
                <Button kind="tint" label={words.bags(bags)} onTap={() => collect(bags)} />
              </View>
            ))}
          </View>
          <Link label={words.more} onTap={() => onOpen(true)} />
        </>
      )}
      {isDue && isOpen && (
        <Counted
          onSave={collect}
          onCancel={() => onOpen(false)}
          {...(slot.actions.includes('skip') && { onSkip: skip })}
        />
      )}
    </Card>
  );
}

/** How the door stands, once it is not owed any more. */
function Stand({ slot }: { slot: SlotView }) {
  const words = useTrashWords();
  const last = slot.collections[slot.collections.length - 1];
  if (last)
    return (
      <>
        <Chip kind="ok" label={words.taken(last.bags, last.infectiousBags)} />
        {slot.state === 'missed' && <Chip kind="warn" label={words.takenLate} />}
      </>
    );
  if (slot.state === 'excused') return <Chip label={words.nothing} />;
  return slot.state === 'missed' ? <Chip kind="bad" label={words.missed} /> : null;
}

function Sent({ of: { state, at } }: { of: Delivery<SlotView> }) {
  const words = useTrashWords();
  if (state === 'sending') return <Chip kind="info" label={words.sending} />;
  if (state === 'kept') return <Chip kind="warn" label={words.kept} />;
  if (state !== 'sent' || !at) return null;
  return <Chip kind="ok" label={words.sent(inBeijing(at).format('HH:mm'))} />;
}

interface CountedProps {
  onSave(bags: number, infectiousBags: number): void;
  onCancel(): void;
  onSkip?: () => void;
}

/** More than three bags, some of them kept apart, or none at all. */
function Counted({ onSave, onCancel, onSkip }: CountedProps) {
  const words = useTrashWords();
  const [bags, setBags] = useState('');
  const [apart, setApart] = useState('');
  const [isTried, setTried] = useState(false);
  const [all, infectious] = [countOf(bags), countOf(apart)];
  const isWhole = all !== null && infectious !== null && all + infectious > 0;
  const save = () => (isWhole ? onSave(all, infectious) : setTried(true));
  const faultOf = (isWrong: boolean) => (isTried && isWrong ? words.number : undefined);
  return (
    <>
      <TextField
        type="number"
        label={words.howMany}
        value={bags}
        onChange={setBags}
        max={2}
        fault={faultOf(all === null || (infectious !== null && all + infectious === 0))}
      />
      <TextField
        type="number"
        label={words.apart}
        value={apart}
        onChange={setApart}
        max={2}
        fault={faultOf(infectious === null)}
      />
      {onSkip && <Button kind="plain" label={words.skip} onTap={onSkip} />}
      <Button kind="plain" label={words.cancel} onTap={onCancel} />
      <Button label={words.save} off={!isWhole} onTap={save} />
    </>
  );
}

/** Nothing typed is none; null is no number of bags. */
const countOf = (typed: string): number | null => {
  const count = typed.trim() === '' ? 0 : Number(typed);
  return Number.isInteger(count) && count >= 0 && count <= mostBags ? count : null;
};
