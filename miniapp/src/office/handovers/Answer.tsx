import type { HandoverView } from '@shared/returns/handover';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { Button, Card, Cells, Notice, TextField } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { useHandoverWords } from './words';

interface AnswerProps {
  one: HandoverView;
  how: 'take' | 'refuse';
  onDone(said: string): void;
  onBack(): void;
}

/** Sends the answer of this office; the same wish keeps its key until it is known what came of it. */
function useAnswer({ one, onDone }: AnswerProps) {
  const words = useHandoverWords();
  const faults = useFaults();
  const [isSending, setSending] = useState(false);
  const [unknown, setUnknown] = useState('');
  const params = { id: one.returnId };
  const send = async (act: () => Promise<string>) => {
    if (isSending) return;
    setSending(true);
    try {
      onDone(await act());
    } catch (error) {
      faults.showRefusal(error);
      setSending(false);
    }
    touched('handover');
    touched('return');
  };
  const take = async (door: string) => {
    const found = door ? (await call('listDwellings', { query: { door } })).items[0] : null;
    if (door && !found) return setUnknown(door);
    await send(async () => {
      await call('takeHandover', { params, body: found ? { dwellingId: found.id } : {} });
      return words.taken;
    });
  };
  const refuse = (reason: string) =>
    send(async () => {
      await call('refuseHandover', { params, body: { reason } });
      return words.refused;
    });
  return { take, refuse, isSending, unknown, refusal: faults.refusal };
}

export function Answer(props: AnswerProps) {
  const words = useHandoverWords();
  const plain = usePlainWords();
  const { take, refuse, isSending, unknown, refusal } = useAnswer(props);
  const [text, setText] = useState('');
  const back = <Button kind="plain" label={words.back} onTap={props.onBack} />;
  return (
    <>
      {refusal && <Notice>{refusal}</Notice>}
      {props.how === 'take' ? (
        <Card>
          <TextField
            label={words.where}
            value=""
            max={60}
            onChange={setText}
            fault={unknown && unknown === text.trim() ? words.noDoor(unknown) : undefined}
          />
          <View className="help">{words.whereHelp}</View>
          <Button
            label={isSending ? plain.sending : words.takeYes}
            off={isSending}
            onTap={() => void take(text.trim())}
          />
          {back}
        </Card>
      ) : (
        <Card>
          <Cells
            label={words.refuseHead}
            value={text}
            onChange={setText}
            options={Object.values(words.reasons).map((reason) => ({ value: reason, label: reason }))}
          />
          <Button
            kind="danger"
            label={isSending ? plain.sending : words.refuseYes}
            off={!text || isSending}
            onTap={() => text && void refuse(text)}
          />
          {back}
        </Card>
      )}
    </>
  );
}
