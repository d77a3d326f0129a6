import type { ReturnView } from '@shared/returns/view';
import { useState } from 'react';
import { Button, Card, Cells } from '@/parts';
import { useClockText, usePlainWords } from '@/words';
import { useWorkerWords } from '../words';
import { DecisionFoot } from './DecisionFoot';

interface StartEvent {
  kind: 'leftArea' | 'atHome';
  at: string;
}

interface ConfirmationProps {
  addressed: ReturnView;
  isSending: boolean;
  onConfirm(startEvent: StartEvent): void;
  onReject(): void;
}

/** From which day it counts, and yes. */
export function Confirmation({ addressed, isSending, onConfirm, onReject }: ConfirmationProps) {
  const words = useWorkerWords();
  const plain = usePlainWords();
  const [chosen, setChosen] = useState('');
  const offered = useStarts(addressed);
  const start = offered.find(({ value }) => value === chosen)?.start;
  return (
    <>
      <Card>
        <Cells label={words.day1} value={chosen} onChange={setChosen} options={offered} />
      </Card>
      <DecisionFoot aside={<Button kind="plain" label={words.reject} onTap={onReject} />}>
        <Button
          label={isSending ? plain.sending : start ? words.confirm : words.missing}
          off={!start || isSending}
          onTap={() => start && onConfirm(start)}
        />
      </DecisionFoot>
    </>
  );
}

/** What day 1 can be counted from: an observation that goes on here keeps its own. */
function useStarts({ leftAt, arrivedAt, carried }: ReturnView) {
  const words = useWorkerWords();
  const clockText = useClockText();
  const offer = (value: string, label: (at: string) => string, start: StartEvent) => ({
    value,
    label: label(clockText(start.at)),
    start,
  });
  return [
    ...(carried ? [offer('carried', words.carried, carried)] : []),
    ...(leftAt ? [offer('leftArea', words.leftArea, { kind: 'leftArea', at: leftAt })] : []),
    ...(arrivedAt ? [offer('atHome', words.atHome, { kind: 'atHome', at: arrivedAt })] : []),
  ];
}
