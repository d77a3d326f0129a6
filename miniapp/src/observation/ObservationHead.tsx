import type { ObservationView } from '@shared/observation/contract';
import { View } from '@tarojs/components';
import { now } from '@/client/clock';
import { Chip, Heading } from '@/parts';
import { useDayText } from '@/words';
import { useObservationWords } from './words';

/** Who it is and how far: door, masked name, day and last day. */
export function ObservationHead({ of }: { of: ObservationView }) {
  const words = useObservationWords();
  const dayText = useDayText();
  return (
    <>
      <Heading look="title">{of.door}</Heading>
      <View className="under">
        {of.name} · {new Date(of.endsAt) <= now() ? words.over : words.day(of.day)}
      </View>
      <View className="under">{words.lastDay(dayText(of.lastDay))}</View>
      {of.state !== 'open' && (
        <View className="row">
          <Chip kind={of.state === 'referred' ? 'warn' : 'ok'} label={words.states[of.state]} />
        </View>
      )}
    </>
  );
}
