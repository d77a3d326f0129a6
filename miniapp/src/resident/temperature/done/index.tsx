import type { SlotView } from '@shared/schedules/contract';
import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { goHome, open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useReturns } from '@/client/queries';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Heading, Line, Link, Page, State } from '@/parts';
import { useMomentText, usePlainWords } from '@/words';
import { useOwedNow } from '../../owed';
import { type People, usePeople } from '../../people';
import { ReadingChip } from '../../ReadingChip';
import { TellMe } from '../../TellMe';
import { useDoneWords } from './words';

/** What has arrived: when, of whom, who reads it, and when the next is owed; a mistake is corrected from here. */
export default function Reported() {
  useEntry();
  const words = useDoneWords();
  const people = usePeople();
  const { id } = useRouter().params;
  const { query, slots: latest } = useOwedNow();
  const of = query.data?.find((slot) => slot.id === id);
  const slots = of
    ? (query.data ?? []).filter(({ day, window }) => day === of.day && window === of.window)
    : latest;
  const readings = slots.flatMap((slot) => slot.readings);
  const times = readings.map(({ receivedAt }) => receivedAt).sort();
  const last = times[times.length - 1];
  return (
    <Page title={words.title} foot={<Button label={words.understood} onTap={goHome} />}>
      <Async query={query} empty={!last && <State icon="clock" words={words.none} />}>
        {last && (
          <>
            <Heading look="head">{words.head(inBeijing(last).format('HH:mm'))}</Heading>
            <Card>
              {slots.map((slot) => (
                <Person key={slot.id} slot={slot} people={people} />
              ))}
              <View className="row wrap">
                {slots.map((slot) => (
                  <Correct key={slot.id} slot={slot} people={people} isAlone={slots.length === 1} />
                ))}
              </View>
            </Card>
            <WhatNext people={people} />
            <TellMe template="temperatureDue" label={words.tellMe} told={words.willTell} />
          </>
        )}
      </Async>
    </Page>
  );
}

interface PersonProps {
  slot: SlotView;
  people: People;
}

function Person({ slot, people }: PersonProps) {
  const words = useDoneWords();
  const { residentId, readings, state } = slot;
  const name = people.isMe(residentId) ? words.me : people.nameOf(residentId) || words.someone;
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
  const name = people.isMe(residentId) ? words.me : people.nameOf(residentId);
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
