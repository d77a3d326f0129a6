import { View } from '@tarojs/components';
import type { IconName } from './icons';
import { spoken } from './spoken';

/** Decoration: the words beside it say the same. */
export const Icon = ({ name, size = '' }: { name: IconName; size?: 'small' | 'large' | '' }) => (
  <View className={`icon icon-${name} ${size}`} {...spoken({ isHidden: true })} />
);
