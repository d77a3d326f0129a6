import type { ObservationView } from '@shared/observation/contract';
import type { SlotView } from '@shared/schedules/contract';
import { addDays, dayOf, daysBetween } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '@/client/clock';
import { useObservations, useSlots } from '@/client/queries';
import { useEntry } from '@/client/useEntry';
import { Async, Card, Cells, Heading, Page, State, spoken } from '@/parts';
import { useReturnWords } from '@/returns/words';
import { usePlainWords } from '@/words';
import { useResidentWords } from '../words';

const states = ['done', 'late', 'missed', 'open', 'excused'] as const;

/** The days of an observation, each with what is owed on it. */
export default function MyDays() {
  useEntry();
  const words = useResidentWords();
  const { name } = useReturnWords();
  const observations = useObservations();
  const open = observations.data?.items.filter(({ state }) => state === 'open') ?? [];
  const [chosen, setChosen] = useState('');
  const observation = open.find(({ id }) => id === chosen) ?? open[0];
  return (
    <Page title={words.days}>
      <Async query={observations} empty={!observation && <State icon="calendar" words={words.noDays} />}>
        {open.length > 1 && (
          <Cells
            label={name}
            value={observation?.id ?? ''}
            onChange={setChosen}
            options={open.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        {observation && <Period observation={observation} />}
      </Async>
    </Page>
  );
}

function Period({ observation }: { observation: ObservationView }) {
  const words = useResidentWords();
  const slots = useSlots(observation.id);
  const { daysLeft, firstDay, lastDay, endsAt } = observation;
  const isOver = now() >= new Date(endsAt);
  return (
    <>
      <Card>
        <Heading look="head">{isOver ? words.over : words.left(daysLeft)}</Heading>
        <View className="help">{words.period(firstDay, lastDay)}</View>
      </Card>
      <Async query={slots}>
        <Days observation={observation} slots={slots.data?.items ?? []} />
      </Async>
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

function Days({ observation, slots }: { observation: ObservationView; slots: SlotView[] }) {
  const words = useResidentWords();
  const { list } = usePlainWords();
  const today = dayOf(now());
  const { firstDay, lastDay } = observation;
  // Every day of the period, also one on which nothing is owed any more.
  const all = Array.from({ length: daysBetween(firstDay, lastDay) + 1 }, (_, i) => addDays(firstDay, i));
  const days = all.map((day) => [day, slots.filter((slot) => slot.day === day)] as const);
  return (
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
  );
}
