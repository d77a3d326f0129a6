import type { WorklistItem } from '@shared/worklist/contract';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { now } from '@/client/clock';
import { useWorklist } from '@/client/queries';
import { activeMembership, useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Chip, Page } from '@/parts';
import { clockText, usePlainWords } from '@/words';
import { useWorkerWords } from '../words';

/** What waits in the worker's grids, live; fevers first. */
export default function List() {
  const isReady = useEntry();
  const words = useWorkerWords();
  const plain = usePlainWords();
  const membership = useSession(({ session }) => activeMembership(session));
  return (
    <Page title={`${words.list} · ${membership?.grids[0]?.name ?? ''}`}>
      {isReady ? <Items /> : plain.loading}
    </Page>
  );
}

function Items() {
  const words = useWorkerWords();
  const list = useWorklist();
  return (
    <Async query={list} empty={list.data?.items.length === 0 && words.none}>
      {list.data?.items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </Async>
  );
}

function Item({ item }: { item: WorklistItem }) {
  const words = useWorkerWords();
  const { people, place, country, number, surname } = item.title.params;
  const isLate = Date.parse(item.dueAt) < now().getTime();
  return (
    <Card kind={item.urgency === 'fever' ? 'urgent' : 'waiting'}>
      <View className="li">
        {item.urgency === 'fever' ? (
          <Chip kind="bad" label={`△ ${words.fever}`} />
        ) : (
          <Chip kind="warn" label={item.title.code === 'return.placeAddress' ? words.place : words.fresh} />
        )}
        <View>{isLate ? `! ${words.late}` : words.due(clockText(item.dueAt))}</View>
      </View>
      <View className="title">
        {item.door} · {String(surname)}** · {words.people(Number(people))}
      </View>
      <View>
        {place || country} → {number}
      </View>
      <View className="help">{item.mine ? words.mine : words.other(item.responsible.name)}</View>
      <Button
        kind="tint"
        label={words.verify}
        onTap={() => void Taro.navigateTo({ url: `/worker/verify/index?id=${item.id}` })}
      />
    </Card>
  );
}
