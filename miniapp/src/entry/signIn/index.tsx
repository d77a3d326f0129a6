import type { DemoRole } from '@shared/accounts/contract';
import { Button as NativeButton, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { call } from '@/client/call';
import { goHome } from '@/client/navigate';
import { Problem } from '@/client/problem';
import { isBrowser } from '@/client/send';
import { keepSession, resumeSession, useSession } from '@/client/session';
import { changeSettings, useSettings } from '@/client/settings';
import { Button, Card, Cells, Notice, Page, TextField } from '@/parts';
import { usePlainWords } from '@/words';
import { useIdentityWords, useSignInWords } from '../words';

const demoRoles = ['resident', 'worker', 'leader', 'office', 'newcomer'] as const;

/** First entry: privacy in plain words, then who one is. */
export default function SignIn() {
  const { consented } = useSettings();
  useEffect(() => {
    void resumeSession().then(() => useSession.getState().state === 'signedIn' && goHome());
  }, []);
  return consented ? <Who /> : <Privacy />;
}

function Privacy() {
  const words = useSignInWords();
  const [isRefused, setRefused] = useState(false);
  const agree = () => changeSettings({ consented: true });
  return (
    <Page
      isHome
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
      <View className="head">{words.privacyHead}</View>
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

function Who() {
  const words = useSignInWords();
  const plain = usePlainWords();
  const { roles } = useIdentityWords();
  const [role, setRole] = useState<DemoRole | ''>('');
  const [number, setNumber] = useState('1');
  const [failure, setFailure] = useState('');
  const [isEntering, setEntering] = useState(false);
  const enter = async () => {
    if (isEntering || (isBrowser && !role)) return;
    setEntering(true);
    setFailure('');
    try {
      await keepSession(isBrowser ? await demo(role || 'resident', Number(number) || 1) : await wechat());
      goHome();
    } catch (error) {
      const isUnknown = error instanceof Problem && error.code === 'account.unknown';
      setFailure(isUnknown ? words.unknown : plain.failed);
      setEntering(false);
    }
  };
  return (
    <Page
      isHome
      title={words.title}
      foot={
        <Button
          label={isEntering ? words.entering : words.enter}
          off={isEntering || (isBrowser && !role)}
          onTap={() => void enter()}
        />
      }
    >
      <View className="head">{words.welcome}</View>
      <View className="under">{words.slogan}</View>
      {failure && <Notice>{failure}</Notice>}
      {isBrowser && (
        <Card>
          <Cells
            label={words.as}
            value={role}
            onChange={(value) => setRole(value as DemoRole)}
            options={demoRoles.map((value) => ({
              value,
              label: value === 'newcomer' ? words.newcomer : roles[value],
            }))}
          />
          <TextField label={words.number} value={number} onChange={setNumber} type="number" max={4} />
        </Card>
      )}
    </Page>
  );
}

const demo = (role: DemoRole, number: number) => call('createDemoSession', { body: { role, number } });

async function wechat() {
  const { code } = await Taro.login();
  return call('createWechatSession', { body: { code } });
}
