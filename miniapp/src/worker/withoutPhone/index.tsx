import type { WithoutPhoneItem } from '@shared/schedules/contract';
import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { serverTime } from '@/client/clock';
import { type UnreportedAsked, useWithoutPhone } from '@/client/queries/fevers';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Chip, Heading, Page, State } from '@/parts';
import { useWatermark } from '@/worklist/useWatermark';
import { askedOf } from '../unreported/asked';
import { Row } from '../unreported/Row';
import { Which } from '../unreported/Which';
import { useWithoutPhoneWords } from './words';

/** Who cannot report themselves, by who goes there today; whoever has reported stays in sight (domain, section 5). */
export default function WithoutPhone() {
  const isReady = useEntry();
  const words = useWithoutPhoneWords();
  const watermark = useWatermark();
  const [asked, ask] = useState<UnreportedAsked>(askedOf(useRouter().params));
  const list = useWithoutPhone(isReady, asked);
  const first = list.data?.pages[0];
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const toDoors = {
    ...(first && { date: first.date, window: first.window }),
    ...(asked.gridId && { gridId: asked.gridId }),
  };
  return (
    <Page isWide title={words.title} watermark={watermark}>
      <Which shown={first} asked={asked} onAsk={ask} />
      <Async query={list} empty={items.length === 0 && <State icon="done" words={words.none} />}>
        {first && (
          <View className="row between spaced">
            <View className="title">{words.reported(first.counts.reported, first.counts.owed)}</View>
            <View className="help">
              {words.asOf(inBeijing(serverTime(list.dataUpdatedAt)).format('HH:mm'))}
            </View>
          </View>
        )}
        {first?.goers.map(({ id, name, isMe, owed, reported }) => {
          const own = items.filter(({ goerId }) => goerId === id);
          return own.length > 0 ? (
            <View key={id}>
              <View className="row between sticky">
                <Heading>{isMe ? words.mine : words.goes(name)}</Heading>
                <View className="under">{words.reported(reported, owed)}</View>
              </View>
              {own.map((item) => (
                <Person key={item.slotId} item={item} asked={toDoors} />
              ))}
            </View>
          ) : null;
        })}
        {list.hasNextPage && (
          <Button kind="plain" label={words.more} onTap={() => void list.fetchNextPage()} />
        )}
      </Async>
    </Page>
  );
}

function Person({ item, asked }: { item: WithoutPhoneItem; asked: Record<string, string> }) {
  const words = useWithoutPhoneWords();
  const why = <Chip kind="info" label={item.canUsePhone ? words.noAccount : words.noPhone} />;
  if (item.state !== 'done' && item.state !== 'late') return <Row item={item} asked={asked} why={why} />;
  return (
    <Card>
      <View className="door">
        {item.door} · {item.name}
      </View>
      <View className="row wrap">
        <Chip kind="ok" label={words.done} />
        {why}
      </View>
    </Card>
  );
}
