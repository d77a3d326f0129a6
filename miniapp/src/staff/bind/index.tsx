import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { useEntry } from '@/client/useEntry';
import { uuidV7 } from '@/client/uuidV7';
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
  // The same wish when the reply was lost: a code is used up once.
  const [key] = useState(uuidV7);
  const { faultOf, refusal, isSending, send } = useSending();
  const isMissing = !form.login || !form.password || !form.code;
  const bind = () => {
    if (!isMissing) void send(() => call('bindWechat', { body: form, key }));
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
