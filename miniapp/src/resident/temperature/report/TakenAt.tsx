import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now, serverTime } from '@/client/clock';
import { useClock } from '@/client/useClock';
import { Card, Cells, Link, TimeField } from '@/parts';
import { useClockText, useMomentText } from '@/words';
import { useReportWords } from '../words';
import type { StepProps } from './stepProps';

const format = 'YYYY-MM-DDTHH:mm';

/** When it was measured: just now, unless somebody says otherwise; of a window that is over it is asked for. */
export function TakenAt({ person, fault, onChange }: StepProps) {
  const words = useReportWords();
  const clockText = useClockText();
  const [isAsked, setAsked] = useState(person.takenAt !== '');
  const { closed, takenAt } = person;
  // Whoever says when it was measured says it now: no time is later than the moment it was entered.
  const change = (takenAt: string) =>
    onChange(({ confirmed }) => ({
      takenAt,
      enteredAt: new Date().toISOString(),
      confirmed: confirmed.filter((one) => one !== 'old'),
    }));
  const isOpen = isAsked || closed !== null || takenAt !== '';
  if (!isOpen) {
    return (
      <View className="row between">
        <Entered person={person} />
        <Link
          label={words.takenChange}
          onTap={() => {
            change(inBeijing(now()).format(format));
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
        onChange={change}
        fault={fault('takenAt')}
      />
      {closed && isOutside(takenAt, closed) && <View className="under">{words.outside}</View>}
      <Old person={person} fault={fault} onChange={onChange} />
    </Card>
  );
}

const justNowMs = 5 * 60_000;

/** Of a draft that was typed a while ago its time is said: what would be sent as “just now” was not now. */
function Entered({ person: { celsius, enteredAt } }: Pick<StepProps, 'person'>) {
  const words = useReportWords();
  const momentText = useMomentText();
  const at = useClock();
  const entered = serverTime(Date.parse(enteredAt));
  const isEarlier = celsius !== '' && at.getTime() - entered.getTime() > justNowMs;
  return (
    <View className="under">
      {isEarlier ? words.takenThen(momentText(entered.toISOString())) : words.takenNow}
    </View>
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
