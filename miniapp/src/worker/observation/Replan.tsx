import { policies } from '@shared/observation/policies';
import { addDays, dayOf } from '@shared/time';
import { View } from '@tarojs/components';
import { now } from '@/client/clock';
import { useObservationWords } from '@/observation/words';
import { Button, Card, Cells, Line, Notice, Select, TextField } from '@/parts';
import { DayField } from '@/residents/change/DayField';
import { useDayText, usePlainWords, useWords } from '@/words';
import type { ActProps } from './acts';
import { type Preview, useReplanning } from './useReplanning';

const longestDays = 60;

/** Another last day or another policy: every changed date is shown before it is written. */
export function Replan({ of, onDone, onBack }: ActProps) {
  const words = useObservationWords();
  const plain = usePlainWords();
  const { asked, asks, preview, next, isReady, isSending, refusal, faultOf } = useReplanning({ of, onDone });
  return (
    <Card>
      {refusal && <Notice>{refusal}</Notice>}
      <Cells
        halves
        label={words.how}
        value={asked.how}
        onChange={(how) => asks({ how })}
        options={[
          { value: 'lastDay', label: words.byDay },
          { value: 'policy', label: words.byPolicy },
        ]}
      />
      {asked.how === 'lastDay' ? (
        <DayField
          label={words.newDay}
          value={asked.lastDay}
          onChange={(lastDay) => asks({ lastDay })}
          from={dayOf(now())}
          until={addDays(of.firstDay, longestDays - 1)}
          fault={faultOf('change.lastDay')}
        />
      ) : (
        <Policies value={asked.policy} onChange={(policy) => asks({ policy })} />
      )}
      <TextField label={words.whyText} value="" max={200} onChange={(reason) => asks({ reason })} />
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
