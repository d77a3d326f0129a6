import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now, serverTime } from '@/client/clock';
import { useClock } from '@/client/useClock';
import { Card, Link } from '@/parts';
import { MeasuredAt } from '@/readings/MeasuredAt';
import { useMomentText } from '@/words';
import { useReportWords } from '../words';
import type { StepProps } from './stepProps';

const format = 'YYYY-MM-DDTHH:mm';
const withoutOld = (confirmed: StepProps['person']['confirmed']) => confirmed.filter((one) => one !== 'old');

/** When it was measured: just now, unless somebody says otherwise; of a window that is over it is asked for. */
export function TakenAt({ person, fault, onChange }: StepProps) {
  const words = useReportWords();
  const [isAsked, setAsked] = useState(person.takenAt !== '');
  const { closed, takenAt, confirmed } = person;
  // Whoever says when it was measured says it now: no time is later than the moment it was entered.
  const change = (takenAt: string) =>
    onChange(({ confirmed }) => ({
      takenAt,
      enteredAt: new Date().toISOString(),
      confirmed: withoutOld(confirmed),
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
      <MeasuredAt
        {...{ takenAt, closed }}
        onChange={change}
        told={words.closed}
        fault={fault('takenAt')}
        isOld={confirmed.includes('old')}
        onOld={(isOld) =>
          onChange((before) => ({
            confirmed: [...withoutOld(before.confirmed), ...(isOld ? ['old' as const] : [])],
          }))
        }
      />
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
