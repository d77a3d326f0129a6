import { normalizeDocument } from '@shared/roster/identity';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Problem } from '@/client/problem';
import { Button, Card, Notice, Page, TextField } from '@/parts';
import { usePlainWords } from '@/words';
import { useProblemWords } from '@/words/problems';
import { useBinding } from './useBinding';
import { useBindWords } from './words';

interface ByInvitationProps {
  code: string;
  asks: 'document' | 'phone';
  onDone(door: string): void;
}

/** The last four of what the roster has, and this phone is the resident’s. */
export function ByInvitation({ code, asks, onDone }: ByInvitationProps) {
  const words = useBindWords();
  const plain = usePlainWords();
  const problemWords = useProblemWords();
  const [last4, setLast4] = useState('');
  const [fault, setFault] = useState<string>();
  const [refusal, setRefusal] = useState('');
  const { bind, isBinding } = useBinding(onDone, (error) => {
    if (!(error instanceof Problem)) return setRefusal(plain.notSent);
    if (error.code === 'invitation.wrong') return setFault(words.wrong(Number(error.params.left)));
    setRefusal(error.code === 'invitation.ended' ? words.ended : problemWords(error));
  });
  const isComplete = /^[0-9A-Z]{4}$/.test(normalizeDocument(last4));
  const confirm = () => {
    setRefusal('');
    setFault(undefined);
    if (isComplete) void bind({ by: 'invitation', code, last4 });
  };
  return (
    <Page
      title={words.title}
      foot={
        <Button
          label={isBinding ? plain.sending : words.confirm}
          off={!isComplete || isBinding}
          onTap={confirm}
        />
      }
    >
      {refusal && <Notice>{refusal}</Notice>}
      <Card>
        <View className="under">{words.last4Help}</View>
        <TextField
          label={words.last4[asks]}
          value={last4}
          onChange={(value) => {
            setFault(undefined);
            setLast4(value);
          }}
          onEnter={confirm}
          fault={fault}
          type={asks === 'phone' ? 'number' : 'idcard'}
          max={4}
        />
      </Card>
    </Page>
  );
}
