import { type DoorKind, doorKinds } from '@shared/worklist/run';
import { View } from '@tarojs/components';
import { Chip } from '@/parts';
import { useRunWords } from './words';

/** How much of what is due. */
export function Counts({ of }: { of: Record<DoorKind, number> }) {
  const words = useRunWords();
  return (
    <View className="row wrap counts">
      {doorKinds
        .filter((kind) => of[kind] > 0)
        .map((kind) => (
          <Chip key={kind} label={words.counts[kind](of[kind])} />
        ))}
    </View>
  );
}
