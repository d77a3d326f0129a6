import type { ObservationView } from '@shared/observation/contract';
import type { SlotView } from '@shared/schedules/contract';
import { dayOf } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useObservations, useSlots } from '@/client/queries';
import { useClock } from '@/client/useClock';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Cells, Heading, Page, State } from '@/parts';
import { asOf, isUnsettled, useUnsentReadings } from '../../owed';
import { useResidentWords } from '../../words';
import { Temperatures } from '../Temperatures';
import { Calendar } from './Calendar';
import { useDaysWords } from './words';

/** The days of an observation, each with what is owed on it, and the temperatures; what is missing today is filled in. */
export default function MyDays() {
  useEntry();
  const { days } = useResidentWords();
  const words = useDaysWords();
  const observations = useObservations();
  const running = observations.data?.items.filter(({ state }) => state === 'open') ?? [];
  const [chosen, setChosen] = useState('');
  const observation = running.find(({ id }) => id === chosen) ?? running[0];
  const slots = useSlots(observation?.id ?? '');
  const at = useClock();
  const shown = (slots.data?.items ?? []).map((slot) => asOf(slot, at));
  const unsent = useUnsentReadings();
  const missing = shown.filter(
    (slot) =>
      slot.day === dayOf(at) && isUnsettled(slot) && slot.actions.includes('report') && !unsent.has(slot.id),
  );
  return (
    <Page title={days} foot={missing.length > 0 && <FillIn slots={missing} />}>
      <Async query={observations} empty={!observation && <State icon="calendar" words={words.noDays} />}>
        {running.length > 1 && (
          <Cells
            label={words.name}
            value={observation?.id ?? ''}
            onChange={setChosen}
            options={running.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        {observation && (
          <>
            <Period observation={observation} at={at} />
            <Temperatures key={observation.residentId} residentId={observation.residentId} />
            <Async query={slots}>
              <Calendar observation={observation} slots={shown} />
            </Async>
          </>
        )}
      </Async>
    </Page>
  );
}

function Period({ observation, at }: { observation: ObservationView; at: Date }) {
  const words = useDaysWords();
  const { daysLeft, firstDay, lastDay, endsAt } = observation;
  return (
    <Card>
      <Heading look="head">{at >= new Date(endsAt) ? words.over : words.left(daysLeft)}</Heading>
      <View className="help">{words.period(firstDay, lastDay)}</View>
    </Card>
  );
}

/** What is owed now comes first; what was missed today can still be said with the time it was measured. */
function FillIn({ slots }: { slots: SlotView[] }) {
  const words = useDaysWords();
  const slot = slots.find(({ state }) => state === 'open') ?? slots[slots.length - 1];
  if (!slot) return null;
  const { id, residentId, window, state } = slot;
  const label = (state === 'open' ? words.report : words.fillIn)[window] ?? words.fillIn.evening;
  return <Button label={label as string} onTap={() => open(pages.report, { id, residentId })} />;
}
