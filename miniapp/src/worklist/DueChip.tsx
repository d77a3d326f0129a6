import { inBeijing, minuteMs } from '@shared/time';
import { View } from '@tarojs/components';
import { now } from '@/client/clock';
import { Chip } from '@/parts';
import { useMomentText } from '@/words';
import { useWorklistWords } from './words';

/** What is left of a deadline. */
export function DueChip({ at }: { at: string }) {
  const words = useWorklistWords();
  const momentText = useMomentText();
  // The end of a day is its 24:00, not the 00:00 of the next.
  const midnight = (end: string) => {
    if (inBeijing(end).format('HH:mm') !== '00:00') return null;
    const lastMinute = new Date(Date.parse(end) - minuteMs).toISOString();
    return momentText(lastMinute).replace('23:59', '24:00');
  };
  const minutes = Math.round((Date.parse(at) - now().getTime()) / 60_000);
  if (minutes < 0) return <Chip kind="bad" label={words.late(-minutes)} />;
  if (minutes < 60) return <Chip kind="warn" label={words.minutesLeft(minutes)} />;
  return <View className="under">{words.before(midnight(at) ?? momentText(at))}</View>;
}
