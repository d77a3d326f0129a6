import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { isBrowser } from '@/client/send';

/** A box of a long list. In a browser a View is an element with a life of its own: hundreds of them would be felt. */
export const Plain = ({ className, children }: { className: string; children?: ReactNode }) =>
  isBrowser ? <div className={className}>{children}</div> : <View className={className}>{children}</View>;
