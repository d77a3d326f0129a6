import type { ReplyOf } from '@shared/contract';
import { policies } from '@shared/observation/policies';
import type { replanObservation } from '@shared/observation/replanContract';
import { addDays, dayOf } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { now } from '@/client/clock';
import { useAct } from '@/observation/useAct';
import { useObservationWords } from '@/observation/words';
import { Button, Card, Cells, Line, Notice, Select, TextField } from '@/parts';
import { DayField } from '@/residents/change/DayField';
import { useDayText, usePlainWords, useWords } from '@/words';
import type { ActProps } from './acts';

type Preview = Pick<ReplyOf<typeof replanObservation>, 'dates' | 'slots'>;
const longestDays = 60;

/** Another last day or another policy: every changed date is shown before it is written. */
export function Replan({ of, onDone, onBack }: ActProps) {
  const words = useObservationWords();
  const plain = usePlainWords();
  const { act, isSending, refusal, faultOf } = useAct();
  const [how, setHow] = useState('lastDay');
  const [lastDay, setLastDay] = useState('');
  const [policy, setPolicy] = useState('');
  const [reason, setReason] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const picked = policies.find(({ id }) => id === policy);
  const change =
    how === 'lastDay'
      ? lastDay && { lastDay }
      : picked && { policy: { id: picked.id, version: picked.version } };
  const isReady = Boolean(change && reason.trim());
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setPreview(null);
    };
  const send = (isPreview: boolean) =>
    act(async () => {
      if (!change) return null;
      const body = { seenVersion: of.version, change, reason: reason.trim(), preview: isPreview };
      const reply = await call('replanObservation', { params: { id: of.id }, body });
      setPreview(reply);
      return reply;
    });
  const next = async () => {
    if (!isReady) return;
    if (!preview) return void (await send(true));
    const done = await send(false);
    if (done) onDone(words.replanned + words.toldHome(done.observation.isToldAtHome ?? false));
  };
  return (
    <Card>
      {refusal && <Notice>{refusal}</Notice>}
      <Cells
        halves
        label={words.how}
        value={how}
        onChange={changed(setHow)}
        options={[
          { value: 'lastDay', label: words.byDay },
          { value: 'policy', label: words.byPolicy },
        ]}
      />
      {how === 'lastDay' ? (
        <DayField
          label={words.newDay}
          value={lastDay}
          onChange={changed(setLastDay)}
          from={dayOf(now())}
          until={addDays(of.firstDay, longestDays - 1)}
          fault={faultOf('change.lastDay')}
        />
      ) : (
        <Policies value={policy} onChange={changed(setPolicy)} />
      )}
      <TextField label={words.whyText} value="" max={200} onChange={changed(setReason)} />
      {preview && <Changes of={preview} />}
      <Button
        label={isSending ? plain.sending : preview ? words.replanYes : words.preview}
        off={!isReady || isSending}
        onTap={() => void next()}
      />
      <Button kind="plain" label={words.cancel} onTap={onBack} />
    </Card>
  );
}

function Policies({ value, onChange }: { value: string; onChange(value: string): void }) {
  const words = useObservationWords();
  const names = useWords({
    zh: policies.map(({ edition }) => edition.zh),
    en: policies.map(({ edition }) => edition.en),
  });
  const options = policies.map(({ id }, i) => ({ value: id, label: names[i] ?? id }));
  return <Select label={words.newPolicy} value={value} onChange={onChange} options={options} />;
}

/** Every date before and after, and how many slots come and go. */
function Changes({ of: { dates, slots } }: { of: Preview }) {
  const words = useObservationWords();
  const dayText = useDayText();
  const say = (day: string | null) => (day ? dayText(day) : words.none);
  return (
    <>
      {dates.length === 0 && <View className="under">{words.same}</View>}
      {dates.map(({ code, n, from, to }) => (
        <Line key={`${code} ${n}`} label={words.dates[code](n)} value={words.to(say(from), say(to))} />
      ))}
      <View className="under">{words.slots(slots.opened + slots.reopened, slots.excused)}</View>
    </>
  );
}
