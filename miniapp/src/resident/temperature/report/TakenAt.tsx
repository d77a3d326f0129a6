import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '@/client/clock';
import { Card, Cells, Link, TimeField } from '@/parts';
import { useClockText } from '@/words';
import { useReportWords } from '../words';
import type { StepProps } from './stepProps';

const format = 'YYYY-MM-DDTHH:mm';

/** When it was measured: just now, unless somebody says otherwise; of a window that is over it is asked for. */
export function TakenAt({ person, fault, onChange }: StepProps) {
  const words = useReportWords();
  const clockText = useClockText();
  const [isAsked, setAsked] = useState(person.takenAt !== '');
  const { closed, takenAt } = person;
  const isOpen = isAsked || closed !== null || takenAt !== '';
  if (!isOpen) {
    return (
      <View className="row between">
        <View className="under">{words.takenNow}</View>
        <Link
          label={words.takenChange}
          onTap={() => {
            onChange(() => ({ takenAt: inBeijing(now()).format(format) }));
            setAsked(true);
          }}
        />
      </View>
    );
  }
  return (
    <Card>
      {closed && (
        <View className="under">{words.closed(clockText(closed.opensAt), clockText(closed.closesAt))}</View>
      )}
      <TimeField
        label={words.takenAt}
        dayLabel={words.takenDay}
        timeLabel={words.takenTime}
        value={takenAt}
        onChange={(takenAt) =>
          onChange(({ confirmed }) => ({ takenAt, confirmed: confirmed.filter((one) => one !== 'old') }))
        }
        fault={fault('takenAt')}
      />
      {closed && isOutside(takenAt, closed) && <View className="under">{words.outside}</View>}
      <Old person={person} fault={fault} onChange={onChange} />
    </Card>
  );
}

function isOutside(takenAt: string, { opensAt, closesAt }: { opensAt: string; closesAt: string }): boolean {
  const at = Date.parse(`${takenAt}:00+08:00`);
  return at < Date.parse(opensAt) || at > Date.parse(closesAt);
}

const oldMs = 12 * 3_600_000;

/** Long ago: asked once more. */
function Old({ person: { takenAt, confirmed }, onChange }: StepProps) {
  const words = useReportWords();
  const age = now().getTime() - Date.parse(`${takenAt}:00+08:00`);
  if (!(age > oldMs)) return null;
  const isOn = confirmed.includes('old');
  return (
    <Cells
      label={words.old}
      whole
      value={isOn ? 'yes' : ''}
      onChange={() =>
        onChange(({ confirmed }) => ({
          confirmed: isOn ? confirmed.filter((one) => one !== 'old') : [...confirmed, 'old'],
        }))
      }
      options={[{ value: 'yes', label: words.isOld }]}
    />
  );
}
