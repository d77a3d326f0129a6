import type { SlotView } from '@shared/schedules/contract';
import type { ReadingView } from '@shared/temperatures/reading';
import { inBeijing } from '@shared/time';
import { useIllness } from '@/client/queries/illness';
import { Chip } from '@/parts';
import { useTemperatureWords } from './home/temperatureWords';

/** What was measured and when: a fever is said before anything else, then whether it was on time. */
export function ReadingChip({ state, reading }: { state: SlotView['state']; reading: ReadingView }) {
  const words = useTemperatureWords();
  const { feverCelsius } = useIllness();
  const text = `${reading.celsius.toFixed(1)} ℃ ${inBeijing(reading.takenAt).format('HH:mm')}`;
  if (reading.celsius >= feverCelsius) return <Chip kind="bad" label={text} />;
  if (state === 'done') return <Chip kind="ok" label={text} />;
  return <Chip kind="warn" label={state === 'late' ? words.late(text) : text} />;
}
