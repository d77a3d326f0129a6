import type { WorklistItem } from '@shared/worklist/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { now } from '@/client/clock';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button, Card, Chip, Heading } from '@/parts';
import { useChoiceWords, useOriginText } from '@/returns/words';
import { useMomentText } from '@/words';
import { useWorklistWords } from './words';

/** One thing that waits, by its kind: what it is, until when, whose it is, and the way to it. */
export function Item({ item }: { item: WorklistItem }) {
  if (item.kind === 'leaving') return <Leaving item={item} />;
  if (item.kind === 'handover') return <Offered item={item} />;
  return <Return item={item} />;
}

function Return({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const choices = useChoiceWords();
  const originText = useOriginText();
  const momentText = useMomentText();
  const { people, place, country, transport, number, surname, arrivedAt } = item.title.params;
  const kindOf = { 'return.placeAddress': words.place, 'return.tipped': words.tipped }[item.title.code];
  const from = originText({ place: String(place ?? ''), country: country ? String(country) : null });
  return (
    <Waiting
      item={item}
      kind={kindOf ?? words.fresh}
      head={[item.door, surname && `${surname}**`, words.people(Number(people))].filter(Boolean).join(' · ')}
      under={
        arrivedAt && (
          <>
            {from} → {choices[transport as 'train']} {number ?? ''} ·{' '}
            {words.arrives(momentText(String(arrivedAt)))}
          </>
        )
      }
    >
      <Button kind="tint" label={words.verify} onTap={() => open(pages.verify, { id: item.id })} />
    </Waiting>
  );
}

/** Somebody under observation wants to leave; where to is read on the page. */
function Leaving({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const momentText = useMomentText();
  const { surname, leavesAt } = item.title.params;
  return (
    <Waiting
      item={item}
      kind={words.leaving}
      head={`${item.door} · ${String(surname)}**`}
      under={words.leaves(momentText(String(leavesAt)))}
    >
      <Button kind="tint" label={words.answer} onTap={() => open(pages.leavings)} />
    </Waiting>
  );
}

/** People whom another community offers; a door is known when they are taken. */
function Offered({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const momentText = useMomentText();
  const { people, surname, from, arrivedAt } = item.title.params;
  return (
    <Waiting
      item={item}
      kind={words.offered}
      head={`${String(from)} · ${String(surname)}** · ${words.people(Number(people))}`}
      under={words.arrives(momentText(String(arrivedAt)))}
    >
      <Button kind="tint" label={words.answer} onTap={() => open(pages.handovers)} />
    </Waiting>
  );
}

interface WaitingProps {
  item: WorklistItem;
  kind: string;
  head: string;
  under: ReactNode;
  children: ReactNode;
}

function Waiting({ item, kind, head, under, children }: WaitingProps) {
  const words = useWorklistWords();
  const isFever = item.urgency === 'fever';
  return (
    <Card kind={isFever ? 'urgent' : 'waiting'}>
      <View className="row between">
        <View className="row wrap">
          {isFever && <Chip kind="bad" label={words.fever} />}
          {(!isFever || item.kind !== 'return') && <Chip kind="info" label={kind} />}
        </View>
        <Due at={item.dueAt} />
      </View>
      <Heading look="door">{head}</Heading>
      {under && <View className="under">{under}</View>}
      <View className="help">{item.mine ? words.mine : words.other(item.responsible.name)}</View>
      {children}
    </Card>
  );
}

function Due({ at }: { at: string }) {
  const words = useWorklistWords();
  const momentText = useMomentText();
  const minutes = Math.round((Date.parse(at) - now().getTime()) / 60_000);
  if (minutes < 0) return <Chip kind="bad" label={words.late(-minutes)} />;
  if (minutes < 60) return <Chip kind="warn" label={words.minutesLeft(minutes)} />;
  return <View className="under">{words.before(momentText(at))}</View>;
}
