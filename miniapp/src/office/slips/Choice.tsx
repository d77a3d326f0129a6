import { type SlipKind, slipKinds } from '@shared/accounts/slipsContract';
import { View } from '@tarojs/components';
import { Card, Cells } from '@/parts';
import { useSlipWords } from './words';

interface ChoiceProps {
  counts: Record<SlipKind, number>;
  which: SlipKind;
  onChoose(which: SlipKind): void;
}

/** What a slip is, and for whom they are made: asked where there are people of both kinds. */
export function Choice({ counts, which, onChoose }: ChoiceProps) {
  const words = useSlipWords();
  const offered = slipKinds.filter((kind) => counts[kind]);
  return (
    <>
      <Card>
        <View>{words.intro}</View>
        <View className="under">{words.once}</View>
      </Card>
      <Card>
        <Cells
          label={words.whom}
          halves
          value={which}
          onChange={(value) => onChoose(value as SlipKind)}
          options={offered.map((value) => ({ value, label: words.kinds[value](counts[value]) }))}
        />
        {which === 'oneTime' && <View className="under">{words.replaces}</View>}
      </Card>
    </>
  );
}
