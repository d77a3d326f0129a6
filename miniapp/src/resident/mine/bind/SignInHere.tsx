import { useState } from 'react';
import { call } from '@/client/call';
import { isBrowser } from '@/client/send';
import { keepSession } from '@/client/session';
import { PhoneCode } from '@/entry/code/PhoneCode';
import { usePhoneCode } from '@/entry/code/usePhoneCode';
import { askSignInCode } from '@/entry/signIn/PhoneEntry';
import { askWechat } from '@/entry/signIn/WechatEntry';
import { Button, Card, Heading, Notice, Page } from '@/parts';
import { usePlainWords } from '@/words';
import { useBindWords } from './words';

/** On a phone nobody is signed in on: by the own telephone, or as the owner of this WeChat. Then it goes on here. */
export function SignInHere() {
  const words = useBindWords();
  const plain = usePlainWords();
  const asked = usePhoneCode(askSignInCode);
  const [hasFailed, setFailed] = useState(false);
  const { phone, code, isComplete } = asked;
  const enter = async (ask: () => ReturnType<typeof askWechat>) => {
    setFailed(false);
    try {
      await keepSession(await ask());
    } catch (error) {
      setFailed(!asked.explain(error));
    }
  };
  const byCode = () => isComplete && void enter(() => call('createCodeSession', { body: { phone, code } }));
  return (
    <Page
      title={words.title}
      foot={
        isBrowser ? (
          <Button label={words.enter} off={!isComplete} onTap={byCode} />
        ) : (
          <Button label={words.wechat} onTap={() => void enter(askWechat)} />
        )
      }
    >
      <Heading look="head">{words.who}</Heading>
      {hasFailed && <Notice>{plain.notSent}</Notice>}
      {isBrowser && (
        <Card>
          <PhoneCode of={asked} onEnter={byCode} />
        </Card>
      )}
    </Page>
  );
}
