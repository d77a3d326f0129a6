import { View } from '@tarojs/components';
import { now } from '@/client/clock';
import { Chip } from '@/parts';
import { useMomentText } from '@/words';
import { useWorklistWords } from './words';

/** What is left of a deadline. */
export function DueChip({ at }: { at: string }) {
  const words = useWorklistWords();
  const momentText = useMomentText();
  const minutes = Math.round((Date.parse(at) - now().getTime()) / 60_000);
  if (minutes < 0) return <Chip kind="bad" label={words.late(-minutes)} />;
  if (minutes < 60) return <Chip kind="warn" label={words.minutesLeft(minutes)} />;
  return <View className="under">{words.before(momentText(at))}</View>;
}
