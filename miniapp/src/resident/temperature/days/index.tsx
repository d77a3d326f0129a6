import type { ObservationView } from '@shared/observation/contract';
import { isRunning } from '@shared/observation/life';
import type { SlotView } from '@shared/schedules/contract';
import { arrivesWithinHours } from '@shared/schedules/slotState';
import { dayOf, daysBetween } from '@shared/time';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { useMay } from '@/client/acting';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useObservations, useSlots } from '@/client/queries';
import { useCurve } from '@/client/queries/temperatures';
import { useUnsentReadings } from '@/client/unsentReadings';
import { useClock } from '@/client/useClock';
import { useEntry } from '@/client/useEntry';
import { Papers } from '@/observation/Papers';
import { Async, Button, Card, Cells, Heading, Line, Page, State } from '@/parts';
import { useDayText, usePlainWords } from '@/words';
import { asOf, isUnsettled } from '../../owed';
import { useResidentWords } from '../../words';
import { Temperatures } from '../Temperatures';
import { Calendar } from './Calendar';
import { useDaysWords } from './words';

/** The days of an observation, each with what is owed on it, and the temperatures; what was missed is filled in while it may be. */
export default function MyDays() {
  useEntry();
  const { days } = useResidentWords();
  const words = useDaysWords();
  const observations = useObservations();
  const all = observations.data?.items ?? [];
  const { residentId: asked } = useRouter().params;
  const running = all.filter(isRunning);
  // What is over can still be looked at, and its papers fetched.
  const offered = running.length ? running : all.filter(({ state }) => state === 'released');
  const [chosen, setChosen] = useState('');
  const observation =
    offered.find(({ id, residentId }) => (chosen ? id === chosen : residentId === asked)) ?? offered[0];
  const slots = useSlots(observation?.id ?? '');
  const at = useClock();
  const shown = (slots.data?.items ?? []).map((slot) => asOf(slot, at));
  const unsent = useUnsentReadings();
  const missing = shown.filter(
    (slot) => isUnsettled(slot) && slot.mayReport && new Date(slot.opensAt) <= at && !unsent.has(slot.id),
  );
  const owed = missing.find(({ state }) => state === 'open');
  const missed = missing.filter((slot) => slot.state === 'missed' && isStillTaken(slot, at));
  return (
    <Page title={days} foot={owed && <Report slot={owed} />}>
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
            <Period observation={observation} at={at}>
              {!owed && <Extra observation={observation} />}
            </Period>
            {missed.length > 0 && <Missed slots={missed} at={at} />}
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

const hourMs = 3_600_000;
/** Whether what was measured in time would still settle it. */
const isStillTaken = ({ closesAt }: SlotView, at: Date): boolean =>
  at.getTime() - Date.parse(closesAt) <= arrivesWithinHours * hourMs;

interface PeriodProps {
  observation: ObservationView;
  at: Date;
  children: ReactNode;
}

function Period({ observation, at, children }: PeriodProps) {
  const words = useDaysWords();
  const { state, daysLeft, firstDay, lastDay, endsAt, releasedAt } = observation;
  const isOver = at >= new Date(endsAt);
  const goesOn = isOver ? words.over : words.left(daysLeft);
  return (
    <Card>
      <Heading look="head">
        {releasedAt ? words.released(dayOf(releasedAt)) : state === 'referred' ? words.away : goesOn}
      </Heading>
      <View className="help">{words.period(firstDay, lastDay)}</View>
      {children}
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

/** What is owed now, as the one thing to do. */
function Report({ slot: { id, residentId, window } }: { slot: SlotView }) {
  const words = useDaysWords();
  const label = words.report[window] ?? words.report.evening;
  return <Button label={label as string} onTap={() => open(pages.report, { id, residentId })} />;
}

/** Whoever is at home may report once more at any hour; not for an adult who keeps their temperatures to themselves. */
function Extra({ observation: { residentId, state } }: { observation: ObservationView }) {
  const words = useDaysWords();
  const mayReport = useMay('report');
  const curve = useCurve(residentId);
  if (state !== 'open' || !mayReport || !curve.data) return null;
  return (
    <Button
      kind="tint"
      label={words.extra}
      onTap={() => open(pages.report, { residentId, occasion: 'extra' })}
    />
  );
}

/** What was measured and not said can still be said, with the time it was measured; the newest first. */
function Missed({ slots, at }: { slots: SlotView[]; at: Date }) {
  const words = useDaysWords();
  const { days } = usePlainWords();
  const dayText = useDayText();
  return (
    <Card>
      <Heading>{words.missed}</Heading>
      <View className="help">{words.missedHelp}</View>
      {[...slots].reverse().map(({ id, residentId, day, window }) => (
        <Line
          key={id}
          label={words.windowOf(days[daysBetween(dayOf(at), day)] ?? dayText(day), window)}
          value={words.fillIn}
          onTap={() => open(pages.report, { id, residentId })}
        />
      ))}
    </Card>
  );
}
