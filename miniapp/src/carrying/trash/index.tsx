import { isToCollect } from '@shared/schedules/collections';
import { dayOf, inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { now, serverTime } from '@/client/clock';
import { useGrids } from '@/client/queries/grids';
import { useTrash } from '@/client/queries/trash';
import { activeMembership, useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Async, Page, Select, State } from '@/parts';
import { useDayWord } from '@/words/dayWord';
import { downTheStairs } from '@/worker/unreported/stairs';
import { useWatermark } from '@/worklist/useWatermark';
import { Door } from './Door';
import { useTrashWords } from './words';

/** The doors whose standing trash is collected on a day, today unless told, from the top of each unit down (domain, section 5). */
export default function Trash() {
  const isReady = useEntry();
  const words = useTrashWords();
  const watermark = useWatermark();
  const dayWord = useDayWord();
  const grids = useGrids();
  const own = useSession(({ session }) => activeMembership(session)?.grids) ?? [];
  const offered = own.length ? own : (grids.data ?? []);
  const [chosen, choose] = useState('');
  const gridId = chosen || (own[0]?.id ?? grids.data?.find(({ parentId }) => parentId === null)?.id ?? '');
  const date = useRouter().params.date ?? dayOf(now());
  const day = dayWord(date);
  const list = useTrash(isReady ? gridId : '', date);
  const [openId, setOpen] = useState('');
  const items = [...(list.data ?? [])].sort((a, b) => downTheStairs(a.order, b.order));
  const owed = items.filter(isToCollect);
  const rest = items.filter((one) => !isToCollect(one));
  return (
    <Page title={words.title} watermark={watermark}>
      {offered.length > 1 && (
        <Select
          label={words.grid}
          value={gridId}
          onChange={choose}
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Async query={list} empty={items.length === 0 && <State icon="done" words={words.none(day)} />}>
        <View className="row between spaced">
          <View className="title">{words.left(day, owed.length, items.length)}</View>
          <View className="help">
            {words.asOf(inBeijing(serverTime(list.dataUpdatedAt)).format('HH:mm'))}
          </View>
        </View>
        {owed.length > 0 && <View className="under">{words.last}</View>}
        {[...owed, ...rest].map((slot) => (
          <Door
            key={slot.id}
            slot={slot}
            isOpen={openId === slot.id}
            onOpen={(isOpen) => setOpen(isOpen ? slot.id : '')}
          />
        ))}
      </Async>
    </Page>
  );
}
