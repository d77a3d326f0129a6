import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { useEntry } from '@/client/useEntry';
import { uuidV7 } from '@/client/uuidV7';
import { Button, Card, Notice, Page, TextField } from '@/parts';
import { useSending } from '../useSending';
import { useStaffWords } from '../words';

/** In the mini-program: this WeChat becomes the way in of a member of staff. */
export default function BindWechat() {
  useEntry();
  const words = useStaffWords();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  // The same wish when the reply was lost: a code is used up once.
  const [key] = useState(uuidV7);
  const { faultOf, refusal, isSending, send } = useSending();
  const isMissing = !login || !password || !code;
  const bind = () => {
    if (!isMissing) void send(() => call('bindWechat', { body: { login, password, code }, key }));
  };
  return (
    <Page
      title={words.bind}
      foot={
        <Button label={isSending ? words.binding : words.bindNow} off={isSending || isMissing} onTap={bind} />
      }
    >
      <View className="under counts">{words.bindHelp}</View>
      {refusal && <Notice>{refusal}</Notice>}
      <Card>
        <TextField
          label={words.login}
          value={login}
          onChange={setLogin}
          fault={faultOf('login')}
          type="number"
          max={20}
        />
        <TextField
          label={words.password}
          value={password}
          onChange={setPassword}
          fault={faultOf('password')}
          type="password"
          max={128}
        />
        <TextField
          label={words.code}
          value={code}
          onChange={setCode}
          fault={faultOf('code')}
          max={60}
          onEnter={bind}
        />
      </Card>
    </Page>
  );
}
