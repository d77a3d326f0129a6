import type { UnreportedItem } from '@shared/schedules/contract';
import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { serverTime } from '@/client/clock';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { type UnreportedAsked, useUnreported } from '@/client/queries/fevers';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Heading, Link, Page, State } from '@/parts';
import { useWatermark } from '@/worklist/useWatermark';
import { askedOf } from './asked';
import { Counts } from './Counts';
import { Friendly } from './Friendly';
import { Row } from './Row';
import { byStairs, type Stairs } from './stairs';
import { Which } from './Which';
import { useUnreportedWords } from './words';

/** Who has not reported a temperature, in the order of the stairs, with the way to them (domain, section 4). */
export default function Unreported() {
  const isReady = useEntry();
  const words = useUnreportedWords();
  const watermark = useWatermark();
  const [asked, ask] = useState<UnreportedAsked>(askedOf(useRouter().params));
  const list = useUnreported(isReady, asked);
  const first = list.data?.pages[0];
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const toWindow = { ...(first && { date: first.date, window: first.window }) };
  const toDoors = {
    ...toWindow,
    ...(asked.gridId && { gridId: asked.gridId }),
  };
  return (
    <Page
      isWide
      title={words.title}
      watermark={watermark}
      foot={items.length > 0 && <Button label={words.fillAll} onTap={() => open(pages.doors, toDoors)} />}
    >
      <Which shown={first} asked={asked} onAsk={ask} />
      <Link label={words.withoutPhone} onTap={() => open(pages.withoutPhone, toWindow)} />
      <Async query={list}>
        {first && (
          <Counts counts={first.counts} asOf={inBeijing(serverTime(list.dataUpdatedAt)).format('HH:mm')} />
        )}
        {first && items.length === 0 && (
          <State icon="done" words={first.counts.owed ? words.none : words.noneOwed} />
        )}
        {byStairs(items).map((stairs) => (
          <OneStairs key={stairs.key} stairs={stairs} asked={toDoors} />
        ))}
        {list.hasNextPage && (
          <Button kind="plain" label={words.more} onTap={() => void list.fetchNextPage()} />
        )}
      </Async>
      <Friendly isReady={isReady} gridId={asked.gridId} />
    </Page>
  );
}

interface StairsProps {
  stairs: Stairs<UnreportedItem>;
  asked: Record<string, string>;
}

/** One unit from the top floor down; which one it is stays in sight. */
function OneStairs({ stairs: { place, floors }, asked }: StairsProps) {
  const words = useUnreportedWords();
  return (
    <View>
      <View className="row between sticky">
        <Heading>
          {place.estate} {words.unit(place.building, place.unit)}
        </Heading>
        <View className="under">{words.left(floors[0]?.items[0]?.leftInUnit ?? 0)}</View>
      </View>
      {floors.map(({ floor, items }) => (
        <View key={floor}>
          {floor && <View className="label">{words.floor(floor)}</View>}
          {items.map((item) => (
            <Row key={item.slotId} item={item} asked={asked} />
          ))}
        </View>
      ))}
    </View>
  );
}
