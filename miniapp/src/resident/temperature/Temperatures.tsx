import type { CurvePoint } from '@shared/temperatures/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Problem } from '@/client/problem';
import { useCurve } from '@/client/queries/temperatures';
import { Async, Card, Line, Link, State } from '@/parts';
import { Curve } from '@/parts/Curve';
import { useSymptomWord } from '@/returns/words';
import { useClockText, usePlainWords } from '@/words';
import { useDaysWords } from './days/words';

/** The temperatures of one person as a curve and, for whoever reads rather than sees, as a table. */
export function Temperatures({ residentId }: { residentId: string }) {
  const words = useDaysWords();
  const curve = useCurve(residentId);
  const [isTable, setTable] = useState(false);
  // What an adult keeps to themselves is not there for others.
  if (!curve.data && curve.error instanceof Problem) return <State icon="person" words={words.closed} />;
  const points = curve.data?.points ?? [];
  return (
    <Async query={curve} empty={points.length === 0 && <State icon="calendar" words={words.none} />}>
      <Card>
        {isTable ? (
          <Table points={points} />
        ) : (
          <Drawing points={points} line={curve.data?.feverCelsius ?? 0} />
        )}
        <Link label={isTable ? words.drawing : words.table} onTap={() => setTable(!isTable)} />
      </Card>
    </Async>
  );
}

const celsiusText = (celsius: number): string => `${celsius.toFixed(1)} ℃`;

/** What a later reading stands in the place of is left out of the curve; the table has it. */
function Drawing({ points, line }: { points: CurvePoint[]; line: number }) {
  const words = useDaysWords();
  const shown = points.filter(({ corrected }) => !corrected);
  const last = shown[shown.length - 1];
  if (!last) return null;
  return (
    <>
      <Curve
        points={shown.map(({ takenAt, celsius, symptoms }) => ({
          at: new Date(takenAt),
          celsius,
          isMarked: symptoms.length > 0,
        }))}
        line={line}
        lineLabel={words.feverLine(line.toFixed(1))}
        label={words.curve(shown.length, celsiusText(last.celsius), celsiusText(line))}
      />
      {shown.some(({ symptoms }) => symptoms.length > 0) && (
        <View className="help">{words.withSymptoms}</View>
      )}
    </>
  );
}

/** The newest first. */
const Table = ({ points }: { points: CurvePoint[] }) => (
  <>
    {[...points].reverse().map((point) => (
      <Row key={point.id} point={point} />
    ))}
  </>
);

function Row({ point: { takenAt, celsius, symptoms, corrected, occasion } }: { point: CurvePoint }) {
  const words = useDaysWords();
  const { list } = usePlainWords();
  const clockText = useClockText();
  const symptomWord = useSymptomWord();
  const occasions: Partial<Record<CurvePoint['occasion'], string>> = {
    declared: words.declared,
    checkIn: words.checkIn,
    extra: words.extraReading,
    secondReading: words.again,
  };
  const asides = [
    ...(occasions[occasion] ? [occasions[occasion]] : []),
    ...symptoms.map(symptomWord),
    ...(corrected ? [words.corrected] : []),
  ];
  return (
    <Line
      label={
        <>
          <View>{clockText(takenAt)}</View>
          {asides.length > 0 && <View className="help">{list(asides as string[])}</View>}
        </>
      }
      value={celsiusText(celsius)}
    />
  );
}
