import { View } from '@tarojs/components';
import { Heading } from '@/parts';
import { LanguageLink } from '../LanguageLink';

/** What this screen is about, and the other language within reach. */
export const Head = ({ children }: { children: string }) => (
  <View className="row top titled">
    <View className="grow">
      <Heading look="head">{children}</Heading>
    </View>
    <LanguageLink />
  </View>
);
