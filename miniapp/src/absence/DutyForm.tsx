import type { DutyHours, DutyView } from '@shared/grids/absenceContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { Button, Card, Cells, Chip, Heading, Notice, Select } from '@/parts';
import { usePlainWords } from '@/words';
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
  const [span, setSpan] = useState<DutyHours | null>(own.hours[0] ?? null);
  const [state, setState] = useState<'' | 'saved' | 'failed'>('');
  const change = (next: DutyHours | null) => {
    setState('');
    setSpan(next);
  };
  const save = async () => {
    try {
      const body = { hours: span ? [span] : [] };
      await call('setDutyHours', { params: { membershipId: own.membershipId }, body });
      touched('absence');
      setState('saved');
    } catch {
      setState('failed');
    }
  };
  const kinds = [
    { value: 'always', label: words.always },
    { value: 'some', label: words.someHours },
  ];
  return (
    <Card>
      <Heading level={2}>{words.duty}</Heading>
      <View className="field under">{words.dutyHelp}</View>
      <Cells
        halves
        label={words.duty}
        value={span ? 'some' : 'always'}
        options={kinds}
        onChange={(value) => change(value === 'always' ? null : usual)}
      />
      {span && (
        <>
          <Cells
            label={words.days}
            value={span.days.map(String)}
            options={words.weekdays.map((label, i) => ({ value: String(i + 1), label }))}
            onChange={(value) => {
              const day = Number(value);
              const days = span.days.includes(day)
                ? span.days.filter((one) => one !== day)
                : [...span.days, day].sort();
              change(days.length ? { ...span, days } : null);
            }}
          />
          <Select
            label={words.dutyFrom}
            value={span.from}
            options={hours}
            onChange={(from) => from && change({ ...span, from })}
          />
          <Select
            label={words.dutyUntil}
            value={span.until}
            options={hours}
            onChange={(until) => until && change({ ...span, until })}
          />
        </>
      )}
      {state === 'failed' && <Notice>{plain.failed}</Notice>}
      {state === 'saved' ? (
        <Chip kind="ok" label={words.savedDuty} />
      ) : (
        <Button kind="tint" label={words.saveDuty} onTap={() => void save()} />
      )}
    </Card>
  );
}
