import type { DemoRole } from '@shared/accounts/contract';
import { Button as NativeButton, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { call } from '@/client/call';
import { goHome } from '@/client/navigate';
import { Problem } from '@/client/problem';
import { isBrowser } from '@/client/send';
import { hasLeft, keepSession, resumeSession, useSession } from '@/client/session';
import { changeSettings, useSettings } from '@/client/settings';
import { goOn, useInterrupted } from '@/client/useEntry';
import { Button, Card, Cells, Heading, Notice, Page, TextField } from '@/parts';
import { LanguageLink } from '../LanguageLink';
import { useIdentityWords, useSignInWords } from '../words';

const demoRoles = ['resident', 'worker', 'leader', 'office', 'newcomer'] as const;

/** First entry: privacy in plain words, then who one is. */
export default function SignIn() {
  const { consented } = useSettings();
  useEffect(() => {
    void resumeSession().then(() => {
      if (useSession.getState().state === 'signedIn') void goHome();
    });
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

function Who() {
  const words = useSignInWords();
  const { roles } = useIdentityWords();
  const [role, setRole] = useState<DemoRole | ''>('');
  const [number, setNumber] = useState('1');
  const [numberFault, setNumberFault] = useState<string>();
  const [failure, setFailure] = useState('');
  const isInterrupted = useInterrupted(({ by }) => by !== null);
  const [isEntering, setEntering] = useState(false);
  const enter = async () => {
    if (isEntering || (isBrowser && !role)) return;
    const isNumber = !isBrowser || /^[1-9]\d*$/.test(number);
    setNumberFault(isNumber ? undefined : words.numberFault);
    setFailure('');
    if (!isNumber) return;
    setEntering(true);
    try {
      await hasLeft();
      const session = await (isBrowser ? demo(role || 'resident', Number(number)) : wechat());
      await keepSession(session);
      await goOn(session.account.id);
    } catch (error) {
      if (error instanceof Problem && error.code === 'account.unknown') setNumberFault(words.unknown);
      else setFailure(words.failed);
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
      <Head>{words.welcome}</Head>
      <View className="under">{words.slogan}</View>
      {isInterrupted && !failure && <Notice kind="waiting">{words.expired}</Notice>}
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
          <TextField
            label={words.number}
            value={number}
            onChange={setNumber}
            onEnter={() => void enter()}
            fault={numberFault}
            type="number"
            max={4}
          />
        </Card>
      )}
    </Page>
  );
}

const Head = ({ children }: { children: string }) => (
  <View className="row top titled">
    <View className="grow">
      <Heading look="head">{children}</Heading>
    </View>
    <LanguageLink />
  </View>
);

const demo = (role: DemoRole, number: number) => call('createDemoSession', { body: { role, number } });

async function wechat() {
  const { code } = await Taro.login();
  return call('createWechatSession', { body: { code } });
}
