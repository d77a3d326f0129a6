import { dayOf } from '@shared/time';
import { Picker, View } from '@tarojs/components';
import { now } from '@/client/clock';
import { isBrowser } from '@/client/send';
import { Field, inputClass, useFaulty, type Valued } from '@/parts/fields';
import { useDayText, usePlainWords } from '@/words';

/** A day up to today unless told, `YYYY-MM-DD`. */
export function DayField({
  label,
  value,
  onChange,
  fault,
  from = '1900-01-01',
  until = dayOf(now()),
}: Valued & { from?: string; until?: string }) {
  const { choose } = usePlainWords();
  const dayText = useDayText();
  const { faultId, told } = useFaulty(fault);
  const today = dayOf(now());
  return (
    <Field label={label} fault={fault} faultId={faultId}>
      {isBrowser ? (
        <input
          className={inputClass(fault)}
          aria-label={label}
          {...told}
          type="date"
          min={from}
          max={until}
          defaultValue={value}
          onChange={(e) => onChange(e.target.value)}
        />
      ) : (
        <Picker
          mode="date"
          value={value || today}
          start={from}
          end={until}
          onChange={(e) => onChange(e.detail.value)}
        >
          <View className={inputClass(fault)}>
            {value ? `${value.slice(0, 4)} · ${dayText(value)}` : choose}
          </View>
        </Picker>
      )}
    </Field>
  );
}
