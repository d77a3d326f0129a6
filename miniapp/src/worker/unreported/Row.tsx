import { excuseReasons, type UnreportedItem } from '@shared/schedules/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { now } from '@/client/clock';
import { touched } from '@/client/live';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useSlot } from '@/client/queries/fevers';
import { Async, Button, Card, Cells, Chip, Link, Notice } from '@/parts';
import { Told } from '@/requests/Told';
import { useFaults } from '@/returns/useFaults';
import { CallButton, useCalling } from '../CallButton';
import { standOf, useUnreportedWords } from './words';

/** Somebody who has not reported, and the three things to do: call, fill in, excuse with a reason. */
export function Row({ item, asked }: { item: UnreportedItem; asked: Record<string, string> }) {
  const words = useUnreportedWords();
  const { ring, said } = useCalling();
  const [isExcusing, setExcusing] = useState(false);
  const [isToldShown, showTold] = useState(false);
  const stand = standOf(item, now());
  const { door, name, phone, canUsePhone, goes, isToCall, actions } = item;
  return (
    <Card kind={stand === 'open' ? '' : 'waiting'}>
      <View className="row">
        <View className="grow">
          <View className="door">
            {door} · {name}
          </View>
          <View className="row wrap">
            <Chip
              kind={stand === 'open' ? '' : 'warn'}
              label={isToCall && stand !== 'missed' ? words.call : words.states[stand]}
            />
            {!canUsePhone && <Chip kind="info" label={words.noPhone} />}
          </View>
          {phone && <View className="help">{phone}</View>}
          {!canUsePhone && <View className="under">{words.goes(goes)}</View>}
        </View>
        <CallButton whom={door} onTap={() => void ring(item.slotId)} />
      </View>
      {said}
      <Link label={isToldShown ? words.hideTold : words.whoTold} onTap={() => showTold(!isToldShown)} />
      {isToldShown && <ToldOf slotId={item.slotId} />}
      {isExcusing ? (
        <Excuse item={item} onDone={() => setExcusing(false)} />
      ) : (
        <View className="row pair">
          {actions.includes('excuse') && (
            <Button kind="plain" label={words.excuse} onTap={() => setExcusing(true)} />
          )}
          {actions.includes('report') && (
            <Button
              kind="tint"
              label={words.fill}
              onTap={() => open(pages.doors, { ...asked, id: item.slotId })}
            />
          )}
        </View>
      )}
    </Card>
  );
}

/** Who was told of it so far: before somebody calls again. */
function ToldOf({ slotId }: { slotId: string }) {
  const words = useUnreportedWords();
  const slot = useSlot(slotId);
  return <Async query={slot}>{slot.data && <Told told={slot.data.told} rungs={words.rungs} />}</Async>;
}

/** Why it is not needed this time; it stays on record. */
function Excuse({ item: { slotId, version }, onDone }: { item: UnreportedItem; onDone(): void }) {
  const words = useUnreportedWords();
  const { refusal, showRefusal } = useFaults();
  const excuse = async (reason: string) => {
    const body = { seenVersion: version, reason: reason as (typeof excuseReasons)[number] };
    try {
      await call('excuseSlot', { params: { id: slotId }, body });
      onDone();
    } catch (error) {
      showRefusal(error);
    }
    touched('slot');
  };
  return (
    <>
      {refusal && <Notice>{refusal}</Notice>}
      <Cells
        label={words.why}
        value=""
        onChange={(reason) => void excuse(reason)}
        options={excuseReasons.map((value) => ({ value, label: words.reasons[value] ?? value }))}
      />
      <Link label={words.cancel} onTap={onDone} />
    </>
  );
}
