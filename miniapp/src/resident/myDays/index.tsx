import type { ObservationView } from '@shared/observation/contract';
import type { SlotView } from '@shared/schedules/contract';
import { dayOf } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '@/client/clock';
import { useObservations, useSlots } from '@/client/queries';
import { useSettings } from '@/client/settings';
import { useEntry } from '@/client/useEntry';
import { Async, Card, Cells, Page, State, spoken } from '@/parts';
import { useReturnWords } from '@/returns/words';
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
  const language = useSettings((settings) => settings.language);
  const slots = useSlots(observation.id);
  const { daysLeft, firstDay, lastDay, policy, endsAt } = observation;
  const isOver = now() >= new Date(endsAt);
  return (
    <>
      <Card>
        <View className="head">{isOver ? words.over : words.left(daysLeft)}</View>
        <View className="help">{words.period(firstDay, lastDay, policy.edition[language])}</View>
      </Card>
      <Async query={slots}>
        <Days slots={slots.data?.items ?? []} />
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

function Days({ slots }: { slots: SlotView[] }) {
  const words = useResidentWords();
  const today = dayOf(now());
  const days = new Map<string, SlotView[]>();
  for (const slot of slots) days.set(slot.day, [...(days.get(slot.day) ?? []), slot]);
  return (
    <View className="days">
      {[...days].map(([day, owed]) => (
        <View
          key={day}
          className={`day ${day === today ? 'today' : day > today ? 'ahead' : ''}`}
          {...spoken({
            role: 'img',
            label: words.dayOf(day, owed.map(({ state }) => words.marks[state]).join('，')),
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
