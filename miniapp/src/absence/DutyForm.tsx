import type { DutyHours, DutyView } from '@shared/grids/absenceContract';
import { View } from '@tarojs/components';
import { Button, Card, Cells, Chip, Heading, Notice, Select } from '@/parts';
import { usePlainWords } from '@/words';
import { useDutyHours } from './useDutyHours';
import { useAbsenceWords } from './words';

const hours = Array.from({ length: 24 }, (_, n) => `${String(n).padStart(2, '0')}:00`).map((value) => ({
  value,
  label: value,
}));
const usual: DutyHours = { days: [1, 2, 3, 4, 5], from: '08:00', until: '18:00' };

/** When the caller is called for urgent things; always, unless told otherwise. */
export function DutyForm({ own }: { own: DutyView }) {
  const words = useAbsenceWords();
  const plain = usePlainWords();
  const { span, change, save, state } = useDutyHours(own);
  return (
    <Card>
      <Heading level={2}>{words.duty}</Heading>
      <View className="field under">{words.dutyHelp}</View>
      <Cells
        halves
        label={words.duty}
        value={span ? 'some' : 'always'}
        options={[
          { value: 'always', label: words.always },
          { value: 'some', label: words.someHours },
        ]}
        onChange={(value) => change(value === 'always' ? null : usual)}
      />
      {span && <Hours of={span} onChange={change} />}
      {state === 'failed' && <Notice>{plain.failed}</Notice>}
      {state === 'saved' ? (
        <Chip kind="ok" label={words.savedDuty} />
      ) : (
        <Button kind="tint" label={words.saveDuty} onTap={() => void save()} />
      )}
    </Card>
  );
}

/** On which days, and from when until when; without a day it is always. */
function Hours({ of, onChange }: { of: DutyHours; onChange(hours: DutyHours | null): void }) {
  const words = useAbsenceWords();
  const toggle = (day: number) => {
    const days = of.days.includes(day) ? of.days.filter((one) => one !== day) : [...of.days, day].sort();
    onChange(days.length ? { ...of, days } : null);
  };
  return (
    <>
      <Cells
        label={words.days}
        value={of.days.map(String)}
        options={words.weekdays.map((label, i) => ({ value: String(i + 1), label }))}
        onChange={(value) => toggle(Number(value))}
      />
      <Select
        label={words.dutyFrom}
        value={of.from}
        options={hours}
        onChange={(from) => from && onChange({ ...of, from })}
      />
      <Select
        label={words.dutyUntil}
        value={of.until}
        options={hours}
        onChange={(until) => until && onChange({ ...of, until })}
      />
    </>
  );
}
