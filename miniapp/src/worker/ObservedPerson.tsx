import type { ObservationView } from '@shared/observation/contract';
import { View } from '@tarojs/components';
import { ObservationHead } from '@/observation/ObservationHead';
import { CallButton, useCalling } from './CallButton';

/** Who is under observation, with a call to them. */
export function ObservedPerson({ of }: { of: ObservationView }) {
  const { ring, said } = useCalling();
  return (
    <>
      <View className="row">
        <View className="grow">
          <ObservationHead of={of} />
        </View>
        <CallButton whom={of.door} onTap={() => void ring({ observationId: of.id })} />
      </View>
      {said}
    </>
  );
}
