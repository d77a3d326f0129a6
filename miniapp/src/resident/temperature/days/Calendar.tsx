import type { ObservationView } from '@shared/observation/contract';
import type { SlotView } from '@shared/schedules/contract';
import { addDays, dayOf, daysBetween } from '@shared/time';
import { View } from '@tarojs/components';
import { now } from '@/client/clock';
import { spoken } from '@/parts';
import { usePlainWords } from '@/words';
import { useDaysWords } from './words';

const states = ['done', 'late', 'missed', 'open', 'excused'] as const;

/** The days of a period, each with what is owed on it; every state has its shape. */
export function Calendar({ observation, slots }: { observation: ObservationView; slots: SlotView[] }) {
  const words = useDaysWords();
  const { list } = usePlainWords();
  const today = dayOf(now());
  const { firstDay, lastDay } = observation;
  // Every day of the period, also one on which nothing is owed any more.
  const all = Array.from({ length: daysBetween(firstDay, lastDay) + 1 }, (_, i) => addDays(firstDay, i));
  const days = all.map((day) => [day, slots.filter((slot) => slot.day === day)] as const);
  return (
    <>
      <View className="days">
        {days.map(([day, owed]) => (
          <View
            key={day}
            className={`day ${day === today ? 'today' : day > today ? 'ahead' : ''}`}
            {...spoken({
              role: 'img',
              label: words.dayOf(day, list(owed.map(({ state }) => words.marks[state]))),
            })}
          >
            <View>{day.endsWith('-01') ? words.firstOf(day) : Number(day.slice(8))}</View>
            <View className="marks">
              {owed.map(({ id, state }) => (
                <View key={id} className={`mark-${state}`} />
              ))}
            </View>
          </View>
        ))}
      </View>
      <View className="legend help">
        {states.map((state) => (
          <View key={state} className="entry">
            <View className={`mark-${state}`} />
            {words.marks[state]}
          </View>
        ))}
      </View>
    </>
  );
}
