import type { ObservationView } from '@shared/observation/contract';
import type { SlotView } from '@shared/schedules/contract';
import { dayOf } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useObservations, useSlots } from '@/client/queries';
import { useCurve } from '@/client/queries/temperatures';
import { useClock } from '@/client/useClock';
import { useEntry } from '@/client/useEntry';
import { Papers } from '@/observation/Papers';
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
  const all = observations.data?.items ?? [];
  const running = all.filter(({ state }) => state === 'open');
  // What is over can still be looked at, and its papers fetched.
  const offered = running.length ? running : all.filter(({ state }) => state === 'released');
  const [chosen, setChosen] = useState('');
  const observation = offered.find(({ id }) => id === chosen) ?? offered[0];
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
        {offered.length > 1 && (
          <Cells
            label={words.name}
            value={observation?.id ?? ''}
            onChange={setChosen}
            options={offered.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        {observation && (
          <>
            <Period observation={observation} at={at} />
            <Temperatures key={observation.residentId} residentId={observation.residentId} />
            <Async query={slots}>
              <Calendar observation={observation} slots={shown} />
            </Async>
            <OwnPapers observation={observation} />
          </>
        )}
      </Async>
    </Page>
  );
}

function Period({ observation, at }: { observation: ObservationView; at: Date }) {
  const words = useDaysWords();
  const { daysLeft, firstDay, lastDay, endsAt, releasedAt } = observation;
  const isOver = at >= new Date(endsAt);
  return (
    <Card>
      <Heading look="head">
        {releasedAt ? words.released(dayOf(releasedAt)) : isOver ? words.over : words.left(daysLeft)}
      </Heading>
      <View className="help">{words.period(firstDay, lastDay)}</View>
    </Card>
  );
}

/** The record for a hospital, and the notice once it is over; not of an adult who keeps their temperatures to themselves. */
function OwnPapers({ observation }: { observation: ObservationView }) {
  const words = useDaysWords();
  const curve = useCurve(observation.residentId);
  if (!curve.data) return null;
  return (
    <Card>
      <Heading>{words.papers}</Heading>
      <View className="help">{words.papersHelp}</View>
      <Papers key={observation.id} of={observation} isOwn />
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
