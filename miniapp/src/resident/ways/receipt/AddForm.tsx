import type { AnonymousReport, Receipt } from '@shared/requests/anonymousContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { callAsNobody } from '@/client/call';
import { Button, Card, Notice, TextField } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { useAnonymousWords } from '../anonymousWords';

interface AddFormProps {
  receipt: Receipt;
  isClosed: boolean;
  onAdded(report: AnonymousReport): void;
}

/** Further words, by the code and by nobody; like the report they are not kept on the phone. */
export function AddForm({ receipt, isClosed, onAdded }: AddFormProps) {
  const words = useAnonymousWords();
  const plain = usePlainWords();
  const [typed, setTyped] = useState('');
  const [isSending, setSending] = useState(false);
  const { refusal, show, recheck, codeOf, showRefusal } = useFaults();
  const missing = (text: string) => (text.trim() ? [] : [{ path: 'text', code: 'required' as const }]);
  const add = async () => {
    if (isSending) return;
    show(missing(typed));
    if (missing(typed).length) return;
    setSending(true);
    try {
      const report = await callAsNobody('addToAnonymousReport', { body: { ...receipt, text: typed.trim() } });
      onAdded(report);
    } catch (error) {
      showRefusal(error);
    }
    setSending(false);
  };
  return (
    <Card>
      {refusal && !codeOf('text') && <Notice>{refusal}</Notice>}
      <TextField
        label={isClosed ? words.notRight : words.more}
        value={typed}
        max={500}
        onChange={(value) => {
          setTyped(value);
          recheck(missing(value));
        }}
        fault={codeOf('text') && words.write}
      />
      <View className="help">{words.moreHelp}</View>
      <Button
        kind="tint"
        label={isSending ? plain.sending : words.add}
        off={isSending}
        onTap={() => void add()}
      />
    </Card>
  );
}
