import type { SlotView } from '@shared/schedules/contract';
import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { goHome, open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useReturns } from '@/client/queries';
import { useExtraReading } from '@/client/queries/readings';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Heading, Line, Link, Page, State } from '@/parts';
import { TellMe } from '@/telling/TellMe';
import { useMomentText, usePlainWords } from '@/words';
import { useOwedNow } from '../../owed';
import { type People, usePeople } from '../../people';
import { ReadingChip } from '../../ReadingChip';
import { useOneSlot } from '../useOneSlot';
import { useDoneWords } from './words';

/** What has arrived: when, of whom, who reads it, and when the next is owed; a mistake is corrected from here. */
export default function Reported() {
  useEntry();
  const words = useDoneWords();
  const { residentId = '', readingId = '' } = useRouter().params;
  return (
    <Page title={words.title} foot={<Button label={words.understood} onTap={goHome} />}>
      {readingId ? <One residentId={residentId} readingId={readingId} /> : <OfWindow />}
    </Page>
  );
}

/** Everybody of one window: of the one that a slot of it is told of, else of the last. */
function OfWindow() {
  const words = useDoneWords();
  const people = usePeople();
  const { id = '' } = useRouter().params;
  const { query: owed, slots: latest } = useOwedNow();
  const { slot: of, query } = useOneSlot(id);
  const isBeside = ({ day, window }: SlotView) => day === of?.day && window === of.window;
  // One of the days before stands alone.
  const beside = owed.data?.filter(isBeside) ?? [];
  const slots = id ? (beside.length || !of ? beside : [of]) : latest;
  const readings = slots.flatMap((slot) => slot.readings);
  const times = readings.map(({ receivedAt }) => receivedAt).sort();
  const last = times[times.length - 1];
  return (
    <Async query={query} empty={!last && <State icon="clock" words={words.none} />}>
      {last && (
        <Received at={last} people={people}>
          {slots.map((slot) => (
            <Person key={slot.id} slot={slot} people={people} />
          ))}
          <View className="row wrap">
            {slots.map((slot) => (
              <Correct key={slot.id} slot={slot} people={people} isAlone={slots.length === 1} />
            ))}
          </View>
        </Received>
      )}
    </Async>
  );
}

/** One that belongs to no window. */
function One({ residentId, readingId }: { residentId: string; readingId: string }) {
  const words = useDoneWords();
  const people = usePeople();
  const query = useExtraReading(residentId, readingId);
  const reading = query.data;
  const correct = (id: string) => open(pages.report, { residentId, readingId: id, occasion: 'extra' });
  return (
    <Async query={query} empty={!reading && <State icon="clock" words={words.none} />}>
      {reading && (
        <Received at={reading.receivedAt} people={people}>
          <Line
            label={nameIn(people, residentId, words)}
            value={<ReadingChip state="done" reading={reading} />}
          />
          <Link label={words.correct} onTap={() => correct(reading.id)} />
        </Received>
      )}
    </Async>
  );
}

function Received({ at, people, children }: { at: string; people: People; children: ReactNode }) {
  const words = useDoneWords();
  return (
    <>
      <Heading look="head">{words.head(inBeijing(at).format('HH:mm'))}</Heading>
      <Card>{children}</Card>
      <WhatNext people={people} />
      <TellMe templates={['temperatureDue']} label={words.tellMe} told={words.willTell} />
    </>
  );
}

const nameIn = (people: People, residentId: string, words: { me: string; someone: string }): string =>
  people.isMe(residentId) ? words.me : people.nameOf(residentId) || words.someone;

interface PersonProps {
  slot: SlotView;
  people: People;
}

function Person({ slot, people }: PersonProps) {
  const words = useDoneWords();
  const { residentId, readings, state } = slot;
  const name = nameIn(people, residentId, words);
  const last = readings[readings.length - 1];
  if (!last) return <Line label={name} value={words.notYet} />;
  const isSettled = state === 'done' || state === 'late';
  return (
    <>
      <Line label={name} value={<ReadingChip state={state} reading={last} />} />
      {!isSettled && <View className="help">{words.outside}</View>}
    </>
  );
}

/** A mistake is corrected by a further reading, which says why. */
function Correct({ slot, people, isAlone }: PersonProps & { isAlone: boolean }) {
  const words = useDoneWords();
  const { id, residentId, readings, actions } = slot;
  const last = readings[readings.length - 1];
  if (!last || !actions.includes('report')) return null;
  const name = nameIn(people, residentId, words);
  return (
    <Link
      label={isAlone ? words.correct : words.correctOf(name)}
      onTap={() => open(pages.report, { id, residentId, readingId: last.id })}
    />
  );
}

/** Who reads it, and when the next one is owed. */
function WhatNext({ people: { community } }: { people: People }) {
  const words = useDoneWords();
  const { list, aside } = usePlainWords();
  const momentText = useMomentText();
  const { next } = useOwedNow();
  const [newest] = useReturns().data?.items ?? [];
  const readers = [
    newest ? words.worker + aside(newest.responsible.name) : words.worker,
    ...(community?.health ? [words.health] : []),
  ];
  return (
    <Card>
      <View>{words.readBy(list(readers))}</View>
      <View className="under">{next ? words.next(momentText(next.opensAt)) : words.over}</View>
    </Card>
  );
}
