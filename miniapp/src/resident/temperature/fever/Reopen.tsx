import type { CaseView } from '@shared/requests/caseView';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { Button, Card, Link, Notice, TextField } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { useFeverWords } from './words';

/** A closed case that is not over for the household: opened again with a reason, within the days the life table allows. */
export function Reopen({ request: { id, version } }: { request: CaseView }) {
  const words = useFeverWords();
  const plain = usePlainWords();
  const { faultOf, refusal, show, showRefusal } = useFaults();
  const [isAsked, setAsked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [reason, setReason] = useState('');
  const send = async () => {
    if (isSending) return;
    if (!reason.trim()) return show([{ path: 'input.reason', code: 'required' }]);
    setSending(true);
    try {
      const body = { seenVersion: version, input: { reason: reason.trim() } };
      await call('actOnRequest', { params: { id, action: 'reopen' }, body });
      setAsked(false);
    } catch (error) {
      showRefusal(error);
    }
    setSending(false);
    touched('request');
  };
  if (!isAsked) return <Link label={words.reopen} onTap={() => setAsked(true)} />;
  return (
    <Card kind="waiting">
      {refusal && <Notice>{refusal}</Notice>}
      <TextField
        label={words.reopenWhy}
        value={reason}
        onChange={setReason}
        max={200}
        fault={faultOf('input.reason')}
      />
      <View className="help">{words.reopenHelp}</View>
      <Button
        kind="tint"
        label={isSending ? plain.sending : words.send}
        off={isSending}
        onTap={() => void send()}
      />
    </Card>
  );
}
