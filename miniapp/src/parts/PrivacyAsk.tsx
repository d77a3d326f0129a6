import { Button as NativeButton, View } from '@tarojs/components';
import { agreeButtonId, answerPrivacy, usePrivacyAsk } from '@/client/privacyAsk';
import { usePlainWords } from '@/words';
import { Button, Card } from './basics';
import { Heading } from './Heading';

/** Over the foot of the page, when WeChat wants a yes before it hands something over. Mini-program only. */
export function PrivacyAsk() {
  const words = usePlainWords();
  const isAsked = usePrivacyAsk(({ waiting }) => waiting.length > 0);
  if (!isAsked) return null;
  return (
    <View className="foot">
      <Card kind="waiting">
        <Heading look="title">{words.privacyAsk}</Heading>
        <View className="under">{words.privacyWhy}</View>
        <View className="row">
          <Button kind="plain" label={words.disagree} onTap={() => answerPrivacy(false)} />
          <NativeButton
            id={agreeButtonId}
            className="tap button"
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => answerPrivacy(true)}
          >
            {words.agree}
          </NativeButton>
        </View>
      </Card>
    </View>
  );
}
