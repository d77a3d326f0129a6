import { dayOf, inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now, serverTime } from '@/client/clock';
import { useVisits } from '@/client/queries/fevers';
import { useGrids } from '@/client/queries/grids';
import { activeMembership, useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Async, Page, Select, State } from '@/parts';
import { useWatermark } from '@/worklist/useWatermark';
import { Visit } from './Visit';
import { useVisitsWords } from './words';

/** Everybody under observation who is to be asked today how they are (domain, section 6). */
export default function Visits() {
  const isReady = useEntry();
  const words = useVisitsWords();
  const watermark = useWatermark();
  const grids = useGrids();
  const own = useSession(({ session }) => activeMembership(session)?.grids) ?? [];
  const offered = own.length ? own : (grids.data ?? []);
  const [chosen, choose] = useState('');
  const gridId = chosen || (own[0]?.id ?? grids.data?.find(({ parentId }) => parentId === null)?.id ?? '');
  const list = useVisits(isReady ? gridId : '', dayOf(now()));
  const [openId, setOpen] = useState('');
  const items = list.data ?? [];
  const owed = items.filter(({ slot }) => slot.state === 'open' || slot.state === 'missed');
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
      <Async query={list} empty={items.length === 0 && <State icon="done" words={words.none} />}>
        <View className="row between spaced">
          <View className="title">{words.left(owed.length, items.length)}</View>
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
