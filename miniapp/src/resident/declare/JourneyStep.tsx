import { View } from '@tarojs/components';
import { Link } from '@/parts';
import { JourneyFields } from '@/returns/JourneyFields';
import type { StepProps } from './stepProps';
import { useDeclareWords } from './words';

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
