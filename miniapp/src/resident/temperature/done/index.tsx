import type { SlotView } from '@shared/schedules/contract';
import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { goHome, open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useReturns } from '@/client/queries';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Chip, Heading, Line, Link, Page, State } from '@/parts';
import { useMomentText, usePlainWords } from '@/words';
import { useOwedNow } from '../../owed';
import { type People, usePeople } from '../../people';
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
            </Card>
            <WhatNext people={people} />
            <TellMe template="temperatureDue" label={words.tellMe} told={words.willTell} />
          </>
        )}
      </Async>
    </Page>
  );
}

function Person({ slot, people }: { slot: SlotView; people: People }) {
  const words = useDoneWords();
  const { id, residentId, readings, state, actions } = slot;
  const name = people.isMe(residentId) ? words.me : people.nameOf(residentId) || words.someone;
  const last = readings[readings.length - 1];
  if (!last) return <Line label={name} value={words.notYet} />;
  const isSettled = state === 'done' || state === 'late';
  const text = `${last.celsius.toFixed(1)} ℃ ${inBeijing(last.takenAt).format('HH:mm')}`;
  const correct = () => open(pages.report, { id, residentId, readingId: last.id });
  return (
    <>
      <Line
        label={name}
        value={
          <View className="row">
            <Chip kind={state === 'done' ? 'ok' : 'warn'} label={text} />
            {actions.includes('report') && <Link label={words.correct} onTap={correct} />}
          </View>
        }
      />
      {!isSettled && <View className="help">{words.outside}</View>}
    </>
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
