import { View } from '@tarojs/components';
import { Call, Card, Icon } from '@/parts';
import { useHelpWords } from './words';

/** What cannot wait is called, not typed. */
export function CallFirst({ numbers }: { numbers: readonly string[] }) {
  const words = useHelpWords();
  if (!numbers.length) return null;
  return (
    <Card kind="waiting">
      <View className="row top">
        <Icon name="warn" />
        <View className="grow">{words.cannotWait}</View>
      </View>
      {numbers.map((number) => (
        <Call key={number} label={words.emergency(number)} phone={number} />
      ))}
    </Card>
  );
}
