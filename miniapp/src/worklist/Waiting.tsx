import type { WorklistItem } from '@shared/worklist/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card, Chip, Heading } from '@/parts';
import { DueChip } from './DueChip';
import { useWorklistWords } from './words';

interface WaitingProps {
  item: WorklistItem;
  kind: string;
  /** How bad it is, where there is more to say than that it is a fever. */
  chip?: ReactNode;
  head: string;
  under: ReactNode;
  children: ReactNode;
}

/** The frame of something that waits: what it is, until when, and whose it is. */
export function Waiting({ item, kind, chip, head, under, children }: WaitingProps) {
  const words = useWorklistWords();
  const isFever = item.urgency === 'fever';
  return (
    <Card kind={isFever ? 'urgent' : 'waiting'}>
      <View className="row between">
        <View className="row wrap">
          {chip ?? (isFever && <Chip kind="bad" label={words.fever} />)}
          {kind && (!isFever || item.kind !== 'return') && <Chip kind="info" label={kind} />}
        </View>
        <DueChip at={item.dueAt} />
      </View>
      <Heading look="door">{head}</Heading>
      {under && <View className="under">{under}</View>}
      <View className="help">{item.mine ? words.mine : words.other(item.responsible.name)}</View>
      {children}
    </Card>
  );
}
