import { standOf } from '@shared/schedules/collections';
import type { SlotView } from '@shared/schedules/contract';
import { dayOf, inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useRef } from 'react';
import { call } from '@/client/call';
import { now } from '@/client/clock';
import { touched } from '@/client/live';
import { useOwnTrash } from '@/client/queries/trash';
import { Button, Card, Chip, Heading, Notice } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useHelpWords } from './words';

const clock = (at: string): string => inBeijing(at).format('HH:mm');

/** Standing trash of a door under observation: somebody comes without being asked, unless there is none today. */
export function Trash({ householdId }: { householdId: string }) {
  const { trash } = useHelpWords();
  const { refusal, showRefusal } = useFaults();
  const isBusy = useRef(false);
  const slot = useOwnTrash(householdId, dayOf(now())).data;
  if (!slot) return null;
  const skip = async () => {
    // Of two taps the second may come before the first is drawn.
    if (isBusy.current) return;
    isBusy.current = true;
    const body = { seenVersion: slot.version };
    await call('skipSlot', { params: { id: slot.id }, body }).catch(showRefusal);
    isBusy.current = false;
    touched('slot');
  };
  return (
    <Card>
      <View className="row between">
        <Heading look="title">{trash.title}</Heading>
        <TrashChip slot={slot} />
      </View>
      <View className="under">{trash.says[standOf(slot)]}</View>
      {refusal && <Notice kind="waiting">{refusal}</Notice>}
      {slot.actions.includes('skip') && slot.state === 'open' && (
        <Button kind="tint" label={trash.skip} onTap={() => void skip()} />
      )}
    </Card>
  );
}

/** By when somebody comes, or what came of it. */
function TrashChip({ slot }: { slot: SlotView }) {
  const { trash } = useHelpWords();
  const stand = standOf(slot);
  const last = slot.collections[slot.collections.length - 1];
  if (last) return <Chip kind="ok" label={trash.taken(clock(last.at), last.bags + last.infectiousBags)} />;
  if (stand === 'nothing') return <Chip label={trash.nothing} />;
  if (stand === 'missed') return <Chip kind="bad" label={trash.missed} />;
  return <Chip kind="warn" label={trash.until(clock(slot.dueAt))} />;
}
