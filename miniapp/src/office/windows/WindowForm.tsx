import { rungAt } from '@shared/ladder';
import { type DailyKind, slotKindOf } from '@shared/schedules/kinds';
import { planSlots, type Window } from '@shared/schedules/windows';
import { dayOf, inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { now } from '@/client/clock';
import { Card, Heading, Line, Select } from '@/parts';
import { useWindowsWords } from './words';

const halves = Array.from(
  { length: 48 },
  (_, n) => `${String(Math.floor(n / 2)).padStart(2, '0')}:${n % 2 ? '30' : '00'}`,
);
const fields = ['opens', 'due', 'closes'] as const;

interface WindowFormProps {
  kind: DailyKind;
  window: Window;
  /** Nothing is wrong with it: what it means can be said. */
  isRight: boolean;
  faultOf(field: string): string | undefined;
  onChange(changes: Partial<Window>): void;
}

/** One window of a day: its three times, and what they mean for whoever has to do it and whoever asks after it. */
export function WindowForm({ kind, window, isRight, faultOf, onChange }: WindowFormProps) {
  const words = useWindowsWords();
  const { opens, due, closes } = window;
  return (
    <Card>
      <Heading>{words.names[window.name]}</Heading>
      {fields.map((field) => (
        <Select
          key={field}
          label={words[field]}
          value={window[field]}
          fault={faultOf(field)}
          onChange={(time) => time && onChange({ [field]: time })}
          options={[...new Set([...halves, window[field]])]
            .sort()
            .map((time) => ({ value: time, label: time }))}
        />
      ))}
      {isRight && (
        <>
          <View className="under">{words.means(opens, due, closes)}</View>
          <View className="label inner">{words.ifNot}</View>
          <Ladder kind={kind} window={window} />
        </>
      )}
    </Card>
  );
}

/** Who hears when of what is not done: the ladder of the kind, by the clock. At night a rung waits until the morning. */
function Ladder({ kind, window }: Pick<WindowFormProps, 'kind' | 'window'>) {
  const words = useWindowsWords();
  const today = dayOf(now());
  const [slot] = planSlots({ firstDay: today, days: 1, timesADay: 1 }, new Date(0), [window]);
  if (!slot) return null;
  const ladder = slotKindOf(kind).ladder(slot);
  return (
    <>
      {ladder.map(({ name }, i) => {
        const at = rungAt(ladder, slot.dueAt, i);
        const clock = at && inBeijing(at).format('HH:mm');
        return (
          at && (
            <Line
              key={name}
              label={words.rungs[`${kind}.${name}` as keyof typeof words.rungs]}
              value={dayOf(at) === today ? clock : words.nextDay(clock ?? '')}
            />
          )
        );
      })}
    </>
  );
}
