import { isToVisit } from '@shared/schedules/visits';
import { dayOf, inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { now, serverTime } from '@/client/clock';
import { useVisits } from '@/client/queries/fevers';
import { useGrids } from '@/client/queries/grids';
import { activeMembership, useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Async, Page, Select, State } from '@/parts';
import { useDayWord } from '@/words/dayWord';
import { useWatermark } from '@/worklist/useWatermark';
import { downTheStairs } from '../unreported/stairs';
import { Visit } from './Visit';
import { useVisitsWords } from './words';

/** Everybody under observation who is to be asked how they are on a day, today unless told (domain, section 6). */
export default function Visits() {
  const isReady = useEntry();
  const words = useVisitsWords();
  const watermark = useWatermark();
  const dayWord = useDayWord();
  const grids = useGrids();
  const own = useSession(({ session }) => activeMembership(session)?.grids) ?? [];
  const offered = own.length ? own : (grids.data ?? []);
  const [chosen, choose] = useState('');
  const gridId = chosen || (own[0]?.id ?? grids.data?.find(({ parentId }) => parentId === null)?.id ?? '');
  const date = useRouter().params.date ?? dayOf(now());
  const day = dayWord(date);
  const list = useVisits(isReady ? gridId : '', date);
  const [openId, setOpen] = useState('');
  const items = (list.data ?? [])
    .filter(({ slot }) => slot.state !== 'excused')
    .sort((a, b) => downTheStairs(a.slot.order, b.slot.order));
  const owed = items.filter(({ slot }) => isToVisit(slot));
  const done = items.filter((one) => !owed.includes(one));
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
        {[...owed, ...done].map((one) => (
          <Visit
            key={one.slot.id}
            one={one}
            isOpen={openId === one.slot.id}
            onOpen={(isOpen) => setOpen(isOpen ? one.slot.id : '')}
          />
        ))}
      </Async>
    </Page>
  );
}
