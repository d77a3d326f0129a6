import type { ObservationView } from '@shared/observation/contract';
import type { TestResult } from '@shared/observation/tests';
import { View } from '@tarojs/components';
import { useObservationWords } from '@/observation/words';
import { Card, Chip, Heading, Line } from '@/parts';
import { useClockText, useDayText } from '@/words';

const moods = { negative: 'ok', positive: 'bad', pending: 'warn' } as const satisfies Record<
  TestResult,
  string
>;

/** The tests of a period: what was written down, the latest first, and the required ones that are not done. */
export function Tests({ of: { tests, release } }: { of: ObservationView }) {
  const words = useObservationWords();
  const dayText = useDayText();
  const clockText = useClockText();
  const missing = (release?.requiredTests ?? []).filter(({ result }) => result === null);
  if (!tests.length && !missing.length) return null;
  return (
    <Card>
      <Heading>{words.tests}</Heading>
      {missing.map(({ day, date }) => (
        <Line key={day} label={words.testOf(dayText(date))} value={words.testNone} />
      ))}
      {[...tests].reverse().map(({ takenOn, result, recordedAt }) => (
        <Line
          key={`${recordedAt} ${takenOn}`}
          label={
            <>
              <View>{words.testTaken(dayText(takenOn))}</View>
              <View className="help">{words.testRecorded(clockText(recordedAt))}</View>
            </>
          }
          value={<Chip kind={moods[result]} label={words.testResults[result]} />}
        />
      ))}
    </Card>
  );
}
