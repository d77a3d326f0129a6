import { Button as NativeButton, View } from '@tarojs/components';
import { useState } from 'react';
import { isBrowser } from '@/client/send';
import { changeSettings } from '@/client/settings';
import { Button, Card, Notice, Page } from '@/parts';
import { useSignInWords } from '../words';
import { Head } from './Head';

/** What is asked for and why, before anything is asked. */
export function Privacy() {
  const words = useSignInWords();
  const [isRefused, setRefused] = useState(false);
  const agree = () => changeSettings({ consented: true });
  return (
    <Page
      isHome
      isPublic
      title={words.title}
      foot={
        <View className="row">
          <Button kind="plain" label={words.disagree} onTap={() => setRefused(true)} />
          {isBrowser ? (
            <Button label={words.agree} onTap={agree} />
          ) : (
            // WeChat records the consent to its own notice with this button only.
            <NativeButton
              className="tap button"
              openType="agreePrivacyAuthorization"
              onAgreePrivacyAuthorization={agree}
            >
              {words.agree}
            </NativeButton>
          )}
        </View>
      }
    >
      <Head>{words.privacyHead}</Head>
      {isRefused && <Notice kind="waiting">{words.refused}</Notice>}
      <Card>
        <View>{words.uses}</View>
        <View className="title">{words.fields}</View>
      </Card>
      <Card>{words.seen}</Card>
      <Card>{words.kept}</Card>
    </Page>
  );
}
