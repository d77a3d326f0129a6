import { addDays, dayOf, daysBetween } from '@shared/time';
import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '@/client/clock';
import { isBrowser } from '@/client/send';
import { useDayText, usePlainWords } from '@/words';
import { Field, inputClass, useFaulty, type Valued } from './fields';
import { Icon } from './Icon';
import { spoken } from './spoken';
import { Tap } from './Tap';

interface TimeFieldProps extends Valued {
  /** What the day and the time are called where they stand alone. */
  dayLabel: string;
  timeLabel: string;
  /** Also the days to come, as far as 48 hours reach. */
  isAheadAllowed?: boolean;
  /** Any day to come as well, by its date. */
  isFarAllowed?: boolean;
}

const recent = [0, -1, -2];
const ahead = [1, 2];

/** A Beijing day and time as `YYYY-MM-DDTHH:mm`; what is not chosen yet is missing on its side of the T. */
export function TimeField(props: TimeFieldProps) {
  const { label, timeLabel, value, onChange, fault } = props;
  const [day = '', time = ''] = value.split('T');
  const { faultId, explained, told } = useFaulty(fault);
  const change = (day: string, time: string) => onChange(day || time ? `${day}T${time}` : '');
  return (
    <Field label={label} fault={fault} faultId={faultId}>
      <View {...spoken({ role: 'group', label })} {...explained}>
        <DayCells {...props} day={day} told={told} onDay={(day) => change(day, time)} />
        <View className="label inner">{timeLabel}</View>
        <ClockInput {...props} time={time} told={told} onTime={(time) => change(day, time)} />
      </View>
    </Field>
  );
}

type Told = ReturnType<typeof useFaulty>['told'];

interface DayProps extends TimeFieldProps {
  day: string;
  told: Told;
  onDay(day: string): void;
}

/** The days that are likely, by the clock of the server and not of the phone; any other by its date. */
function DayCells({ isAheadAllowed, isFarAllowed, dayLabel, fault, day, told, onDay }: DayProps) {
  const words = usePlainWords();
  const dayText = useDayText();
  const today = dayOf(now());
  const offered = isAheadAllowed ? [...recent, ...ahead] : recent;
  const isOffered = day !== '' && offered.includes(daysBetween(today, day));
  const [isAsked, setAsked] = useState(false);
  const isEarlier = isAsked || (day !== '' && !isOffered);
  const choose = (offset: number) => {
    setAsked(false);
    onDay(addDays(today, offset));
  };
  const askEarlier = () => {
    setAsked(true);
    onDay('');
  };
  const earlier = isEarlier && day ? dayText(day) : isFarAllowed ? words.otherDay : words.earlier;
  const last = isFarAllowed ? addDays(today, 365) : today;
  return (
    <>
      <View className="cells">
        {offered.map((offset) => {
          const isOn = !isEarlier && day === addDays(today, offset);
          return (
            <Tap key={offset} className={isOn ? 'cell on' : 'cell'} isOn={isOn} onTap={() => choose(offset)}>
              {isOn && <Icon name="done" size="small" />}
              {words.days[offset]}
            </Tap>
          );
        })}
        {isBrowser ? (
          <Tap className={isEarlier ? 'cell on' : 'cell'} isOn={isEarlier} onTap={askEarlier}>
            {isFarAllowed ? words.otherDay : words.earlier}
          </Tap>
        ) : (
          <Picker mode="date" value={day || today} end={last} onChange={(e) => onDay(e.detail.value)}>
            <View
              className={isEarlier ? 'tap cell on' : 'tap cell'}
              {...spoken({ role: 'button', label: `${dayLabel} ${earlier}`, isOn: isEarlier })}
            >
              {earlier}
            </View>
          </Picker>
        )}
      </View>
      {isBrowser && isEarlier && (
        <input
          className={`${inputClass(fault)} after`}
          aria-label={dayLabel}
          {...told}
          type="date"
          max={last}
          defaultValue={day}
          onChange={(e) => onDay(e.target.value)}
        />
      )}
    </>
  );
}

interface ClockProps extends TimeFieldProps {
  time: string;
  told: Told;
  onTime(time: string): void;
}

const ClockInput = ({ timeLabel, fault, time, told, onTime }: ClockProps) => {
  const { choose } = usePlainWords();
  if (isBrowser) {
    return (
      <input
        className={inputClass(fault)}
        aria-label={timeLabel}
        {...told}
        type="time"
        defaultValue={time}
        onChange={(e) => onTime(e.target.value)}
      />
    );
  }
  return (
    <Picker mode="time" value={time} onChange={(e) => onTime(e.detail.value)}>
      <View className={inputClass(fault)} {...spoken({ label: `${timeLabel} ${time}` })}>
        {time || choose}
      </View>
    </Picker>
  );
};
