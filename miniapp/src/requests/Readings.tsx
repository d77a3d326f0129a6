import { View } from '@tarojs/components';
import { useCurve } from '@/client/queries/fevers';
import { Async, Card, Chip, Heading, Line } from '@/parts';
import { Curve } from '@/parts/Curve';
import { useSymptomWord } from '@/returns/words';
import { useMomentText } from '@/words';
import { useRequestWords } from './words';

const shownReadings = 10;

/** The temperatures of somebody as a curve, and the latest in words: by whom they were told, and how the person felt. */
export function Readings({ residentId }: { residentId: string }) {
  const words = useRequestWords();
  const symptomWord = useSymptomWord();
  const momentText = useMomentText();
  const curve = useCurve(residentId);
  const feverCelsius = curve.data?.feverCelsius ?? 0;
  const all = (curve.data?.points ?? []).filter(({ corrected }) => !corrected);
  const points = all.slice(-shownReadings);
  const drawn = all.map(({ takenAt, celsius, symptoms }) => ({
    at: new Date(takenAt),
    celsius,
    isMarked: symptoms.length > 0,
  }));
  return (
    <Async query={curve}>
      <Card>
        <Heading>{words.readings}</Heading>
        {drawn.length > 1 && (
          <Curve
            points={drawn}
            line={feverCelsius}
            lineLabel={words.feverLine(feverCelsius.toFixed(1))}
            label={words.curve(drawn.length)}
          />
        )}
        {points.length === 0 && <View className="under">{words.noReadings}</View>}
        {[...points].reverse().map(({ id, celsius, takenAt, symptoms, medicine, filledBy }) => (
          <Line
            key={id}
            label={
              <>
                <View>{momentText(takenAt)}</View>
                <View className="help">
                  {[...symptoms.map(symptomWord), medicine && words.medicine, words.fillers[filledBy]]
                    .filter(Boolean)
                    .join(' · ')}
                </View>
              </>
            }
            value={
              celsius >= feverCelsius ? (
                <Chip kind="bad" label={`${celsius.toFixed(1)} ℃`} />
              ) : (
                `${celsius.toFixed(1)} ℃`
              )
            }
          />
        ))}
      </Card>
    </Async>
  );
}
