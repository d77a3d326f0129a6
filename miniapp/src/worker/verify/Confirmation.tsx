import type { ReturnView } from '@shared/returns/contract';
import { useState } from 'react';
import { Button, Card, Cells } from '@/parts';
import { useClockText, usePlainWords } from '@/words';
import { useWorkerWords } from '../words';
import { DecisionFoot } from './DecisionFoot';

interface ConfirmationProps {
  addressed: ReturnView;
  isSending: boolean;
  onConfirm(startEvent: { kind: 'leftArea' | 'atHome'; at: string }): void;
  onReject(): void;
}

/** From which day it counts, and yes. */
export function Confirmation({ addressed, isSending, onConfirm, onReject }: ConfirmationProps) {
  const words = useWorkerWords();
  const plain = usePlainWords();
  const [kind, setKind] = useState<'leftArea' | 'atHome' | ''>('');
  const clockText = useClockText();
  const { leftAt, arrivedAt } = addressed;
  const confirm = () => kind && onConfirm({ kind, at: kind === 'leftArea' ? leftAt : arrivedAt });
  return (
    <>
      <Card>
        <Cells
          label={words.day1}
          value={kind}
          onChange={(value) => setKind(value as 'leftArea')}
          options={[
            { value: 'leftArea', label: words.leftArea(clockText(leftAt)) },
            { value: 'atHome', label: words.atHome(clockText(arrivedAt)) },
          ]}
        />
      </Card>
      <DecisionFoot aside={<Button kind="plain" label={words.reject} onTap={onReject} />}>
        <Button
          label={isSending ? plain.sending : kind ? words.confirm : words.missing}
          off={!kind || isSending}
          onTap={confirm}
        />
      </DecisionFoot>
    </>
  );
}
