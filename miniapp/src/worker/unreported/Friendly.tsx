import type { FriendlyCall } from '@shared/temperatures/contract';
import { View } from '@tarojs/components';
import { useFriendlyCalls } from '@/client/queries/fevers';
import { Card, Heading } from '@/parts';
import { useClockText } from '@/words';
import { CallButton, useCalling } from '../CallButton';
import { useUnreportedWords } from './words';

/** Whose value never changes: a call to ask how they are, never an accusation (domain, section 4). */
export function Friendly({ isReady, gridId }: { isReady: boolean; gridId: string | undefined }) {
  const words = useUnreportedWords();
  const { data } = useFriendlyCalls(isReady, gridId);
  if (!data?.items.length) return null;
  return (
    <>
      <Heading>{words.friendly}</Heading>
      <View className="help">{words.friendlyHelp}</View>
      {data.items.map((one) => (
        <Friend key={one.residentId} one={one} />
      ))}
    </>
  );
}

function Friend({ one }: { one: FriendlyCall }) {
  const words = useUnreportedWords();
  const clockText = useClockText();
  const { ring, said } = useCalling();
  return (
    <Card>
      <View className="row">
        <View className="grow">
          <View className="title">
            {one.door} · {one.name}
          </View>
          <View className="under">{words.same(one.celsius.toFixed(1), clockText(one.since))}</View>
        </View>
        <CallButton whom={one.door} onTap={() => void ring({ slotId: one.slotId })} />
      </View>
      {said}
    </Card>
  );
}
