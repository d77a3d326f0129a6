import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Button, Card, Notice, Page, TextField } from '@/parts';
import { useSending } from '../useSending';
import { useStaffWords } from '../words';

/** A password of one’s own; after a one-time password there is no way around this page. */
export default function ChangePassword() {
  useEntry();
  const words = useStaffWords();
  const isFirst = useSession(({ session }) => session?.account.mustChangePassword ?? false);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const { faultOf, refusal, isSending, send } = useSending();
  const isMissing = !current || !next || !again;
  const save = () => {
    if (isMissing) return;
    setDiffers(next !== again);
    if (next === again) void send(() => call('changePassword', { body: { current, next } }));
  };
  return (
    <Page
      isHome={isFirst}
      title={words.change}
      foot={
        <Button label={isSending ? words.saving : words.save} off={isSending || isMissing} onTap={save} />
      }
    >
      {isFirst && <Notice kind="waiting">{words.mustChange}</Notice>}
      {refusal && <Notice>{refusal}</Notice>}
      <Card>
        <TextField
          label={isFirst ? words.oneTime : words.current}
          value={current}
          onChange={setCurrent}
          fault={faultOf('current')}
          type={isFirst ? 'text' : 'password'}
          max={128}
          autoComplete="current-password"
        />
        <TextField
          label={words.next}
          value={next}
          onChange={setNext}
          fault={faultOf('next')}
          type="password"
          max={128}
          autoComplete="new-password"
        />
        <View className="help counts">{words.rule}</View>
        <TextField
          label={words.again}
          value={again}
          onChange={setAgain}
          fault={differs ? words.differs : undefined}
          type="password"
          max={128}
          autoComplete="new-password"
          onEnter={save}
        />
      </Card>
      {!isFirst && <View className="help">{words.others}</View>}
    </Page>
  );
}
