import type { CurvePoint } from '@shared/temperatures/contract';
import { dayOf, inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { now } from '@/client/clock';
import { goHome, open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useMe, useObservations } from '@/client/queries';
import { useIllness } from '@/client/queries/illness';
import { useCurve } from '@/client/queries/temperatures';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Cells, Chip, Heading, Link, Page, State } from '@/parts';
import { Temperatures } from '../Temperatures';
import { useCheckInWords } from './words';

/** A voluntary temperature a day, by anybody of the household; never overdue. */
export default function CheckIn() {
  useEntry();
  const words = useCheckInWords();
  const me = useMe();
  const observations = useObservations();
  const people = me.data?.household?.people ?? [];
  const [chosen, setChosen] = useState(useRouter().params.residentId ?? '');
  const known = people.find(({ residentId }) => residentId === chosen);
  const whose = (known ?? people.find(({ isMe }) => isMe) ?? people[0])?.residentId ?? '';
  const isObserved = Boolean(
    observations.data?.items.some(({ residentId, state }) => residentId === whose && state === 'open'),
  );
  const label = useRecordLabel(whose);
  const record = () => open(pages.report, { residentId: whose });
  const foot = !whose ? (
    <Button label={words.home} onTap={goHome} />
  ) : isObserved ? (
    <Button label={words.toDays} onTap={() => open(pages.myDays, { residentId: whose })} />
  ) : (
    <Button label={label} onTap={record} />
  );
  return (
    <Page title={words.title} foot={foot}>
      <Async query={me} empty={!whose && <State icon="home" words={words.nobody} />}>
        {people.length > 1 && (
          <Cells
            label={words.who}
            value={whose}
            onChange={setChosen}
            options={people.map(({ residentId, name }) => ({ value: residentId, label: name }))}
          />
        )}
        {whose && (
          <>
            <Card>
              <Days residentId={whose} isObserved={isObserved} />
            </Card>
            <Temperatures key={whose} residentId={whose} />
          </>
        )}
      </Async>
    </Page>
  );
}

/** Today’s last voluntary one that nothing stands in the place of. */
const todays = (points: readonly CurvePoint[] = []): CurvePoint | undefined =>
  [...points]
    .reverse()
    .find(
      ({ occasion, corrected, takenAt }) =>
        occasion === 'checkIn' && !corrected && dayOf(takenAt) === dayOf(now()),
    );

function useRecordLabel(residentId: string): string {
  const words = useCheckInWords();
  return todays(useCurve(residentId).data?.points) ? words.recordAgain : words.record;
}

function Days({ residentId, isObserved }: { residentId: string; isObserved: boolean }) {
  const words = useCheckInWords();
  const curve = useCurve(residentId);
  const { feverCelsius } = useIllness();
  const last = todays(curve.data?.points);
  if (isObserved) return <View>{words.observed}</View>;
  return (
    <>
      <Heading look="head">{words.days(curve.data?.checkInDays ?? 0)}</Heading>
      {last && (
        <View className="row between">
          <Chip
            kind="ok"
            label={words.today(`${last.celsius.toFixed(1)} ℃`, inBeijing(last.takenAt).format('HH:mm'))}
          />
          <Link label={words.correct} onTap={() => open(pages.report, { residentId, readingId: last.id })} />
        </View>
      )}
      <View className="under">{words.help(feverCelsius.toFixed(1))}</View>
    </>
  );
}
