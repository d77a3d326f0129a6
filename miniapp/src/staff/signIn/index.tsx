import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { useSettings } from '@/client/settings';
import { Privacy } from '@/entry/signIn/Privacy';
import { Button, Card, Notice, Page } from '@/parts';
import { LoginFields } from '../LoginFields';
import { useSending } from '../useSending';
import { useStaffWords } from '../words';

/** Staff: telephone and password. The code of a slip leads here at once, before anything was agreed to. */
export default function StaffSignIn() {
  const { consented } = useSettings();
  return consented ? <ByPassword /> : <Privacy />;
}

function ByPassword() {
  const words = useStaffWords();
  const [form, setForm] = useState({ login: '', password: '' });
  const { faultOf, refusal, isSending, send } = useSending();
  const isMissing = !form.login || !form.password;
  const enter = () => {
    if (!isMissing) void send(() => call('createPasswordSession', { body: form }));
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
        <LoginFields
          value={form}
          onChange={(changes) => setForm({ ...form, ...changes })}
          faultOf={faultOf}
          onEnter={enter}
        />
      </Card>
      <View className="help">{words.forgot}</View>
    </Page>
  );
}
