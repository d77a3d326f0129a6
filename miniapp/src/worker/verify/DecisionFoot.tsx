import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** The decision within reach of the thumb, what is decided seldom beside it. */
export const DecisionFoot = ({ aside, children }: { aside: ReactNode; children: ReactNode }) => (
  <View className="foot">
    <View className="row">
      <View className="aside">{aside}</View>
      <View className="grow">{children}</View>
    </View>
  </View>
);
