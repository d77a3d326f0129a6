import type { Skipped } from '@shared/accounts/slipsContract';
import { View } from '@tarojs/components';
import { goBack } from '@/client/navigate';
import { Button, Card, Heading, spoken } from '@/parts';
import { useSlipWords } from './words';

/** What is held here cannot be had again: asked before it is left. */
export function Leaving({ onStay }: { onStay(): void }) {
  const words = useSlipWords();
  return (
    <View className="told">
      <Card kind="waiting">
        <View {...spoken({ role: 'alert' })}>{words.leaving}</View>
        <Button kind="plain" label={words.leave} onTap={() => goBack()} />
        <Button label={words.stay} onTap={onStay} />
      </Card>
    </View>
  );
}

/** Who gets no slip, by name, and what to do about it. */
export function PassedOver({ skipped }: { skipped: Skipped[] }) {
  const words = useSlipWords();
  if (!skipped.length) return null;
  return (
    <Card>
      <Heading>{words.skipped(skipped.length)}</Heading>
      {skipped.map(({ name, reason }) => (
        <View key={name}>
          {name} · {words.reasons[reason]}
        </View>
      ))}
    </Card>
  );
}
