import { View } from '@tarojs/components';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import type { MergedList } from '@/client/queries/trips';
import { Button, Card, Chip, Heading, Notice } from '@/parts';
import { useKindWord } from '@/requests/errands/words';
import { BuyForm } from '../one/BuyForm';
import { useCarrying } from '../useCarrying';
import { useCarryingWords } from '../words';
import { useShoppingWords } from './words';

interface BoughtProps {
  of: MergedList['errands'][number];
  /** So many of its lines are still to be got. */
  left: number;
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

/** What one door costs, written down when its things are in the bag. */
export function Bought({ of, left, isOpen, onOpen }: BoughtProps) {
  const words = useShoppingWords();
  const carrying = useCarryingWords();
  const kindWord = useKindWord();
  const { requestId: id, version, door, kind, budgetFen, isAsked } = of;
  const { actFromForm, isSending, refusal, faultOf, recheck } = useCarrying({ id, version });
  return (
    <Card>
      <View className="row between">
        <Heading level={3} look="title">
          {door} · {kindWord(kind)}
        </Heading>
        {left ? <Chip kind="warn" label={words.missing(left)} /> : <Chip kind="ok" label={words.all} />}
      </View>
      {isAsked && <Chip kind="warn" label={words.asked} />}
      {refusal && <Notice>{refusal}</Notice>}
      {isOpen ? (
        <BuyForm
          of={{ id, money: { estimatedFen: budgetFen } }}
          {...{ act: actFromForm, isSending, faultOf, recheck }}
          onDone={() => onOpen(false)}
        />
      ) : (
        <View className="row pair">
          <Button kind="plain" label={words.open} onTap={() => open(pages.staffErrand, { id })} />
          <Button kind="tint" label={carrying.begins.buy} onTap={() => onOpen(true)} />
        </View>
      )}
    </Card>
  );
}
