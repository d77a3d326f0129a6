import { inBeijing } from '@shared/time';
import type { WorklistItem } from '@shared/worklist/contract';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { now, serverTime } from '@/client/clock';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useWorklist } from '@/client/queries';
import { Async, Button, Card, Chip, Heading, Link, State } from '@/parts';
import { useChoiceWords, useOriginText } from '@/returns/words';
import { useMomentText, usePlainWords } from '@/words';
import { useWorklistWords } from './words';

/** What waits in somebody's grids, live; fevers first. */
export function Worklist() {
  const words = useWorklistWords();
  const { comma } = usePlainWords();
  const list = useWorklist();
  useEveryMinute();
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = list.data?.pages[0]?.counts;
  return (
    <>
      <View className="row between">
        <View className="help">
          {list.data && words.updated(inBeijing(serverTime(list.dataUpdatedAt)).format('HH:mm'))}
        </View>
        <Link icon="refresh" label={words.refresh} onTap={() => void list.refetch()} />
      </View>
      <Async
        query={list}
        empty={items.length === 0 && <State icon="done" words={words.none + comma + words.live} />}
      >
        {counts && (
          <View className="row wrap counts">
            <Chip label={words.open(counts.open)} />
            {counts.fever > 0 && <Chip kind="bad" label={words.feverCount(counts.fever)} />}
            {counts.overdue > 0 && <Chip kind="warn" label={words.overdue(counts.overdue)} />}
          </View>
        )}
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
        {list.hasNextPage && (
          <Button kind="plain" label={words.more} onTap={() => void list.fetchNextPage()} />
        )}
      </Async>
    </>
  );
}

/** What is left of a deadline is told anew every minute. */
function useEveryMinute(): void {
  const [, again] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => again((n) => n + 1), 60_000);
    return () => clearInterval(timer);
  }, []);
}

function Item({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const choices = useChoiceWords();
  const originText = useOriginText();
  const momentText = useMomentText();
  const { people, place, country, transport, number, surname, arrivedAt } = item.title.params;
  const isFever = item.urgency === 'fever';
  const kindOf = { 'return.placeAddress': words.place, 'return.tipped': words.tipped }[item.title.code];
  const from = originText({ place: String(place ?? ''), country: country ? String(country) : null });
  return (
    <Card kind={isFever ? 'urgent' : 'waiting'}>
      <View className="row between">
        {isFever ? (
          <Chip kind="bad" label={words.fever} />
        ) : (
          <Chip kind="info" label={kindOf ?? words.fresh} />
        )}
        <Due at={item.dueAt} />
      </View>
      <Heading look="door">
        {item.door} · {String(surname)}** · {words.people(Number(people))}
      </Heading>
      {arrivedAt && (
        <View className="under">
          {from} → {choices[transport as 'train']} {number ?? ''} ·{' '}
          {words.arrives(momentText(String(arrivedAt)))}
        </View>
      )}
      <View className="help">{item.mine ? words.mine : words.other(item.responsible.name)}</View>
      <Button kind="tint" label={words.verify} onTap={() => open(pages.verify, { id: item.id })} />
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
