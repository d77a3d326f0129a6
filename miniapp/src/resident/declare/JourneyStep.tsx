import { View } from '@tarojs/components';
import { Link } from '@/parts';
import type { StepProps } from '@/returns/declare/stepProps';
import { useDeclareWords } from '@/returns/declare/words';
import { JourneyFields } from '@/returns/JourneyFields';

export function JourneyStep({ form, faultOf, onJourney, onAgain }: StepProps & { onAgain(): void }) {
  const words = useDeclareWords();
  return (
    <>
      <JourneyFields form={form.journey} faultOf={faultOf} onChange={onJourney} />
      <View className="help">{words.draft}</View>
      {form.filledAt && <Link label={words.startAgain} onTap={onAgain} />}
    </>
  );
}
