import { View } from '@tarojs/components';
import { JourneyFields } from '@/returns/JourneyFields';
import type { StepProps } from './stepProps';
import { useDeclareWords } from './words';

export function JourneyStep({ form, faultOf, onChange }: StepProps) {
  const words = useDeclareWords();
  return (
    <>
      <JourneyFields
        form={form.journey}
        faultOf={faultOf}
        onChange={(changes) => onChange({ journey: { ...form.journey, ...changes } })}
      />
      <View className="help">{words.draft}</View>
    </>
  );
}
