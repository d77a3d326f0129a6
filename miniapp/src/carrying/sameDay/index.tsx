import { addDays, dayOf, inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now, serverTime } from '@/client/clock';
import { type SameDay, useSameDay } from '@/client/queries/sameDay';
import { useClock } from '@/client/useClock';
import { useEntry } from '@/client/useEntry';
import { Async, Card, Cells, Chip, Heading, Line, Link, Page, State } from '@/parts';
import { useKindWord } from '@/requests/errands/words';
import { usePlainWords } from '@/words';
import { useDayWord } from '@/words/dayWord';
import { useWatermark } from '@/worklist/useWatermark';
import { Figures } from './Figures';
import { LateOnes } from './LateOnes';
import { narrowed, type Only } from './narrowed';
import { useSameDayWords } from './words';

/** What was ordered in time, and how far it has come: what will not make it first, then the figures, by kind and by grid. */
export default function SameDayPage() {
  const isReady = useEntry();
  const words = useSameDayWords();
  const watermark = useWatermark();
  const dayWord = useDayWord();
  const today = dayOf(useClock());
  // Whoever looks on after midnight still looks at the day that was chosen by its word.
  const [isYesterday, setYesterday] = useState(false);
  const date = isYesterday ? addDays(today, -1) : today;
  const asked = useSameDay(isReady ? date : '');
  return (
    <Page isWide title={words.title} watermark={watermark}>
      <Card>
        <Cells
          label={words.whichDay}
          halves
          value={date}
          onChange={(chosen) => setYesterday(chosen !== today)}
          options={[addDays(today, -1), today].map((day) => ({ value: day, label: dayWord(day) }))}
        />
      </Card>
      <Async
        query={asked}
        empty={asked.data?.total.placed === 0 && <State icon="done" words={words.none(dayWord(date))} />}
      >
        {asked.data && (
          <Day key={date} day={asked.data} at={inBeijing(serverTime(asked.dataUpdatedAt)).format('HH:mm')} />
        )}
      </Async>
    </Page>
  );
}

function Day({ day, at }: { day: SameDay; at: string }) {
  const words = useSameDayWords();
  const { comma } = usePlainWords();
  const kindWord = useKindWord();
  const [only, show] = useState<Only>({});
  const { figures, kinds, grids } = narrowed(day, only);
  const isLateKnown = now() >= new Date(day.lateFrom);
  const gridName = day.grids.find(({ grid }) => grid.id === only.gridId)?.grid.name;
  const what = [only.kind && kindWord(only.kind), gridName].filter(Boolean).join(comma);
  return (
    <>
      {what && (
        <View className="row between spaced">
          <Chip kind="info" label={words.only(what)} />
          <Link label={words.everything} onTap={() => show({})} />
        </View>
      )}
      {isLateKnown && figures.counts.late > 0 && (
        <LateOnes asked={{ date: day.date, ...only }} count={figures.counts.late} />
      )}
      <Figures figures={figures} asked={{ date: day.date, ...only }} isLateKnown={isLateKnown} />
      <View className="help">{words.explainedHelp}</View>
      {!isLateKnown && (
        <View className="help">{words.lateFrom(inBeijing(day.lateFrom).format('HH:mm'))}</View>
      )}
      <View className="help">{words.asOf(at)}</View>
      <View className="columns">
        <View className="column">
          <Heading>{words.byKind}</Heading>
          <Card>
            {kinds.map(({ kind, ...of }) => (
              <Part key={kind} name={kindWord(kind)} of={of} onTap={() => show({ ...only, kind })} />
            ))}
          </Card>
        </View>
        <View className="column">
          <Heading>{words.byGrid}</Heading>
          <Card>
            {grids.map(({ grid, ...of }) => (
              <Part key={grid.id} name={grid.name} of={of} onTap={() => show({ ...only, gridId: grid.id })} />
            ))}
          </Card>
        </View>
      </View>
    </>
  );
}

/** One kind, or one grid; a tap narrows the day to it. */
function Part({ name, of, onTap }: { name: string; of: SameDay['total']; onTap(): void }) {
  const words = useSameDayWords();
  const { delivered, open } = of.counts;
  return (
    <Line
      label={name}
      value={
        <>
          <View>{words.line(delivered, of.placed)}</View>
          {open > 0 && <View>{words.lineOpen(open)}</View>}
        </>
      }
      onTap={onTap}
    />
  );
}
