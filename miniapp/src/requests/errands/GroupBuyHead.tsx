import type { GroupBuyView } from '@shared/requests/groupBuy';
import { View } from '@tarojs/components';
import { Chip, Heading } from '@/parts';
import { useMomentText } from '@/words';
import { useGroupBuyWords } from './groupBuyWords';
import { yuanText } from './yuan';

/** What it is, what a share costs, who organises it until when, and how far it has come. */
export function GroupBuyHead({ of }: { of: GroupBuyView }) {
  const words = useGroupBuyWords();
  const momentText = useMomentText();
  return (
    <>
      <View className="row between">
        <Heading look="title">{of.item}</Heading>
        <Chip kind={of.state === 'open' ? 'info' : ''} label={words.states[of.state]} />
      </View>
      <View className="under">{words.share(of.unit, yuanText(of.shareFen))}</View>
      <View className="help">{words.by(of.organiser, momentText(of.closesAt))}</View>
      {of.note && <View className="help">{of.note}</View>}
      <View className="help">{words.joined(of.doors, of.shares)}</View>
    </>
  );
}
