import { View } from '@tarojs/components';
import { Photo } from './Photo';

/** Photos that came with one thing, one beneath the other. */
export const Photos = ({ ids, label }: { ids: readonly string[]; label: string }) => (
  <>
    {ids.map((id) => (
      <View key={id}>
        <Photo id={id} label={label} />
      </View>
    ))}
  </>
);
