import { useState } from 'react';
import { Button, Card, Cells, TextField } from '@/parts';
import { usePlainWords } from '@/words';
import { useWorkerWords } from '../words';
import { DecisionFoot } from './DecisionFoot';

interface RejectionProps {
  isSending: boolean;
  onReject(reason: string): void;
  onCancel(): void;
}

/** No, with the reason that the family reads. */
export function Rejection({ isSending, onReject, onCancel }: RejectionProps) {
  const words = useWorkerWords();
  const plain = usePlainWords();
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState('');
  const reason = chosen === 'other' ? typed.trim() : chosen;
  return (
    <>
      <Card kind="waiting">
        <Cells
          label={words.rejectHead}
          value={chosen}
          onChange={setChosen}
          options={[
            ...Object.values(words.reasons).map((text) => ({ value: text, label: text })),
            { value: 'other', label: words.otherReason },
          ]}
        />
        {chosen === 'other' && <TextField label={words.otherReason} value="" max={200} onChange={setTyped} />}
      </Card>
      <DecisionFoot aside={<Button kind="plain" label={words.cancel} onTap={onCancel} />}>
        <Button
          kind="danger"
          label={isSending ? plain.sending : words.rejectYes}
          off={!reason || isSending}
          onTap={() => reason && onReject(reason)}
        />
      </DecisionFoot>
    </>
  );
}
