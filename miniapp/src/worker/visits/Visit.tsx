import type { ObservationView } from '@shared/observation/contract';
import type { SlotView } from '@shared/schedules/contract';
import { isToVisit, visitMeans, visitNeeds, visitResults } from '@shared/schedules/visits';
import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { clockOffsetMs } from '@/client/clock';
import { type Delivery, useWish } from '@/client/useWish';
import { Button, Card, Cells, Chip, Link, Notice } from '@/parts';
import { TakeReading } from '@/readings/TakeReading';
import { useRefusalWords } from '@/words/problems';
import { CallButton, useCalling } from '../CallButton';
import { useVisitsWords } from './words';

export interface VisitOf {
  slot: SlotView;
  of: ObservationView;
}

interface VisitProps {
  one: VisitOf;
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

/** One person to follow up today: a call, and what came of it in three taps. */
export function Visit({ one: { slot, of }, isOpen, onOpen }: VisitProps) {
  const words = useVisitsWords();
  const { ring, said } = useCalling();
  const refusalWords = useRefusalWords();
  const { delivery, send } = useWish<SlotView>();
  const [logged, setLogged] = useState('');
  const log = (told: Logged) => {
    setLogged(told.result);
    const at = new Date().toISOString();
    const body = { ...told, at, enteredAt: at, clockOffsetMs: clockOffsetMs() };
    void send({ operation: 'logVisit', params: { id: slot.id }, body });
    onOpen(false);
  };
  const [isMeasuring, setMeasuring] = useState(false);
  const last = delivery.state === 'kept' ? logged : slot.visits[slot.visits.length - 1]?.result;
  const isUnwell = last === 'unwell';
  const isOwed = isToVisit(slot);
  return (
    <Card>
      <View className="row">
        <View className="grow">
          <View className="door">
            {of.door} · {of.name}
          </View>
          <View className="row wrap">
            <Chip label={words.day(of.day)} />
            {!isOwed && <Chip kind="ok" label={slot.state === 'missed' ? words.doneLate : words.done} />}
            {isOwed && slot.visits.length > 0 && <Chip kind="warn" label={words.tried(slot.visits.length)} />}
            <Sent of={delivery} />
          </View>
        </View>
        <CallButton whom={of.door} onTap={() => void ring({ slotId: slot.id })} />
      </View>
      {said}
      {delivery.refused && (
        <Notice kind="waiting">{refusalWords(delivery.refused.code, words.refused)}</Notice>
      )}
      {isUnwell && !isOpen && !isMeasuring && (
        <Notice kind="waiting">
          {words.unwellNext}
          <Link label={words.fill} onTap={() => setMeasuring(true)} />
        </Notice>
      )}
      {isMeasuring && <TakeReading residentId={of.residentId} onDone={() => setMeasuring(false)} />}
      {isOpen && <Log onLog={log} onCancel={() => onOpen(false)} />}
      {!isOpen && slot.actions.includes('visit') && isOwed && (
        <Button kind="tint" label={words.log} onTap={() => onOpen(true)} />
      )}
    </Card>
  );
}

function Sent({ of: { state, at } }: { of: Delivery<SlotView> }) {
  const words = useVisitsWords();
  if (state === 'sending') return <Chip kind="info" label={words.sending} />;
  if (state === 'kept') return <Chip kind="warn" label={words.kept} />;
  if (state !== 'sent' || !at) return null;
  return <Chip kind="ok" label={words.sent(inBeijing(at).format('HH:mm'))} />;
}

interface Logged {
  means: string;
  result: string;
  needs: string[];
}

/** How, how they are, and what they need; nothing is chosen beforehand. */
function Log({ onLog, onCancel }: { onLog(told: Logged): void; onCancel(): void }) {
  const words = useVisitsWords();
  const [told, setTold] = useState<Logged>({ means: '', result: '', needs: [] });
  const { needs } = told;
  const isWhole = told.means !== '' && told.result !== '';
  const isReached = told.result === 'well' || told.result === 'unwell';
  const toggle = (need: string) =>
    setTold({
      ...told,
      needs: needs.includes(need) ? needs.filter((one) => one !== need) : [...needs, need],
    });
  const options = (codes: readonly string[], named: Record<string, string>) =>
    codes.map((value) => ({ value, label: named[value] ?? value }));
  return (
    <>
      <Cells
        label={words.how}
        value={told.means}
        onChange={(means) => setTold({ ...told, means })}
        options={options(visitMeans, words.means)}
      />
      <Cells
        label={words.what}
        value={told.result}
        onChange={(result) => setTold({ ...told, result })}
        options={options(visitResults, words.results)}
      />
      {isReached && (
        <Cells
          label={words.needs}
          value={needs}
          onChange={toggle}
          options={options(visitNeeds, words.needWords)}
        />
      )}
      {told.result === 'unwell' && <Notice kind="waiting">{words.unwellNext}</Notice>}
      <Button kind="plain" label={words.cancel} onTap={onCancel} />
      <Button label={words.save} off={!isWhole} onTap={() => isWhole && onLog(told)} />
    </>
  );
}
