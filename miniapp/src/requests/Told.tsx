import type { ToldLine } from '@shared/notices/contract';
import { View } from '@tarojs/components';
import { Line } from '@/parts';
import { useMomentText } from '@/words';
import { useRequestWords } from './words';

interface ToldProps {
  told: readonly ToldLine[];
  /** Words of the rungs of a ladder, by their names. */
  rungs?: Record<string, string>;
}

/** Whom the clock told, how, and with what result. */
export function Told({ told, rungs }: ToldProps) {
  const words = useRequestWords();
  const momentText = useMomentText();
  const occasionOf = (occasion: string) => {
    const [first = '', second = ''] = occasion.split(':');
    return (rungs ?? words.rungs)[first === 'rung' ? second : first] ?? words.actions[first as 'take'] ?? '';
  };
  return (
    <>
      {told.length === 0 && <View className="under">{words.notTold}</View>}
      {told.map(({ at, occasion, side, to, channel, state }) => (
        <Line
          key={`${at} ${occasion} ${to} ${channel}`}
          label={
            <>
              <View>{to || (side === 'staff' ? words.postPhone : words.resident)}</View>
              <View className="help">
                {[momentText(at), occasionOf(occasion), words.channels[channel]].filter(Boolean).join(' · ')}
              </View>
            </>
          }
          value={words.told[state]}
        />
      ))}
    </>
  );
}
