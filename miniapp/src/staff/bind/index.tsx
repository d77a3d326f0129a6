import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { useEntry } from '@/client/useEntry';
import { Button, Card, Notice, Page, TextField } from '@/parts';
import { LoginFields } from '../LoginFields';
import { useSending } from '../useSending';
import { useStaffWords } from '../words';

/** In the mini-program: this WeChat becomes the way in of a member of staff. */
export default function BindWechat() {
  useEntry();
  const words = useStaffWords();
  const [form, setForm] = useState({ login: '', password: '', code: '' });
  const change = (changes: Partial<typeof form>) => setForm({ ...form, ...changes });
  const { faultOf, refusal, isSending, send } = useSending();
  const isMissing = !form.login || !form.password || !form.code;
  const bind = () => {
    if (!isMissing) void send(() => call('bindWechat', { body: form }));
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
        <LoginFields value={form} onChange={change} faultOf={faultOf} />
        <TextField
          label={words.code}
          value={form.code}
          onChange={(code) => change({ code })}
          fault={faultOf('code')}
          max={60}
          onEnter={bind}
        />
      </Card>
    </Page>
  );
}
