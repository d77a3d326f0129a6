import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { useSettings } from '@/client/settings';
import { Privacy } from '@/entry/signIn/Privacy';
import { Button, Card, Notice, Page, TextField } from '@/parts';
import { useSending } from '../useSending';
import { useStaffWords } from '../words';

/** Staff: telephone and password. The code of a slip leads here at once, before anything was agreed to. */
export default function StaffSignIn() {
  const { consented } = useSettings();
  return consented ? <ByPassword /> : <Privacy />;
}

function ByPassword() {
  const words = useStaffWords();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const { faultOf, refusal, isSending, send } = useSending();
  const isMissing = !login || !password;
  const enter = () => {
    if (!isMissing) void send(() => call('createPasswordSession', { body: { login, password } }));
  };
  return (
    <Page
      title={words.signIn}
      foot={
        <Button label={isSending ? words.entering : words.enter} off={isSending || isMissing} onTap={enter} />
      }
    >
      <View className="under counts">{words.signInHelp}</View>
      {refusal && <Notice>{refusal}</Notice>}
      <Card>
        <TextField
          label={words.login}
          value={login}
          onChange={setLogin}
          fault={faultOf('login')}
          type="number"
          max={20}
          autoComplete="username"
        />
        <TextField
          label={words.password}
          value={password}
          onChange={setPassword}
          fault={faultOf('password')}
          type="password"
          max={128}
          autoComplete="current-password"
          onEnter={enter}
        />
      </Card>
      <View className="help">{words.forgot}</View>
    </Page>
  );
}
