import type { Role } from '@shared/accounts/contract';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { call } from '@/client/call';
import { isBrowser } from '@/client/send';
import { activeMembership, keepSession, refreshSession, useSession } from '@/client/session';
import { changeSettings, useSettings } from '@/client/settings';
import { Button, Card, Cells, Page, TextField } from '@/parts';
import { usePlainWords } from '@/words';
import { useSignInWords } from './words';

const homes: Partial<Record<Role, string>> = {
  worker: '/worker/list/index',
  leader: '/worker/list/index',
  office: '/office/desk/index',
};

/** First entry: privacy in plain words, then who one is. */
export default function SignIn() {
  const words = useSignInWords();
  const plain = usePlainWords();
  const { consented } = useSettings();
  const [refused, setRefused] = useState(false);
  const [role, setRole] = useState<Role | ''>('');
  const [number, setNumber] = useState('1');
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (useSession.getState().state === 'unknown') refreshSession().then(goHome, () => undefined);
  }, []);

  const enter = async () => {
    setFailed(false);
    try {
      keepSession(isBrowser ? await demo(role || 'resident', Number(number) || 1) : await wechat());
      goHome();
    } catch {
      setFailed(true);
    }
  };

  if (!consented) {
    return (
      <Page title={words.title}>
        <View className="head">{words.privacyHead}</View>
        <Card>
          {words.privacy.split('\n').map((line) => (
            <View key={line}>{line}</View>
          ))}
        </Card>
        {refused && <Card kind="waiting">{words.refused}</Card>}
        <View className="row">
          <Button kind="plain" label={words.disagree} onTap={() => setRefused(true)} />
          <Button label={words.agree} onTap={() => changeSettings({ consented: true })} />
        </View>
      </Page>
    );
  }
  return (
    <Page title={words.title}>
      <View className="head">{words.welcome}</View>
      {isBrowser && (
        <Card>
          <Cells
            label={words.as}
            value={role}
            onChange={(value) => setRole(value as Role)}
            options={(['resident', 'worker', 'leader', 'office'] as const).map((value) => ({
              value,
              label: words[value],
            }))}
          />
          <TextField label={words.number} value={number} onChange={setNumber} type="number" />
        </Card>
      )}
      {failed && <Card kind="urgent">△ {plain.failed}</Card>}
      <Button label={words.enter} off={isBrowser && !role} onTap={() => void enter()} />
    </Page>
  );
}

const demo = (role: Role, number: number) => call('createDemoSession', { body: { role, number } });

async function wechat() {
  const { code } = await Taro.login();
  return call('createWechatSession', { body: { code } });
}

function goHome(): void {
  const role = activeMembership(useSession.getState().session)?.role;
  void Taro.reLaunch({ url: (role && homes[role]) ?? '/resident/home/index' });
}
