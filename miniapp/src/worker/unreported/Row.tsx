import { type CallLine, excuseReasons, type OwedItem } from '@shared/schedules/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { call } from '@/client/call';
import { now } from '@/client/clock';
import { touched } from '@/client/live';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useSlot } from '@/client/queries/fevers';
import { useDraft } from '@/client/useDraft';
import { Async, Button, Card, Cells, Chip, Link, Notice } from '@/parts';
import { Told } from '@/requests/Told';
import { useRequestWords } from '@/requests/words';
import { useFaults } from '@/returns/useFaults';
import { useMomentText, usePlainWords } from '@/words';
import { CallButton, useCalling } from '../CallButton';
import { CallOutcome } from './CallOutcome';
import { standOf, useUnreportedWords } from './words';

interface RowProps {
  item: OwedItem;
  asked: Record<string, string>;
  /** Why they stand in a list of their own, in place of who goes there. */
  why?: ReactNode;
}

/** Somebody who has not reported, and the three things to do: call, fill in, excuse with a reason. */
export function Row({ item, asked, why }: RowProps) {
  const words = useUnreportedWords();
  const { ring, said } = useCalling();
  // The call itself may push the program out of the phone’s memory.
  const [called, setCalled] = useDraft<'yes'>(`called:${item.slotId}`);
  const [isExcusing, setExcusing] = useState(false);
  const [isToldShown, showTold] = useState(false);
  const stand = standOf(item, now());
  const { door, name, phone, canUsePhone, goes, isToCall, lastCall, actions } = item;
  const isStillToCall = isToCall && stand !== 'missed' && (!lastCall || lastCall.result === 'noAnswer');
  const goesThere = !canUsePhone && !why;
  const callThem = async () => {
    if (await ring({ slotId: item.slotId })) setCalled('yes');
  };
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
              label={isStillToCall ? words.call : words.states[stand]}
            />
            {goesThere && <Chip kind="info" label={words.noPhone} />}
            {why}
          </View>
          {phone && <View className="help">{phone}</View>}
          {goesThere && <View className="under">{words.goes(goes)}</View>}
          {lastCall && <LastCall of={lastCall} />}
        </View>
        <CallButton whom={door} onTap={() => void callThem()} />
      </View>
      {said}
      {called && <CallOutcome slotId={item.slotId} onDone={() => setCalled('')} />}
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

/** Somebody has called already. */
function LastCall({ of: { at, by, result } }: { of: CallLine }) {
  const words = useUnreportedWords();
  const { results } = useRequestWords();
  const momentText = useMomentText();
  return <View className="under">{words.lastCall(momentText(at), by, results[result] ?? result)}</View>;
}

/** Who was told of it so far: before somebody calls again. */
function ToldOf({ slotId }: { slotId: string }) {
  const words = useUnreportedWords();
  const slot = useSlot(slotId);
  return <Async query={slot}>{slot.data && <Told told={slot.data.told} rungs={words.rungs} />}</Async>;
}

/** Why it is not needed this time; it stays on record. */
function Excuse({ item: { slotId, version }, onDone }: { item: OwedItem; onDone(): void }) {
  const words = useUnreportedWords();
  const plain = usePlainWords();
  const [reason, choose] = useState('');
  const [isSending, setSending] = useState(false);
  const { refusal, showRefusal } = useFaults();
  const excuse = async () => {
    if (!reason || isSending) return;
    setSending(true);
    const body = { seenVersion: version, reason: reason as (typeof excuseReasons)[number] };
    try {
      await call('excuseSlot', { params: { id: slotId }, body });
      onDone();
    } catch (error) {
      showRefusal(error);
      setSending(false);
    }
    touched('slot');
  };
  return (
    <>
      {refusal && <Notice>{refusal}</Notice>}
      <Cells
        label={words.why}
        value={reason}
        onChange={choose}
        options={excuseReasons.map((value) => ({ value, label: words.reasons[value] ?? value }))}
      />
      {reason && <View className="help">{words.excuseStays}</View>}
      <View className="row pair">
        <Button kind="plain" label={words.cancel} onTap={onDone} />
        <Button
          kind="tint"
          label={isSending ? plain.sending : words.excuseYes}
          off={!reason || isSending}
          onTap={() => void excuse()}
        />
      </View>
    </>
  );
}
