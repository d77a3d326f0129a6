import { promisedAt } from '@shared/requests/sameDay';
import { View } from '@tarojs/components';
import { useClock } from '@/client/useClock';
import { Cells } from '@/parts';
import { useMomentText } from '@/words';
import { useOrderWords } from './orderWords';
import { WishFields } from './WishFields';
import { type ChosenWish, noWish, wishOf } from './wish';

interface When {
  urgent: '' | 'yes' | 'no';
  /** A form that was kept before there were wishes has none. */
  wish?: ChosenWish;
}
interface WhenFieldsProps {
  of: When;
  onChange(changes: When | Pick<Required<When>, 'wish'>): void;
  fault: string | undefined;
}

/** How soon an errand is wanted, and by when that is promised. */
export function WhenFields({ of: { urgent, wish = noWish }, onChange, fault }: WhenFieldsProps) {
  const words = useOrderWords();
  const momentText = useMomentText();
  const promised = promisedAt(useClock(), urgent === 'yes', wishOf(wish, urgent)).toISOString();
  return (
    <>
      <Cells
        label={words.urgent}
        halves
        value={urgent}
        onChange={(value) => onChange({ urgent: value as When['urgent'] })}
        options={(['no', 'yes'] as const).map((value) => ({ value, label: words.urgency[value] }))}
      />
      {urgent !== 'yes' && (
        <WishFields wish={wish} onChange={(next) => onChange({ wish: next })} fault={fault} />
      )}
      <View className="help">{words.promise(momentText(promised))}</View>
    </>
  );
}
